/** Moves and uploads as rows. */
@NullMarked
package org.essaim.gateway.migrations.postgres;

import org.jspecify.annotations.NullMarked;
