/**
 * What the person at the terminal sees: one line a step, redrawn in place on a terminal and written once elsewhere
 * ({@link org.essaim.local.console.Progress}).
 */
@NullMarked
package org.essaim.local.console;

import org.jspecify.annotations.NullMarked;
