/** When it will be done: {@link org.essaim.executor.forecast.Forecast}, from the ledger and the budgets. */
@NullMarked
package org.essaim.executor.forecast;

import org.jspecify.annotations.NullMarked;
