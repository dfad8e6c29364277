package org.essaim.executor.profiles;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.guard.HostRestingException;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.profiles.Profiles.DueProfile;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks at accounts whose profile is due, a few at a time. Any number of replicas do the same. */
public final class RefreshProfiles {

    private static final Logger LOG = Logger.getLogger(RefreshProfiles.class);
    private static final int AT_ONCE = 8;
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 8;

    private final Profiles profiles;
    private final Map<Network, ProfileNetwork> networks;
    private final PoliteWeb web;
    private final Duration fresh;
    private final InstantSource clock;

    /** {@code fresh}: how long a profile is good for. */
    public RefreshProfiles(
            Profiles profiles,
            Map<Network, ProfileNetwork> networks,
            PoliteWeb web,
            Duration fresh,
            InstantSource clock) {
        this.profiles = profiles;
        this.networks = Map.copyOf(networks);
        this.web = web;
        this.fresh = fresh;
        this.clock = clock;
    }

    /** One round; returns whether there may be more to do right away. */
    public boolean round() {
        List<DueProfile> due = profiles.claim(AT_ONCE, clock.instant().plus(CLAIM));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(profile -> threads.execute(() -> guarded(profile)));
        }
        return due.size() == AT_ONCE;
    }

    /** One that fails is due again when its claim ends. */
    private void guarded(DueProfile due) {
        try {
            refresh(due);
        } catch (RuntimeException e) {
            LOG.error("a profile was not refreshed", e);
        }
    }

    private void refresh(DueProfile due) {
        TargetAccount account = due.account();
        ProfileNetwork network = networks.get(account.network());
        if (network == null) {
            throw new IllegalStateException("no adapter for " + account.network());
        }
        try {
            Instant next = clock.instant().plus(fresh);
            switch (network.look(account)) {
                case Sighting.There there ->
                    profiles.seen(account.id(), name(there.name()), picture(account, there), next);
                case Sighting.NotShown() -> profiles.seen(account.id(), null, null, next);
                case Sighting.Unclear() -> later(due);
            }
        } catch (NotNowException e) {
            profiles.postpone(account.id(), e.until());
        } catch (HostRestingException e) {
            profiles.postpone(account.id(), e.until());
        } catch (WebException e) {
            later(due);
        }
    }

    private void later(DueProfile due) {
        int doublings = Math.min(due.attempts() - 1, MOST_DOUBLINGS);
        profiles.postpone(due.account().id(), clock.instant().plus(PAUSE.multipliedBy(1L << Math.max(doublings, 0))));
    }

    /** As far as it can be shown. */
    private static @Nullable String name(String written) {
        String plain = written.replaceAll("\\p{C}", "").strip();
        String shown = plain.codePoints()
                .limit(64)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return shown.isEmpty() ? null : shown;
    }

    /** A name without a face is better than neither. */
    private @Nullable SmallPicture picture(TargetAccount account, Sighting.There there) throws NotNowException {
        if (there.picture() == null) {
            return null;
        }
        try {
            WebResponse response = web.getPicture(account.network(), there.picture());
            Optional<SmallPicture> picture =
                    response.isSuccess() ? SmallPicture.of(response.bytes()) : Optional.empty();
            return picture.orElse(null);
        } catch (WebException e) {
            LOG.debugf("a picture was not answered error=%s", e.getMessage());
            return null;
        }
    }
}
