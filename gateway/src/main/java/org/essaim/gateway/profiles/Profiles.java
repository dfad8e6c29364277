package org.essaim.gateway.profiles;

import java.util.List;
import org.essaim.contracts.TargetAccount;
import org.essaim.gateway.executor.Answer;
import org.essaim.gateway.executor.Word;
import org.jspecify.annotations.Nullable;

/** Names and faces of accounts, as follow-executor knows them. */
public interface Profiles {

    /** The most accounts of one call. */
    int MOST = 100;

    /** What is known now of up to {@link #MOST} accounts, in any order; what is not is looked for, and there a moment later. */
    Answer<List<Profile>> of(Word word, List<TargetAccount> accounts);

    /** A picture by the name that a profile gave: JPEG. */
    Answer<byte[]> picture(Word word, String digest);

    /**
     * What an account shows.
     *
     * @param name null while it is not known, or when it has none
     * @param picture what the picture is asked for by; null when there is none
     * @param known false until the account's server was asked for the first time
     */
    record Profile(
            TargetAccount account,
            @Nullable String name,
            @Nullable String picture,
            boolean known) {

        @Override
        public String toString() {
            return "Profile";
        }
    }
}
