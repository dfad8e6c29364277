package org.essaim.gateway.consents;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.essaim.gateway.consents.Consents.ConsentKind;

/**
 * What can be agreed to here.
 *
 * @param partners the partners of this Essaim: what they are called in calls, and their names for people
 */
public record ConsentTerms(Map<String, String> partners) {

    /** The version of the texts that the pages show now. Who changes what a text means adds one. */
    private static final int NEWEST_WORDING = 1;

    public ConsentTerms {
        partners = Map.copyOf(partners);
    }

    /** The newest version of each text. */
    public Map<ConsentKind, Integer> wordings() {
        Map<ConsentKind, Integer> wordings = new EnumMap<>(ConsentKind.class);
        for (ConsentKind kind : ConsentKind.values()) {
            wordings.put(kind, NEWEST_WORDING);
        }
        return wordings;
    }

    public int newest(ConsentKind kind) {
        return wordings().getOrDefault(kind, NEWEST_WORDING);
    }

    /** The partners in the order of what they are called. */
    public Map<String, String> partnersInOrder() {
        return new TreeMap<>(partners);
    }
}
