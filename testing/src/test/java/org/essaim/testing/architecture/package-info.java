/** The rules, each against a small class that breaks it. */
@NullMarked
package org.essaim.testing.architecture;

import org.jspecify.annotations.NullMarked;
