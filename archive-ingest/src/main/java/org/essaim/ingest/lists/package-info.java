/**
 * The lists that stand for each member: the record of them, and their projection by bucket.
 *
 * <p>A member has at most one generation standing. {@link org.essaim.ingest.lists.MemberLists} replaces it as a whole and
 * tells of it in the same transaction; {@link org.essaim.ingest.lists.ListRecords} is what the topics say of it.
 */
@NullMarked
package org.essaim.ingest.lists;

import org.jspecify.annotations.NullMarked;
