/**
 * How much may be asked of a network. Budgets are rows that all replicas share; a
 * {@link org.essaim.executor.budgets.Cost} is reserved before each call, what the server's headers say
 * ({@link org.essaim.executor.budgets.Observation}) replaces our own count afterwards, and nobody waits: what does not fit
 * is told when it will ({@link org.essaim.executor.budgets.Reservation}). The numbers are {@link
 * org.essaim.executor.budgets.BudgetLimits} and {@link org.essaim.executor.budgets.DailyPace}, reasons in
 * docs/adr/0011-budgets.md and docs/adr/0017-a-gentle-pace.md.
 */
@NullMarked
package org.essaim.executor.budgets;

import org.jspecify.annotations.NullMarked;
