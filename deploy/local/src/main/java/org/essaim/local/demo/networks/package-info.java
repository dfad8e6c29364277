/**
 * The sandbox's networks as the demo uses them: {@link org.essaim.local.demo.networks.Residences} are the accounts that people
 * have there, {@link org.essaim.local.demo.networks.Expectation} is whom the main person should follow in the end, and
 * {@link org.essaim.local.demo.networks.Inquiry} has a separate script ask the networks for it.
 */
@NullMarked
package org.essaim.local.demo.networks;

import org.jspecify.annotations.NullMarked;
