/**
 * The follow records of a repository. {@link org.essaim.executor.bluesky.follows.BlueskyFollowSession} reads the person's
 * own repository ({@link org.essaim.executor.bluesky.follows.OwnFollows}), has each target looked at ({@link
 * org.essaim.executor.bluesky.follows.Targets}), and writes records under the keys that were saved before, within the
 * {@link org.essaim.executor.bluesky.follows.Allowance}.
 */
@NullMarked
package org.essaim.executor.bluesky.follows;

import org.jspecify.annotations.NullMarked;
