/**
 * What an upload says, whatever its form: from a file to {@link org.essaim.ingest.archive.ArchiveContents}, or to a
 * refusal with a reason and a way out.
 *
 * <p>{@link org.essaim.ingest.archive.ArchiveReader} is the way in. Two forms exist: the ZIP that X hands out, read part
 * by part ({@code parts}, over {@code zip} and {@code json}), and the extract that the person's own machine made of it
 * ({@code json}). Everything here is a claim of whoever made the file: an owner read here is never proven.
 */
@NullMarked
package org.essaim.ingest.archive;

import org.jspecify.annotations.NullMarked;
