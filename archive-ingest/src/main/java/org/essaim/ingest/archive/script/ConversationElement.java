package org.essaim.ingest.archive.script;

import java.io.IOException;
import org.essaim.ingest.archive.parts.Acquaintances;
import org.essaim.ingest.archive.script.scan.Names;
import org.essaim.ingest.archive.script.scan.Scanner;

/**
 * One conversation of direct messages: who wrote to whom, and nothing else. What was written is passed over unread, and this
 * runs on the person's own machine only.
 */
final class ConversationElement {

    private static final Names WRAPPER = Names.of("dmConversation");
    private static final Names CONVERSATION = Names.of("messages");
    private static final Names MESSAGE = Names.of("messageCreate");
    private static final Names FIELDS = Names.of("senderId", "recipientId");

    private final long owner;
    private final Acquaintances acquaintances;
    private long sender;
    private long recipient;

    ConversationElement(long owner, Acquaintances acquaintances) {
        this.owner = owner;
        this.acquaintances = acquaintances;
    }

    void read(Scanner text) throws IOException {
        Values.fields(
                text,
                WRAPPER,
                (wrapper, conversation) -> Values.fields(
                        conversation, CONVERSATION, (field, messages) -> Values.elements(messages, this::readMessage)));
    }

    private void readMessage(Scanner text) throws IOException {
        sender = -1;
        recipient = -1;
        Values.fields(text, MESSAGE, (wrapper, message) -> Values.fields(message, FIELDS, this::readField));
        if (sender == owner && recipient > 0) {
            acquaintances.wroteWith(recipient);
        } else if (recipient == owner && sender > 0) {
            acquaintances.wroteWith(sender);
        }
    }

    private void readField(int field, Scanner value) throws IOException {
        if (field == 0) {
            sender = value.id();
        } else {
            recipient = value.id();
        }
    }
}
