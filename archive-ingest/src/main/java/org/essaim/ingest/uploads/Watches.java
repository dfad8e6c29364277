package org.essaim.ingest.uploads;

import org.essaim.contracts.ArchiveUploaded;
import org.essaim.ingest.archive.ReadingWatch;

/** Who looks on while uploads are read: notes how far each is, and ends the reading of one that was taken back. */
@FunctionalInterface
public interface Watches {

    ReadingWatch over(ArchiveUploaded upload);
}
