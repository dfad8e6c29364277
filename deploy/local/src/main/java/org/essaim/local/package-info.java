/**
 * The one-machine launcher. {@link org.essaim.local.Essaim} reads the command, {@link org.essaim.local.Launch} opens the data
 * folder, checks the ports and starts the children, {@link org.essaim.local.Up} runs the house on the real networks, and
 * {@code demo} drives it against the sandbox.
 */
@NullMarked
package org.essaim.local;

import org.jspecify.annotations.NullMarked;
