/**
 * One REST API that a person's whole move goes through. In the order of the flow:
 *
 * <ol>
 *   <li>{@link org.essaim.gateway.members}: a signed-in person is a member, under an id of our own;
 *   <li>{@link org.essaim.gateway.xaccounts}: what of X is theirs, claimed by an archive or proven by X;
 *   <li>{@link org.essaim.gateway.disputes}: whose it is where two say that it is theirs;
 *   <li>{@link org.essaim.gateway.notices}: what they are told of it, and
 *   <li>{@link org.essaim.gateway.letters}: by e-mail, where they want it;
 *   <li>{@link org.essaim.gateway.consents}: how they may be found, and what may be done without asking again;
 *   <li>{@link org.essaim.gateway.links}: the accounts they link, through follow-executor and as themselves;
 *   <li>{@link org.essaim.gateway.identities}: all of that told to the matcher, whole, by one job;
 *   <li>{@link org.essaim.gateway.migrations}: a move, and the archive it begins with;
 *   <li>{@link org.essaim.gateway.matches}: whom they knew and where those are now, for review;
 *   <li>{@link org.essaim.gateway.follows}: plans, their cancellation, and what became of each follow;
 *   <li>{@link org.essaim.gateway.rights}: what is held about a person, and its end;
 *   <li>{@link org.essaim.gateway.operators}: stops, support, dead letters;
 *   <li>{@link org.essaim.gateway.figures}: what everyone may know.
 * </ol>
 *
 * <p>State is in PostgreSQL; whatever others must know leaves through the outbox in the same transaction. A member's row
 * is the lock of everything that is decided about that member.
 */
@NullMarked
package org.essaim.gateway;

import org.jspecify.annotations.NullMarked;
