/** Follows from plan to record, on both networks, within budgets and leases. */
@NullMarked
package org.essaim.executor.service.following;

import org.jspecify.annotations.NullMarked;
