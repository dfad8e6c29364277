package org.essaim.executor.linking;

import org.essaim.executor.grants.Grant;
import org.essaim.executor.grants.Secret;

/** Whether the network vouches for who came back. */
public sealed interface Proof {

    record Proven(Grant grant, Secret secret) implements Proof {}

    record Refused(LinkRefusal refusal) implements Proof {}

    /**
     * Not now: a server did not answer, or is to be left alone.
     *
     * @param secret what to keep for coming back with the same code
     */
    record Later(LinkRefusal refusal, Secret secret) implements Proof {}
}
