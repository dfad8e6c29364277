/**
 * Reads the ZIP of X part by part. From: {@link org.essaim.ingest.archive.parts.ArchiveParts}, the entries that matter. To:
 * {@link org.essaim.ingest.archive.ArchiveContents}.
 *
 * <p>In order: {@link org.essaim.ingest.archive.parts.PartSelection} finds the folder that holds the archive and what
 * its manifest announces; {@link org.essaim.ingest.archive.parts.PartwiseReader} reads owner, lists and posts;
 * {@link org.essaim.ingest.archive.parts.Acquaintances} counts who the posts speak to. A part that breaks off gives what
 * came before and a problem line; only an archive without any list is refused.
 */
@NullMarked
package org.essaim.ingest.archive.parts;

import org.jspecify.annotations.NullMarked;
