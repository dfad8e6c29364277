package org.essaim.executor.service.following;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.following.FollowSession;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.mastodon.Mastodon;
import org.essaim.executor.service.scene.ExecutorResource;
import org.essaim.executor.service.scene.ExecutorTest;
import org.essaim.executor.service.scene.Member;
import org.essaim.testing.mastodon.MastodonAccount;
import org.essaim.testing.mastodon.MastodonControl;
import org.essaim.testing.mastodon.MastodonPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract against the stand-in. */
@QuarkusTest
@ExecutorTest
class MastodonContractIT implements FollowNetworkContract {

    @Inject
    Mastodon mastodon;

    @Inject
    Grants grants;

    private final MastodonControl control = ExecutorResource.mastodon();
    private final MastodonAccount ana = control.createAccount(name());
    private final Map<String, String> ids = new HashMap<>();

    @BeforeEach
    void link() {
        new Member().link(Network.MASTODON, ana.address(), url -> new MastodonPerson(ana).authorize(url));
    }

    @AfterEach
    void close() {
        control.close();
    }

    private static String name() {
        return "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private static TargetAccount target(MastodonAccount account) {
        return new TargetAccount(Network.MASTODON, account.uri().toString(), account.address());
    }

    @Override
    public FollowSession session() {
        return mastodon.follows().open(grants.open(acting().id()).orElseThrow(), 0);
    }

    @Override
    public TargetAccount acting() {
        return target(ana);
    }

    @Override
    public TargetAccount somebody() {
        TargetAccount target = target(control.createAccount(name()));
        ids.put(target.handle(), target.id());
        return target;
    }

    @Override
    public TargetAccount gone() {
        MastodonAccount account = control.createAccount(name());
        control.suspend(account.username());
        return target(account);
    }

    @Override
    public List<String> followed() {
        return control.following(ana.username()).stream().map(ids::get).toList();
    }
}
