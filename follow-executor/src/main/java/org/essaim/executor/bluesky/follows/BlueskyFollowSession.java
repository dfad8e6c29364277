package org.essaim.executor.bluesky.follows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.essaim.contracts.FollowDeferred;
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
import org.essaim.executor.guard.HostRestingException;
import org.essaim.executor.guard.NoAnswerException;
import org.essaim.executor.guard.Web;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.ledger.Entry;
import org.essaim.executor.ledger.EntryState;
import org.essaim.executor.ledger.Intent;
import org.jspecify.annotations.Nullable;

/**
 * Follows from one repository. What the repository holds is read once a turn, and again whenever an entry may have been
 * sent; records are written in small batches under keys that were saved before.
 */
final class BlueskyFollowSession implements FollowSession {

    /** A server takes 200; a small batch loses little when it fails. */
    static final int CHUNK = 25;

    private static final int MOST_TROUBLES = 2;

    /** Refusals that say nothing about what was written. */
    private static final Set<String> REPEATABLE = Set.of("", "InvalidSwap");

    private final Web web;
    private final BlueskyAccess access;
    private final Allowance allowance;
    private final Targets targets;
    private final int day;
    private @Nullable OwnFollows own;
    private @Nullable Crowd crowd;
    private int troubles;

    BlueskyFollowSession(Web web, BlueskyAccess access, Allowance allowance, Targets targets, int day) {
        this.web = web;
        this.access = access;
        this.allowance = allowance;
        this.targets = targets;
        this.day = day;
    }

    @Override
    public Answers<Look> look(List<Entry> entries) {
        Map<String, Look> looks = new HashMap<>();
        try {
            OwnFollows follows = own(entries);
            List<Entry> open = new ArrayList<>();
            for (Entry entry : entries) {
                Look known = known(entry, follows);
                if (known == null) {
                    open.add(entry);
                } else {
                    looks.put(entry.targetId(), known);
                }
            }
            looks.putAll(targets.blocks(
                    access.did(), open.stream().map(Entry::targetId).toList(), allowance));
            List<String> unblocked = open.stream()
                    .map(Entry::targetId)
                    .filter(target -> !looks.containsKey(target))
                    .toList();
            targets.stand(unblocked, looks);
            return new Answers<>(looks, null);
        } catch (HaltException e) {
            return new Answers<>(looks, e.halt());
        } catch (WebException e) {
            return new Answers<>(looks, Halt.of(e));
        }
    }

    private OwnFollows own(List<Entry> entries) throws HaltException, WebException {
        boolean unsure = entries.stream().anyMatch(entry -> entry.state() != EntryState.PLANNED);
        OwnFollows known = own;
        if (known == null || unsure) {
            known = readOwn();
            own = known;
        }
        return known;
    }

    private OwnFollows readOwn() throws HaltException, WebException {
        Optional<OwnFollows> here = OwnFollows.read(web, allowance, access.pds(), access.did());
        if (here.isPresent()) {
            return here.get();
        }
        access.followRepository();
        return OwnFollows.read(web, allowance, access.pds(), access.did())
                .orElseThrow(() -> new HaltException(new Halt.NeedsPerson(Reason.LINK_AGAIN)));
    }

    private @Nullable Look known(Entry entry, OwnFollows follows) {
        if (entry.targetId().equals(access.did())) {
            return Look.Barred.refused(Reason.ONESELF);
        }
        Set<String> keys = follows.keysOf(entry.targetId());
        if (!keys.isEmpty()) {
            String ours = entry.savedIntent().map(Intent::recordKey).orElse("");
            return new Look.Following(
                    keys.contains(ours) ? ours : keys.iterator().next());
        }
        // A follow that was given up and is not there is done with, whoever the target is.
        boolean givenUp = entry.state() == EntryState.CANCELLING || entry.state() == EntryState.UNDOING;
        return givenUp ? new Look.Clear() : null;
    }

    @Override
    public Answers<Sent> send(List<Entry> entries) {
        Map<String, Sent> sent = new HashMap<>();
        Set<String> tried = new HashSet<>();
        Halt halt = null;
        try {
            Allowed pace = allowance.pace(day, crowd());
            for (List<Entry> chunk : chunks(entries)) {
                chunk.forEach(entry -> tried.add(entry.targetId()));
                writeAll(chunk, pace, sent);
            }
        } catch (HaltException e) {
            halt = e.halt();
        }
        return Answers.ofSending(sent, entries, tried, halt);
    }

    private void writeAll(List<Entry> chunk, Allowed pace, Map<String, Sent> sent) throws HaltException {
        try {
            for (int from = 0; from < chunk.size(); ) {
                int fits = allowance.forCreates(chunk.size() - from, pace);
                write(chunk.subList(from, from + fits), pace, sent);
                from += fits;
            }
            troubles = 0;
        } catch (HaltException e) {
            if (!(e.halt() instanceof Halt.Unwell) || isServersTrouble(chunk)) {
                throw e;
            }
        } catch (WebException e) {
            if (isServersTrouble(chunk)) {
                throw new HaltException(new Halt.Unwell());
            }
        }
    }

