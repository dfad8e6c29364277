/**
 * Follows what is due for one acting account: {@link org.essaim.executor.following.ExecuteFollows}.
 *
 * <p>In order: open the grant -> take back what is to be undone -> look ({@link org.essaim.executor.following.Look}) at what
 * is due -> settle what needs no follow ({@link org.essaim.executor.following.Verdicts}) -> save the intents -> send ->
 * settle ({@link org.essaim.executor.following.Sent}). Each of these may end early with a
 * {@link org.essaim.executor.following.Halt}: then what was not answered stays as it is and is looked at again, never
 * blindly sent again.
 */
@NullMarked
package org.essaim.executor.following;

import org.jspecify.annotations.NullMarked;
