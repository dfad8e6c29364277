/** Figures counted once an hour, by whichever replica comes first. */
@NullMarked
package org.essaim.gateway.figures.postgres;

import org.jspecify.annotations.NullMarked;
