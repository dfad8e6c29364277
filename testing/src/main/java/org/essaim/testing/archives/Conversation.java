package org.essaim.testing.archives;

import org.essaim.contracts.XId;

/**
 * Direct messages with one other account.
 *
 * @param messages how many went to and fro
 */
public record Conversation(XId with, int messages) {}
