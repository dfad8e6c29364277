/** The lists, read from archive-ingest with the gateway's own token. */
@NullMarked
package org.essaim.gateway.identities.http;

import org.jspecify.annotations.NullMarked;
