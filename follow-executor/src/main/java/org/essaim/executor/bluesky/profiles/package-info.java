/** What accounts show of themselves in their own repositories. */
@NullMarked
package org.essaim.executor.bluesky.profiles;

import org.jspecify.annotations.NullMarked;
