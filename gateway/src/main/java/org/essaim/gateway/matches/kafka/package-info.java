/** Standing matches as the matcher tells them. */
@NullMarked
package org.essaim.gateway.matches.kafka;

import org.jspecify.annotations.NullMarked;
