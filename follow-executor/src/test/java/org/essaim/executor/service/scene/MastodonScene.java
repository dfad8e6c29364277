package org.essaim.executor.service.scene;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.essaim.contracts.FollowCancelled;
import org.essaim.contracts.FollowPaused;
import org.essaim.contracts.FollowPlanned;
import org.essaim.contracts.FollowPlanned.PlannedFollow;
import org.essaim.contracts.FollowResumed;
import org.essaim.contracts.FollowSettled;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.UndoRequested;
import org.essaim.testing.mastodon.MastodonAccount;
import org.essaim.testing.mastodon.MastodonControl;
import org.essaim.testing.mastodon.MastodonPerson;

/** Ana, who has an account at the stand-in, and a member who links it and plans follows. */
public final class MastodonScene implements AutoCloseable {

    private final MastodonControl mastodon;
    private final String domain;
    private final Plans plans = new Plans();
    private final Member member = new Member();
    private final MastodonAccount ana;
    private final UUID run = UUID.randomUUID();
    private final List<String> planned = new ArrayList<>();
    private long sequence;

    /** At the stand-in that all tests share. */
    public MastodonScene() {
        this(ExecutorResource.mastodon(), ExecutorResource.mastodonDomain());
    }

    /** At a stand-in of one's own, where nobody else's turns say how the host is. */
    public MastodonScene(MastodonControl mastodon, String domain) {
        this.mastodon = mastodon;
        this.domain = domain;
        this.ana = mastodon.createAccount(name());
    }

    public static String name() {
        return "s" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    public MastodonControl mastodon() {
        return mastodon;
    }

    public Plans plans() {
        return plans;
    }

    public Member member() {
        return member;
    }

    public MastodonAccount ana() {
        return ana;
    }

    public TargetAccount acting() {
        return target(ana);
    }

    public static TargetAccount target(MastodonAccount account) {
        return new TargetAccount(Network.MASTODON, account.uri().toString(), account.address());
    }

    public TargetAccount link() {
        return member.link(
                Network.MASTODON, "@" + ana.username() + "@" + domain, url -> new MastodonPerson(ana).authorize(url));
    }

    /** Somebody new to follow. */
    public MastodonAccount somebody() {
        return mastodon.createAccount(name());
    }

    /** Links, and follows somebody new. */
    public MastodonAccount followedOnce() {
        link();
        MastodonAccount followed = somebody();
        plan(followed);
        plans().settledAs(member().id(), target(followed), FollowSettled.Outcome.FOLLOWED);
        return followed;
    }

    public void plan(MastodonAccount... targets) {
        List<PlannedFollow> follows = new ArrayList<>();
        for (MastodonAccount target : targets) {
            follows.add(new PlannedFollow(target(target), follows.size() + 1));
            planned.add(target(target).id());
        }
        plans.send(new FollowPlanned(member.id(), acting(), ++sequence, run, follows, Instant.now()));
    }

    /** The member changes their mind about everybody. */
    public void cancelAll() {
        plans.send(new FollowCancelled(
                member.id(), acting(), ++sequence, planned, FollowCancelled.Reason.DECLINED, Instant.now()));
    }

    public void undo() {
        plans.send(new UndoRequested(member.id(), acting(), ++sequence, run, Instant.now()));
    }

    public void pause() {
        plans.send(new FollowPaused(member.id(), acting(), ++sequence, Instant.now()));
    }

    public void resume() {
        plans.send(new FollowResumed(member.id(), acting(), ++sequence, Instant.now()));
    }

    public void unlink() {
        member.unlink(acting()).then().statusCode(204);
    }

    @Override
    public void close() {
        plans.close();
        mastodon.close();
    }
}
