/** Export and erasure of rows. {@link org.essaim.gateway.rights.postgres.MemberTables} names every table that knows members; a test holds it against the database. */
@NullMarked
package org.essaim.gateway.rights.postgres;

import org.jspecify.annotations.NullMarked;
