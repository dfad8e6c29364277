/**
 * Synthetic X archives of every generation and any size, and the people they belong to.
 *
 * <p>In order: {@link org.essaim.testing.archives.Population} draws people from a seed (or a test writes
 * {@link org.essaim.testing.archives.ArchiveContent} by hand), {@link org.essaim.testing.archives.ArchiveShape} says how X would
 * have packed it, {@link org.essaim.testing.archives.XArchive} writes the ZIP and answers with the
 * {@link org.essaim.testing.archives.GoldenCounts} that a reader must find, {@link org.essaim.testing.archives.Extract} is the
 * same content as a browser would reduce it to. The same seed gives the same bytes.
 */
@NullMarked
package org.essaim.testing.archives;

import org.jspecify.annotations.NullMarked;
