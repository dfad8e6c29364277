package org.essaim.executor.profiles;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.essaim.contracts.TargetAccount;
import org.jspecify.annotations.Nullable;

/** What was seen of accounts. Each call is one transaction. */
public interface Profiles {

    /** What is known of these accounts, in their order. From now on they are kept fresh, for as long as somebody asks. */
    List<Profile> of(List<TargetAccount> accounts);

    /** The small picture of that name. */
    Optional<SmallPicture> picture(String digest);

    /**
     * Takes accounts that are due; nobody else takes them before {@code until}.
     *
     * @param most at most so many
     */
    List<DueProfile> claim(int most, Instant until);

    /** Keeps what was seen; looks again at {@code nextLook}. A picture of null means that there is none. */
    void seen(String accountId, @Nullable String name, @Nullable SmallPicture picture, Instant nextLook);

    /** Keeps what is known, and looks again then. */
    void postpone(String accountId, Instant nextLook);

    /** Forgets one account, at once: it left Essaim. Who still wants to see it has it looked for anew. */
    void forget(String accountId);

    /** Forgets accounts that nobody has asked for since then, and pictures that no account shows any more. */
    void forget(Instant askedBefore);

    /**
     * An account to look at.
     *
     * @param attempts how often in a row it was looked for, this time included
     */
    record DueProfile(TargetAccount account, int attempts) {}
}
