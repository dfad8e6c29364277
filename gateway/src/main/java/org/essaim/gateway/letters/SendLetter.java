package org.essaim.gateway.letters;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.members.Members;

/**
 * Sends one letter. It is remembered as sent after the mail server took it: where the gateway ends between the two, that one letter
 * goes twice; it is never lost.
 */
@ApplicationScoped
public class SendLetter {

    /** After that many tries, pauses growing to a minute, a mail server has refused it for the better part of a day. */
    private static final int MOST_ATTEMPTS = 1000;

    private final Letters letters;
    private final Members members;
    private final Addresses addresses;
    private final MailServer mailServer;
    private final UnsubscribeWord words;

    public SendLetter(
            Letters letters, Members members, Addresses addresses, MailServer mailServer, UnsubscribeWord words) {
        this.letters = letters;
        this.members = members;
        this.addresses = addresses;
        this.mailServer = mailServer;
        this.words = words;
    }

    /** Throws {@link IllegalStateException} where it is to be tried again. */
    public void send(MemberId member, Letter.Sort sort, UUID job, int attempts) {
        Optional<Letters.Draft> draft = letters.draft(member, sort);
        if (draft.isEmpty()) {
            letters.nothingToTell(job);
            return;
        }
        Optional<String> address = attempts > MOST_ATTEMPTS ? Optional.empty() : addressOf(member);
        if (address.isEmpty()) {
            letters.passedOver(member, draft.get(), job);
            return;
        }
        mailServer.send(address.get(), draft.get().letter(), draft.get().language(), words.addressFor(member));
        letters.sent(member, draft.get(), job);
    }

    private Optional<String> addressOf(MemberId member) {
        return members.loginsOf(member).stream()
                .flatMap(login -> addresses.verifiedOf(login).stream())
                .findFirst();
    }
}
