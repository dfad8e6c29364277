package org.essaim.gateway.operators;

import java.time.Instant;
import java.util.List;
import org.essaim.gateway.executor.Answer;

/** follow-executor's stops, set on the operator's own word. */
public interface Stops {

    Answer<List<Stop>> standing(String accessToken, Kind kind);

    /** {@code what}: a network or a host for {@link Kind#STOPPED}, a host for {@link Kind#LEFT_OUT}. */
    Answer<Done> put(String accessToken, Kind kind, String what, String reason);

    Answer<Done> lift(String accessToken, Kind kind, String what);

    /** Why nothing is followed somewhere. */
    enum Kind {
        /** An emergency: an operator wants it, for now. */
        STOPPED,
        /** The host's admin asked for it. */
        LEFT_OUT
    }

    /** One that stands. */
    record Stop(String what, String reason, Instant since) {}

    /** It is so. */
    record Done() {}
}
