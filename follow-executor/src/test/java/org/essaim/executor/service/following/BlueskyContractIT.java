package org.essaim.executor.service.following;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.bluesky.Bluesky;
import org.essaim.executor.following.FollowSession;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.service.scene.ExecutorResource;
import org.essaim.executor.service.scene.ExecutorTest;
import org.essaim.executor.service.scene.Member;
import org.essaim.testing.pds.FollowRecord;
import org.essaim.testing.pds.PdsAccount;
import org.essaim.testing.pds.PdsControl;
import org.essaim.testing.pds.PdsPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract against a real PDS. */
@QuarkusTest
@ExecutorTest
class BlueskyContractIT implements FollowNetworkContract {

    @Inject
    Bluesky bluesky;

    @Inject
    Grants grants;

    private final PdsControl pds = ExecutorResource.pds();
    private final PdsAccount ana = pds.createAccount(name());

    @BeforeEach
    void link() {
        new Member().link(Network.BLUESKY, ana.handle(), url -> new PdsPerson(ana).authorize(url));
    }

    @AfterEach
    void close() {
        pds.close();
    }

    private static String name() {
        return "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private static TargetAccount target(PdsAccount account) {
        return new TargetAccount(Network.BLUESKY, account.did(), account.handle());
    }

    @Override
    public FollowSession session() {
        return bluesky.follows().open(grants.open(ana.did()).orElseThrow(), 0);
    }

    @Override
    public TargetAccount acting() {
        return target(ana);
    }

    @Override
    public TargetAccount somebody() {
        return target(pds.createAccount(name()));
    }

    @Override
    public TargetAccount gone() {
        PdsAccount account = pds.createAccount(name());
        pds.takeDown(account.did(), true);
        return target(account);
    }

    @Override
    public List<String> followed() {
        return pds.follows(ana.did()).stream().map(FollowRecord::subject).toList();
    }
}
