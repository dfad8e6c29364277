/**
 * The ZIP format, as far as archives of X need it: the directory at the end, ZIP64, stored and deflated entries. Reads
 * from the file by position and trusts no number in it: each length is checked against the file, each part against the
 * size, checksum and ratio it claims.
 *
 * <p>Not the JDK's ZIP reader: that keeps the whole directory in memory, refuses archives as a whole for details of
 * entries that nobody reads, and does not tell cut, locked and foreign files apart, which the person needs to know.
 */
@NullMarked
package org.essaim.ingest.archive.zip;

import org.jspecify.annotations.NullMarked;
