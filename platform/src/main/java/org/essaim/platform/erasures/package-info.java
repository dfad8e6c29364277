/**
 * Whom a service erased, kept outside its database, so that a restored backup brings nobody back. {@link
 * org.essaim.platform.erasures.ErasureJournal} makes the entry that goes out with an erasure; {@link
 * org.essaim.platform.erasures.ReplayErasures} reads all entries when the service starts and has {@link
 * org.essaim.platform.erasures.KnownMembers} erase again whom they name. See ADR 0042.
 */
@NullMarked
package org.essaim.platform.erasures;

import org.jspecify.annotations.NullMarked;
