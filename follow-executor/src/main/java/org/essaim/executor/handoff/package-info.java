/** What a person may take away to do it elsewhere: {@link org.essaim.executor.handoff.FollowingList}. */
@NullMarked
package org.essaim.executor.handoff;

import org.jspecify.annotations.NullMarked;
