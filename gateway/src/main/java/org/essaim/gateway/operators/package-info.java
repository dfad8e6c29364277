/**
 * What an operator can see and do: {@link org.essaim.gateway.operators.Stops} (nothing is followed there), {@link
 * org.essaim.gateway.operators.SupportView} (how a member's move stands, when they ask for help), {@link
 * org.essaim.gateway.operators.MatchView} (projected anew from its topic), dead letters, erasures and disputes ({@code rest}). Whatever changes
 * something, or looks at somebody, is written down without naming anyone ({@link org.essaim.gateway.operators.AuditLog}).
 */
@NullMarked
package org.essaim.gateway.operators;

import org.jspecify.annotations.NullMarked;
