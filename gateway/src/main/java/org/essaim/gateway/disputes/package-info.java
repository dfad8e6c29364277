/**
 * Whose an X account is, where two members say that it is theirs and one of them asks an operator. In order: the member sees what they
 * may dispute ({@link org.essaim.gateway.disputes.Contested}) and raises a {@link org.essaim.gateway.disputes.Dispute}; the others who
 * hold or claim the account are told; an operator reads who claims and who has proven it ({@link
 * org.essaim.gateway.disputes.OpenDispute}) and decides; both sides are told. Only X supplies a proven id: a decision takes claims and
 * proofs away and gives none.
 */
@NullMarked
package org.essaim.gateway.disputes;

import org.jspecify.annotations.NullMarked;
