package org.essaim.local.demo.people;

import org.essaim.contracts.XId;

/**
 * Someone in the demo.
 *
 * @param name their name everywhere: on X, and the first label of their handles on the networks
 * @param xId their account on X, or the one they claim
 */
public record Person(String name, Role role, XId xId) {}
