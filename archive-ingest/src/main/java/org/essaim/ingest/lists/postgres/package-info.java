/** The record in PostgreSQL: one row says what stands for a member, and sealed rows hold the lists themselves. */
@NullMarked
package org.essaim.ingest.lists.postgres;

import org.jspecify.annotations.NullMarked;
