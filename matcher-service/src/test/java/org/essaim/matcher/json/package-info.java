/** The written form of matches. */
@NullMarked
package org.essaim.matcher.json;

import org.jspecify.annotations.NullMarked;
