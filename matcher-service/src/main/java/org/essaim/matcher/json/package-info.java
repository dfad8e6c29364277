/** The JSON form of what is published, written without a detour over objects for each match. */
@NullMarked
package org.essaim.matcher.json;

import org.jspecify.annotations.NullMarked;