    /** One record that its server stumbles over must not keep the others waiting; a batch, or two in a row, is the server. */
    private boolean isServersTrouble(List<Entry> chunk) {
        troubles++;
        return chunk.size() > 1 || troubles >= MOST_TROUBLES;
    }

    /** Read once a turn: how many follow back decides how fast this account may go. */
    private Crowd crowd() throws HaltException {
        Crowd known = crowd;
        if (known == null) {
            OwnFollows follows = own;
            known = targets.crowd(access.did(), follows == null ? 0 : follows.size(), allowance);
            crowd = known;
        }
        return known;
    }

    /** What went wrong before goes one by one, so that it cannot spoil the others. */
    private static List<List<Entry>> chunks(List<Entry> entries) {
        List<List<Entry>> chunks = new ArrayList<>();
        List<Entry> first =
                entries.stream().filter(entry -> entry.attempts() <= 1).toList();
        for (int from = 0; from < first.size(); from += CHUNK) {
            chunks.add(first.subList(from, Math.min(from + CHUNK, first.size())));
        }
        entries.stream().filter(entry -> entry.attempts() > 1).map(List::of).forEach(chunks::add);
        return chunks;
    }

    /** Writes what was reserved. A batch that is refused is split until the one that is wrong stands alone. */
    private void write(List<Entry> chunk, Allowed pace, Map<String, Sent> sent) throws HaltException, WebException {
        WebResponse response = post(chunk, pace);
        if (BlueskyAccess.error(response).equals("InvalidSwap")) {
            // Somebody else wrote to the repository at the same moment, so nothing of this was written.
            allowance.forAllCreates(chunk.size(), pace);
            response = post(chunk, pace);
        }
        boolean refused = response.status() == 400 || response.status() == 413;
        if (FollowWrites.areDone(response)) {
            chunk.forEach(entry -> followed(entry, sent));
        } else if (!refused || REPEATABLE.contains(BlueskyAccess.error(response))) {
            throw new HaltException(new Halt.Unwell());
        } else if (chunk.size() == 1) {
            sent.put(chunk.getFirst().targetId(), new Sent.Barred(Outcome.REFUSED, Reason.NOT_ALLOWED));
        } else {
            int half = chunk.size() / 2;
            for (List<Entry> part : List.of(chunk.subList(0, half), chunk.subList(half, chunk.size()))) {
                // A refused write has spent its points all the same.
                allowance.forAllCreates(part.size(), pace);
                write(part, pace, sent);
            }
        }
    }

    private WebResponse post(List<Entry> chunk, Allowed pace) throws HaltException, WebException {
        try {
            WebResponse response =
                    access.post("com.atproto.repo.applyWrites", FollowWrites.creates(access.did(), chunk));
            allowance.heed(response);
            return response;
        } catch (NoAnswerException e) {
            if (!e.mayHaveActed()) {
                allowance.notSent(chunk.size(), pace);
            }
            throw e;
        } catch (HostRestingException e) {
            allowance.notSent(chunk.size(), pace);
            throw new HaltException(Halt.of(e));
        } catch (HaltException e) {
            if (e.halt() instanceof Halt.Until(var _, FollowDeferred.Reason reason)
                    && reason == FollowDeferred.Reason.NETWORK_TROUBLE) {
                // Another worker renews the tokens: nothing was written.
                allowance.notSent(chunk.size(), pace);
            }
            throw e;
        }
    }

    private void followed(Entry entry, Map<String, Sent> sent) {
        sent.put(entry.targetId(), new Sent.Followed());
        OwnFollows known = own;
        if (known != null) {
            known.created(entry.targetId(), FollowWrites.intentOf(entry).recordKey());
        }
    }

    @Override
    public Answers<TakenBack> takeBack(List<Entry> entries) {
        Map<String, TakenBack> taken = new HashMap<>();
        try {
            OwnFollows follows = own(entries);
            List<Entry> there = new ArrayList<>();
            for (Entry entry : entries) {
                String key = entry.savedIntent().map(Intent::recordKey).orElse("");
                if (follows.keysOf(entry.targetId()).contains(key)) {
                    there.add(entry);
                } else {
                    taken.put(entry.targetId(), TakenBack.NOTHING_THERE);
                }
            }
            for (int from = 0; from < there.size(); from += CHUNK) {
                delete(there.subList(from, Math.min(from + CHUNK, there.size())), taken);
            }
            return new Answers<>(taken, null);
        } catch (HaltException e) {
            return new Answers<>(taken, e.halt());
        } catch (WebException e) {
            return new Answers<>(taken, Halt.of(e));
        }
    }

    private void delete(List<Entry> chunk, Map<String, TakenBack> taken) throws HaltException, WebException {
        allowance.forDeletes(chunk.size());
        WebResponse response = access.post("com.atproto.repo.applyWrites", FollowWrites.deletes(access.did(), chunk));
        own = null;
        allowance.heed(response);
        if (!FollowWrites.areDone(response)) {
            throw new HaltException(new Halt.Unwell());
        }
        chunk.forEach(entry -> taken.put(entry.targetId(), TakenBack.DONE));
    }
}
