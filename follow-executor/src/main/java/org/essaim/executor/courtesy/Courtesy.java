package org.essaim.executor.courtesy;

/** The ways out to each network. */
public record Courtesy(WaysOut bluesky, WaysOut mastodon) {}
