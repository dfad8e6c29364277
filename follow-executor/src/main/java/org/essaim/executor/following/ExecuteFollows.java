package org.essaim.executor.following;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.essaim.contracts.FollowSettled.Outcome;
import org.essaim.contracts.FollowSettled.Reason;
import org.essaim.contracts.Network;
import org.essaim.executor.grants.Grant;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.grants.OpenGrant;
import org.essaim.executor.ledger.Change;
import org.essaim.executor.ledger.Entry;
import org.essaim.executor.ledger.EntryState;
import org.essaim.executor.ledger.FollowLedger;
import org.essaim.executor.ledger.Intent;
import org.essaim.executor.ledger.Lease;
import org.essaim.executor.ledger.Rest;
import org.jspecify.annotations.Nullable;

/**
 * Works off what is due for one acting account. May be killed at any moment: whoever claims the account next finds every
 * intent saved and looks before sending again.
 */
public final class ExecuteFollows {

    private final FollowLedger ledger;
    private final Grants grants;
    private final Map<Network, FollowNetwork> networks;
    private final Intents intents;
    private final Verdicts verdicts;
    private final HostHealth hosts;
    private final FollowPace pace;
    private final InstantSource clock;

    public ExecuteFollows(
            FollowLedger ledger,
            Grants grants,
            Map<Network, FollowNetwork> networks,
            Intents intents,
            HostHealth hosts,
            FollowPace pace,
            InstantSource clock) {
        this.ledger = ledger;
        this.grants = grants;
        this.networks = Map.copyOf(networks);
        this.intents = intents;
        this.verdicts = new Verdicts(pace);
        this.hosts = hosts;
        this.pace = pace;
        this.clock = clock;
    }

    /**
     * Works until nothing is due, something stops it, or its turn is over.
     *
     * @param goOn asked between rounds; false when the process is about to end
     * @return how long the account is to be left alone
     */
    public Rest work(Lease lease, BooleanSupplier goOn) {
        List<Entry> due = ledger.due(lease, pace.batch());
        if (due.isEmpty()) {
            return Rest.NONE;
        }
        Optional<OpenGrant> open = grants.open(lease.actingId()).filter(grant -> belongsTo(grant, lease));
        Halt missing = whatIsMissing(open);
        if (missing != null || open.isEmpty()) {
            return halt(lease, due, missing == null ? new Halt.NeedsPerson(Reason.LINK_AGAIN) : missing);
        }
        FollowSession session = networkOf(lease).open(open.get(), dayOf(lease));
        String host = open.get().grant().host();
        for (int round = 0; round < pace.rounds() && goOn.getAsBoolean() && !due.isEmpty(); round++) {
            Halt halt = told(host, round(lease, session, due));
            if (halt != null) {
                return halt(lease, ledger.due(lease, pace.batch()), halt);
            }
            due = ledger.due(lease, pace.batch());
        }
        // Who is not done goes to the end of the queue.
        return due.isEmpty() ? Rest.NONE : Rest.until(clock.instant());
    }

    /** Tells how the host is. One that has been in trouble for days may be gone for good: whoever lives there has to know. */
    private @Nullable Halt told(String host, @Nullable Halt halt) {
        return switch (halt) {
            case Halt.Unwell() -> {
                Instant since = hosts.trouble(host);
                boolean hopeless = since.plus(pace.hopeless()).isBefore(clock.instant());
                yield hopeless ? new Halt.NeedsPerson(Reason.LINK_AGAIN) : halt;
            }
            case null -> {
                hosts.well(host);
                yield null;
            }
            case Halt.Until _, Halt.Spent _, Halt.NeedsPerson _ -> halt;
        };
    }

    private int dayOf(Lease lease) {
        return lease.firstFollow()
                .map(first ->
                        Math.toIntExact(Duration.between(first, clock.instant()).toDays()))
                .orElse(0);
    }

    private static boolean belongsTo(OpenGrant open, Lease lease) {
        return open.grant().member().equals(lease.acting().member());
    }

    private static @Nullable Halt whatIsMissing(Optional<OpenGrant> open) {
        if (open.isEmpty() || open.get().grant().state() == Grant.State.LOST) {
            return new Halt.NeedsPerson(Reason.LINK_AGAIN);
        }
        return open.get().grant().canFollow() ? null : new Halt.NeedsPerson(Reason.SCOPE_MISSING);
    }

    private FollowNetwork networkOf(Lease lease) {
        Network network = lease.acting().account().network();
        FollowNetwork found = networks.get(network);
        if (found == null) {
            throw new IllegalStateException("no adapter for " + network);
        }
        return found;
    }

    private @Nullable Halt round(Lease lease, FollowSession session, List<Entry> due) {
        Halt undone = takeBack(
                lease,
                session,
                due.stream().filter(ExecuteFollows::isToBeTakenBack).toList());
        return undone == null
                ? follow(
                        lease,
                        session,
                        due.stream().filter(entry -> !isToBeTakenBack(entry)).toList())
                : undone;
    }

