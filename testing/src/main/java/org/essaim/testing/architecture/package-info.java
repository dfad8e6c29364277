/**
 * The dependency rule and the names of the house, checked on bytecode. {@link org.essaim.testing.architecture.EssaimRules} is the
 * door; {@link org.essaim.testing.architecture.Layers} says what is core and what is an adapter; the other classes hold the rules
 * by kind.
 */
@NullMarked
package org.essaim.testing.architecture;

import org.jspecify.annotations.NullMarked;
