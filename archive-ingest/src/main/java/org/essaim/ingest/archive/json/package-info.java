/**
 * The text of parts and of extracts, read by Jackson's pull parser: no tree, no text that is not needed.
 *
 * <p>Parts are JavaScript ({@code window.YTD.following.part0 = [...]}), some reformatted by hand, and so get just the
 * tolerance that archives in the wild need: a byte order mark, unquoted keys, trailing commas, a semicolon at the end.
 * Extracts are made by our own programs and must be JSON.
 */
@NullMarked
package org.essaim.ingest.archive.json;

import org.jspecify.annotations.NullMarked;