    /** Only what is known to be ours; what was undone while it was on its way is looked at first. */
    private static boolean isToBeTakenBack(Entry entry) {
        return entry.state() == EntryState.UNDOING && entry.ours();
    }

    private @Nullable Halt takeBack(Lease lease, FollowSession session, List<Entry> entries) {
        if (entries.isEmpty()) {
            return null;
        }
        Answers<TakenBack> taken = session.takeBack(entries);
        Instant now = clock.instant();
        return settle(lease, entries, taken, entry -> switch (taken.byTarget().get(entry.targetId())) {
            case DONE -> Change.Settle.as(Outcome.UNDONE);
            case NOTHING_THERE -> Change.Settle.as(Outcome.CANCELLED);
            case null -> unanswered(entry, taken.halt(), now);
        });
    }

    private @Nullable Halt follow(Lease lease, FollowSession session, List<Entry> entries) {
        if (entries.isEmpty()) {
            return null;
        }
        Answers<Look> looks = session.look(entries);
        Instant now = clock.instant();
        List<String> wanted = new ArrayList<>();
        Map<String, Change> decided = new HashMap<>();
        for (Entry entry : entries) {
            Look look = looks.byTarget().get(entry.targetId());
            Change change = look == null ? unanswered(entry, looks.halt(), now) : verdicts.of(entry, look, now);
            if (change == null) {
                wanted.add(entry.targetId());
            } else {
                decided.put(entry.targetId(), change);
            }
        }
        ledger.change(lease, decided);
        return looks.halt() == null ? send(lease, session, wanted) : looks.halt();
    }

    private @Nullable Halt send(Lease lease, FollowSession session, List<String> wanted) {
        int together = networkOf(lease).together();
        Halt halt = null;
        for (int from = 0; from < wanted.size() && halt == null; from += together) {
            halt = sendTogether(lease, session, wanted.subList(from, Math.min(from + together, wanted.size())));
        }
        return halt;
    }

    private @Nullable Halt sendTogether(Lease lease, FollowSession session, List<String> wanted) {
        Network network = lease.acting().account().network();
        Instant intended = clock.instant();
        Map<String, Intent> named = new HashMap<>();
        wanted.forEach(target -> named.put(target, intents.next(network, intended)));
        List<Entry> sending = ledger.intend(lease, named);
        if (sending.isEmpty()) {
            return null;
        }
        Answers<Sent> sent = session.send(sending);
        Instant now = clock.instant();
        return settle(lease, sending, sent, entry -> {
            Sent answer = sent.byTarget().get(entry.targetId());
            return answer == null ? unanswered(entry, sent.halt(), now) : verdicts.of(entry, answer, sent.halt(), now);
        });
    }

    private <T> @Nullable Halt settle(
            Lease lease, List<Entry> entries, Answers<T> answers, Function<Entry, Change> verdict) {
        Map<String, Change> changes = new HashMap<>();
        entries.forEach(entry -> changes.put(entry.targetId(), verdict.apply(entry)));
        ledger.change(lease, changes);
        return answers.halt();
    }

    private Change unanswered(Entry entry, @Nullable Halt halt, Instant now) {
        return verdicts.of(entry, halt == null ? new Halt.Unwell() : halt, now);
    }

    /** Tells what is still due why it waits, and says for how long. */
    private Rest halt(Lease lease, List<Entry> due, Halt halt) {
        Instant now = clock.instant();
        return switch (halt) {
            case Halt.Until(Instant until, var _) -> {
                defer(lease, due, halt, now);
                yield Rest.until(until);
            }
            case Halt.Unwell() -> {
                defer(lease, due, halt, now);
                yield Rest.until(now.plus(pace.pause()));
            }
            case Halt.Spent(Instant until, var _) -> {
                defer(lease, due.stream().filter(ExecuteFollows::isToBeSent).toList(), halt, now);
                yield Rest.ofFollows(until);
            }
            case Halt.NeedsPerson _ -> {
                // Without the member nothing of this account can move: say so for all of it at once.
                for (List<Entry> rest = due; !rest.isEmpty(); rest = ledger.due(lease, pace.batch())) {
                    defer(lease, rest, halt, now);
                }
                yield Rest.NONE;
            }
        };
    }

    private static boolean isToBeSent(Entry entry) {
        return entry.state() == EntryState.PLANNED || entry.state() == EntryState.SENDING;
    }

    private void defer(Lease lease, List<Entry> due, Halt halt, Instant now) {
        Map<String, Change> changes = new HashMap<>();
        due.forEach(entry -> changes.put(entry.targetId(), verdicts.of(entry, halt, now)));
        ledger.change(lease, changes);
    }
}
