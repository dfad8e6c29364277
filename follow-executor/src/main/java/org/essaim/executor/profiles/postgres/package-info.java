/** Profiles and small pictures in PostgreSQL. */
@NullMarked
package org.essaim.executor.profiles.postgres;

import org.jspecify.annotations.NullMarked;
