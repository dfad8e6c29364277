package org.essaim.executor.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.essaim.contracts.FollowSettled.Outcome;
import org.essaim.contracts.FollowSettled.Reason;
import org.essaim.executor.following.Answers;
import org.essaim.executor.following.FollowSession;
import org.essaim.executor.following.Halt;
import org.essaim.executor.following.HaltException;
import org.essaim.executor.following.Look;
import org.essaim.executor.following.Sent;
import org.essaim.executor.following.TakenBack;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.ledger.Entry;
import org.essaim.executor.ledger.EntryState;

/** Follows from one account of a server, one by one: a server that answers well is believed, anything else is looked at again. */
final class MastodonFollowSession implements FollowSession {

    private final MastodonAccess access;
    private final MastodonTargets targets;

    MastodonFollowSession(MastodonAccess access, MastodonTargets targets) {
        this.access = access;
        this.targets = targets;
    }

    @Override
    public Answers<Look> look(List<Entry> entries) {
        Map<String, Look> looks = new HashMap<>();
        List<Entry> found = new ArrayList<>();
        Halt halt = null;
        try {
            for (Entry entry : entries) {
                Look look = entry.targetId().equals(access.actor())
                        ? Look.Barred.refused(Reason.ONESELF)
                        : targets.find(entry);
                if (look instanceof Look.Clear || (wasSent(entry) && targets.isFound(entry))) {
                    found.add(entry);
                } else {
                    looks.put(entry.targetId(), look);
                }
            }
            looks.putAll(targets.relationships(found));
        } catch (HaltException e) {
            halt = e.halt();
        } catch (WebException e) {
            halt = new Halt.Unwell();
        }
        return new Answers<>(looks, halt);
    }

    private static boolean wasSent(Entry entry) {
        return entry.state() != EntryState.PLANNED;
    }

    @Override
    public Answers<Sent> send(List<Entry> entries) {
        Map<String, Sent> sent = new HashMap<>();
        try {
            for (Entry entry : entries) {
                sent.put(entry.targetId(), read(access.follow(targets.localId(entry))));
            }
            return new Answers<>(sent, null);
        } catch (HaltException e) {
            return Answers.stopped(sent, entries, e.halt());
        } catch (WebException e) {
            return new Answers<>(sent, new Halt.Unwell());
        }
    }

    private static Sent read(WebResponse response) throws HaltException {
        JsonNode body = MastodonTargets.json(response);
        if (response.isSuccess() && body.path("following").isBoolean()) {
            return followed(body);
        }
        String error = body.path("error").asText();
        return switch (response.status()) {
            case 404 -> new Sent.Barred(Outcome.REFUSED, Reason.TARGET_GONE);
            case 406 -> new Sent.Barred(Outcome.REFUSED, Reason.ONESELF);
            case 400 -> new Sent.Barred(Outcome.REFUSED, Reason.NOT_ALLOWED);
            case 403 -> forbidden(error);
            case 422 -> throw new HaltException(new Halt.NeedsPerson(Reason.FOLLOW_LIMIT_REACHED));
            default -> throw new HaltException(new Halt.Unwell());
        };
    }

    private static Sent followed(JsonNode relationship) throws HaltException {
        return switch (MastodonTargets.look(relationship)) {
            case Look.Following _ -> new Sent.Followed();
            case Look.Requested() -> new Sent.Requested();
            case Look.Barred(Outcome outcome, Reason reason) -> new Sent.Barred(outcome, reason);
            case Look.Clear(), Look.Unclear() -> throw new HaltException(new Halt.Unwell());
        };
    }

    /** One status for three things: what the token may not, what the person's log-in may not, what this target does not want. */
    private static Sent forbidden(String error) throws HaltException {
        if (error.contains("authorized scopes")) {
            throw new HaltException(new Halt.NeedsPerson(Reason.SCOPE_MISSING));
        }
        if (error.startsWith("Your login") || error.contains("confirmed e-mail")) {
            throw new HaltException(new Halt.NeedsPerson(Reason.LINK_AGAIN));
        }
        return new Sent.Barred(Outcome.REFUSED, Reason.NOT_ALLOWED);
    }

    @Override
    public Answers<TakenBack> takeBack(List<Entry> entries) {
        Map<String, TakenBack> taken = new HashMap<>();
        Answers<Look> looks = look(entries);
        try {
            for (Entry entry : entries) {
                Look look = looks.byTarget().get(entry.targetId());
                if (look instanceof Look.Following || look instanceof Look.Requested) {
                    MastodonAccess.body(access.unfollow(targets.localId(entry)), false);
                    taken.put(entry.targetId(), TakenBack.DONE);
                } else if (look instanceof Look.Clear || look instanceof Look.Barred) {
                    taken.put(entry.targetId(), TakenBack.NOTHING_THERE);
                }
            }
            return new Answers<>(taken, looks.halt());
        } catch (HaltException e) {
            return new Answers<>(taken, e.halt());
        } catch (WebException e) {
            return new Answers<>(taken, new Halt.Unwell());
        }
    }
}
