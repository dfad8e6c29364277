package org.essaim.gateway.executor;

import org.essaim.contracts.MemberId;

/** On whose word: the member, their token as it came, and what ties begin and end of a dance to one session. */
public record Word(MemberId member, String accessToken, String session) {

    @Override
    public String toString() {
        return "Word[" + member + "]";
    }
}
