/** Disputes as rows. */
@NullMarked
package org.essaim.gateway.disputes.postgres;

import org.jspecify.annotations.NullMarked;
