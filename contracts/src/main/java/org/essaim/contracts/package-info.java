/**
 * What crosses a topic, in the order it flows: {@link org.essaim.contracts.ArchiveUploaded} enters,
 * {@link org.essaim.contracts.FollowList} and {@link org.essaim.contracts.Identity} meet,
 * {@link org.essaim.contracts.MemberMatches} stand, {@link org.essaim.contracts.FollowPlanned} asks, and
 * {@link org.essaim.contracts.FollowSettled} or {@link org.essaim.contracts.FollowDeferred} answers.
 *
 * <p>Records only: no framework, and nothing of how a service stores or computes them. The JSON form of each is promised
 * by the schema of the same name under {@code schemas/}; {@link org.essaim.contracts.Topics} names where each travels.
 */
@NullMarked
package org.essaim.contracts;

import org.jspecify.annotations.NullMarked;
