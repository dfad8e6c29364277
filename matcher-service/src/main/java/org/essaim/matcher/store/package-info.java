/** What one bucket keeps in memory: lists by member, identities by X id and member, and the matches that stand. */
@NullMarked
package org.essaim.matcher.store;

import org.jspecify.annotations.NullMarked;
