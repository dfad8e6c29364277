package org.essaim.matcher.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Evidence;
import org.essaim.contracts.Match;

/** What the join found for one member, by ascending X id: references to the owners, and a {@link Match} only when asked. */
public final class Found {

    private static final Owner[] NOBODY = new Owner[0];
    private static final int[] NONE = new int[0];
    private static final List<Evidence> FOLLOWED = List.of(Evidence.FOLLOWED);
    private static final List<Evidence> FOLLOWED_EACH_OTHER = List.of(Evidence.FOLLOWED, Evidence.FOLLOWED_ME);

    /** No match. */
    public static final Found NOTHING = new Found(Assurance.CLAIMED, NOBODY, NONE);

    private final Assurance finderAssurance;
    private final Owner[] owners;
    /** The rank, or its complement where the two followed each other. */
    private final int[] ranks;

    private Found(Assurance finderAssurance, Owner[] owners, int[] ranks) {
        this.finderAssurance = finderAssurance;
        this.owners = owners;
        this.ranks = ranks;
    }

    public int size() {
        return owners.length;
    }

    public Owner owner(int index) {
        return owners[index];
    }

    public Assurance finderAssurance() {
        return finderAssurance;
    }

    public boolean mutual(int index) {
        return ranks[index] < 0;
    }

    public int closeness(int index) {
        return mutual(index) ? ~ranks[index] : ranks[index];
    }

    public List<Evidence> evidence(int index) {
        return mutual(index) ? FOLLOWED_EACH_OTHER : FOLLOWED;
    }

    public List<Match> matches() {
        List<Match> matches = new ArrayList<>(owners.length);
        for (int i = 0; i < owners.length; i++) {
            var identity = owners[i].identity();
            matches.add(new Match(
                    identity.xId(),
                    identity.member(),
                    identity.assurance(),
                    finderAssurance,
                    evidence(i),
                    mutual(i),
                    closeness(i),
                    identity.targets()));
        }
        return matches;
    }

    @Override
    public String toString() {
        return "Found[" + owners.length + "]";
    }

    /** Collects what the join finds for one member after the other. */
    public static final class Gathering {

        private Owner[] owners = new Owner[16];
        private int[] ranks = new int[16];
        private int size;

        public void add(Owner owner, boolean mutual, int closeness) {
            if (size == owners.length) {
                owners = Arrays.copyOf(owners, 2 * size);
                ranks = Arrays.copyOf(ranks, 2 * size);
            }
            owners[size] = owner;
            ranks[size] = mutual ? ~closeness : closeness;
            size++;
        }

        /** What was added since the last time. */
        public Found take(Assurance finderAssurance) {
            if (size == 0) {
                return NOTHING;
            }
            Found found = new Found(finderAssurance, Arrays.copyOf(owners, size), Arrays.copyOf(ranks, size));
            size = 0;
            return found;
        }
    }
}
