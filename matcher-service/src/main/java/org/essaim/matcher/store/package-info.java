/**
 * What one bucket keeps in memory. A member has a slot ({@link org.essaim.matcher.store.MemberSlots}); by slot stand its list,
 * packed and outside the heap ({@link org.essaim.matcher.store.FollowLists}, {@link org.essaim.matcher.store.Slabs}), and what was
 * published for it ({@link org.essaim.matcher.store.StandingMatches}). By X id stand the
 * {@link org.essaim.matcher.store.Identities} and, of each, the {@link org.essaim.matcher.store.Owner} who can be found;
 * {@link org.essaim.matcher.store.Found} is what a join of the two gives.
 */
@NullMarked
package org.essaim.matcher.store;

import org.jspecify.annotations.NullMarked;
