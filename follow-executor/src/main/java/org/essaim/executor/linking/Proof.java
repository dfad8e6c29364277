package org.essaim.executor.linking;

import org.essaim.executor.grants.Grant;
import org.essaim.executor.grants.Secret;

/** Whether the network vouches for who came back. */
public sealed interface Proof {

    record Proven(Grant grant, Secret secret) implements Proof {}

    record Refused(LinkRefusal refusal) implements Proof {}
}
