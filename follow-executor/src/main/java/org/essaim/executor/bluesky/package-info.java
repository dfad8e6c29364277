/**
 * Bluesky and the AT Protocol, put together by {@link org.essaim.executor.bluesky.Bluesky}.
 *
 * <p>In order: {@link org.essaim.executor.bluesky.identity} (who is who) -> {@link org.essaim.executor.bluesky.oauth} (a
 * person's permission) -> {@link org.essaim.executor.bluesky.follows} (records in their repository).
 */
@NullMarked
package org.essaim.executor.bluesky;

import org.jspecify.annotations.NullMarked;
