import { DEFAULT_LIMITS, type ReadLimits } from './limits';
import { loosePart } from './loose';
import { joined } from './several';
import { type ArchiveContents, Reading } from './reading';
import { ArchiveRefused, type Reason } from './refusal';
import { type ArchiveParts, ZipArchive } from './zip/archive';

/** What became of reading a file. */
export type ReadOutcome =
  | { readonly outcome: 'read'; readonly contents: ArchiveContents }
  | { readonly outcome: 'refused'; readonly reason: Reason };

/**
 * Reads the archive of X, of any generation since 2018 and of any size, or lists taken out of it. Nothing leaves this machine.
 *
 * @param files the ZIP; or all of them, where X made several of one archive
 * @param owner whose lists these are where the file itself does not say: the X account that the member has proven, or null
 * @param watch told how many bytes were read, and of about how many
 */
export async function readArchive(
  files: readonly Blob[],
  owner: bigint | null,
  limits: ReadLimits = DEFAULT_LIMITS,
  watch: (read: number, total: number) => void = () => undefined,
): Promise<ReadOutcome> {
  try {
    const opened: ArchiveParts[] = [];
    for (const file of files) opened.push((await loosePart(file, limits)) ?? (await ZipArchive.open(file, limits)));
    const archive = await joined(opened, limits);
    return { outcome: 'read', contents: await new Reading(archive, limits, watch).contents(owner) };
  } catch (failure) {
    if (failure instanceof ArchiveRefused) return { outcome: 'refused', reason: failure.reason };
    throw failure;
  }
}
