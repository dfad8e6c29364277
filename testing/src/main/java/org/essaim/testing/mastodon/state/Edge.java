package org.essaim.testing.mastodon.state;

/**
 * One actor's tie to another.
 *
 * @param id grows with time; pages of followers are cut by it
 * @param reblogs whether boosts are shown
 * @param notifies whether new posts notify
 */
public record Edge(long id, Actor from, Actor to, boolean reblogs, boolean notifies) {}
