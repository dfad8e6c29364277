package org.essaim.matcher.store;

import java.util.List;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Evidence;
import org.essaim.contracts.Match;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.XId;

/**
 * 64 bits that stand for a list of matches, in place of the matches: two lists that differ have the same with a probability of
 * 2^-64. The same in every run, for it travels with what is published; {@link #VERSION} changes when the function does.
 */
public final class Fingerprint {

    /** Which function made a fingerprint; one of another version says nothing. */
    public static final byte VERSION = 1;

    private static final long NOTHING = 0x1F0A_5C3E_77B1_9D25L;

    private Fingerprint() {}

    /** Of matches that were read back. */
    static long of(List<Match> matches) {
        long print = NOTHING;
        for (Match match : matches) {
            long owner = ofOwner(match.xId(), match.who(), match.assurance(), match.targets());
            print = next(
                    print,
                    owner,
                    evidence(match.evidence()),
                    match.mutual(),
                    match.closeness(),
                    match.finderAssurance());
        }
        return print;
    }

    /** Of what the join found. */
    static long of(Found found) {
        long print = NOTHING;
        for (int i = 0; i < found.size(); i++) {
            print = next(
                    print,
                    found.owner(i).fingerprint(),
                    evidence(found.evidence(i)),
                    found.mutual(i),
                    found.closeness(i),
                    found.finderAssurance());
        }
        return print;
    }

    static long ofOwner(XId xId, MemberId member, Assurance assurance, List<TargetAccount> targets) {
        long print = mix(NOTHING, xId.value());
        print = mix(print, member.value().getMostSignificantBits());
        print = mix(print, member.value().getLeastSignificantBits());
        print = mix(print, ordinal(assurance));
        for (TargetAccount target : targets) {
            print = text(text(text(print, target.network().name()), target.id()), target.handle());
        }
        return print;
    }

    private static long next(
            long print, long owner, long evidence, boolean mutual, int closeness, Assurance finderAssurance) {
        long rest = ((long) closeness << 16) | (evidence << 8) | (mutual ? 2 : 0) | ordinal(finderAssurance);
        return mix(mix(print, owner), rest);
    }

    private static long evidence(List<Evidence> evidence) {
        long bits = 0;
        for (Evidence one : evidence) {
            bits |= switch (one) {
                case FOLLOWED -> 1;
                case FOLLOWED_ME -> 2;
            };
        }
        return bits;
    }

    private static long ordinal(Assurance assurance) {
        return switch (assurance) {
            case CLAIMED -> 0;
            case PROVEN -> 1;
        };
    }

    private static long text(long print, String text) {
        long mixed = mix(print, text.length());
        for (int i = 0; i < text.length(); i++) {
            mixed = mix(mixed, text.charAt(i));
        }
        return mixed;
    }

    /** One round of MurmurHash3's finaliser over what came and what comes. */
    private static long mix(long print, long value) {
        long z = (print * LongTable.SPREAD) ^ value;
        z = (z ^ (z >>> 33)) * 0xFF51_AFD7_ED55_8CCDL;
        z = (z ^ (z >>> 33)) * 0xC4CE_B9FE_1A85_EC53L;
        return z ^ (z >>> 33);
    }
}
