package org.essaim.executor.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.essaim.contracts.FollowSettled.Outcome;
import org.essaim.contracts.FollowSettled.Reason;
import org.essaim.executor.budgets.Allowed;
import org.essaim.executor.budgets.Crowd;
import org.essaim.executor.following.Answers;
import org.essaim.executor.following.FollowSession;
import org.essaim.executor.following.Halt;
import org.essaim.executor.following.HaltException;
import org.essaim.executor.following.Look;
import org.essaim.executor.following.Sent;
import org.essaim.executor.following.TakenBack;
import org.essaim.executor.guard.NoAnswerException;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.ledger.Entry;
import org.essaim.executor.ledger.EntryState;
import org.jspecify.annotations.Nullable;

/** Follows from one account of a server, one by one: a server that answers well is believed, anything else is looked at again. */
final class MastodonFollowSession implements FollowSession {

    private static final int MOST_TROUBLES = 2;

    private final MastodonAccess access;
    private final MastodonTargets targets;
    private final int day;
    private @Nullable Crowd crowd;
    private int troubles;

    MastodonFollowSession(MastodonAccess access, MastodonTargets targets, int day) {
        this.access = access;
        this.targets = targets;
        this.day = day;
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
        Set<String> tried = new HashSet<>();
        Halt halt = null;
        try {
            Allowed pace = access.pace(day, crowd());
            for (Entry entry : entries) {
                tried.add(entry.targetId());
                Sent answer = follow(entry, pace);
                if (answer != null) {
                    sent.put(entry.targetId(), answer);
                }
                if (isServersTrouble(answer)) {
                    halt = new Halt.Unwell();
                    break;
                }
            }
        } catch (HaltException e) {
            halt = e.halt();
        } catch (WebException e) {
            halt = new Halt.Unwell();
        }
        return Answers.ofSending(sent, entries, tried, halt);
    }

    /** One target that its server stumbles over must not keep the others waiting; two in a row is the server. */
    private boolean isServersTrouble(@Nullable Sent answer) {
        troubles = answer == null || answer instanceof Sent.NotSent ? troubles + 1 : 0;
        return troubles >= MOST_TROUBLES;
    }

    /** Returns null when it is not known what the server did. */
    private @Nullable Sent follow(Entry entry, Allowed pace) throws HaltException {
        try {
            Sent answer = read(entry, access.follow(targets.localId(entry), pace));
            return answer == null ? anew(entry, pace) : answer;
        } catch (HaltException e) {
            if (e.halt() instanceof Halt.Unwell) {
                return null;
            }
            throw e;
        } catch (NoAnswerException e) {
            return e.mayHaveActed() ? null : new Sent.NotSent();
        } catch (WebException e) {
            return null;
        }
    }

    /** The id may be stale: the target is looked up once more, and what that shows decides. */
    private Sent anew(Entry entry, Allowed pace) throws HaltException, WebException {
        return switch (targets.find(entry)) {
            case Look.Clear() -> {
                Sent answer = read(entry, access.follow(targets.localId(entry), pace));
                yield answer == null ? new Sent.Barred(Outcome.REFUSED, Reason.TARGET_GONE) : answer;
            }
            case Look.Barred(Outcome outcome, Reason reason) -> new Sent.Barred(outcome, reason);
            case Look.Following _, Look.Requested _, Look.Dormant _, Look.Busy _, Look.Unclear _ -> new Sent.NotSent();
        };
    }

    /** Returns null when the server does not know the target by this id. */
    private @Nullable Sent read(Entry entry, WebResponse response) throws HaltException, WebException {
        JsonNode body = MastodonTargets.json(response);
        if (response.isSuccess() && body.path("following").isBoolean()) {
            return followed(body);
        }
        if (!body.path("error").isTextual()) {
            throw new HaltException(new Halt.Unwell());
        }
        return switch (response.status()) {
            case 404 -> null;
            case 406 -> new Sent.Barred(Outcome.REFUSED, Reason.ONESELF);
            case 400 -> new Sent.Barred(Outcome.REFUSED, Reason.NOT_ALLOWED);
            case 403 -> whyNot(entry);
            case 422 -> throw new HaltException(new Halt.NeedsPerson(Reason.FOLLOW_LIMIT_REACHED));
            default -> throw new HaltException(new Halt.Unwell());
        };
    }

    /** "This action is not allowed" has many reasons; the account and the relationship tell which. */
    private Sent whyNot(Entry entry) throws HaltException, WebException {
        Look look = targets.find(entry);
        if (look instanceof Look.Clear) {
            look = targets.relationships(List.of(entry)).getOrDefault(entry.targetId(), look);
        }
        return look instanceof Look.Barred(Outcome outcome, Reason reason)
                ? new Sent.Barred(outcome, reason)
                : new Sent.Barred(Outcome.REFUSED, Reason.NOT_ALLOWED);
    }

    /** Read once a turn: how many follow back decides how fast this account may go. */
    private Crowd crowd() throws HaltException, WebException {
        Crowd known = crowd;
        if (known == null) {
            known = targets.crowd();
            crowd = known;
        }
        return known;
    }

    private static Sent followed(JsonNode relationship) throws HaltException {
        return switch (MastodonTargets.look(relationship)) {
            case Look.Following _ -> new Sent.Followed();
            case Look.Requested() -> new Sent.Requested();
            case Look.Barred(Outcome outcome, Reason reason) -> new Sent.Barred(outcome, reason);
            case Look.Clear _, Look.Unclear _, Look.Dormant _, Look.Busy _ ->
                throw new HaltException(new Halt.Unwell());
        };
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
