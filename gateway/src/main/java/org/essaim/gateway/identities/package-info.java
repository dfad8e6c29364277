/** Who a member is, told to the matcher. From X account, links and findability, by one job a member, to identities.v1. Whom the archive blocks is read from archive-ingest first: an identity that can be found is never published without it. */
@NullMarked
package org.essaim.gateway.identities;

import org.jspecify.annotations.NullMarked;
