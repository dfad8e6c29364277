/** Budgets in PostgreSQL, counted where their rows are locked. */
@NullMarked
package org.essaim.executor.budgets.postgres;

import org.jspecify.annotations.NullMarked;
