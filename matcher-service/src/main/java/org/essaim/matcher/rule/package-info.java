/** Who may be matched with whom: one rule, without state. */
@NullMarked
package org.essaim.matcher.rule;

import org.jspecify.annotations.NullMarked;
