import type { ReadLimits } from './limits';
import { type Part, type PartKind, selectParts, withoutParts } from './parts';
import { Reading } from './reading';
import { ArchiveRefused } from './refusal';
import type { ArchiveParts } from './zip/archive';

/** What every ZIP of an archive may hold; any other file stands in one of them. */
const IN_EACH: readonly PartKind[] = ['manifest', 'account'];

/** Several ZIPs that X made of one archive, as one. Refuses those of two people, and two archives of one. */
export async function joined(archives: readonly ArchiveParts[], limits: ReadLimits): Promise<ArchiveParts> {
  const [only] = archives;
  if (archives.length === 1 && only) return only;
  const homes = new Map<Part, readonly [ArchiveParts, Part]>();
  const owners = new Set<bigint>();
  for (const archive of archives) {
    // One with pictures alone is one of them too.
    if (archive.parts.length === 0) continue;
    const owner = await new Reading(archive, limits, () => undefined).claimedOwner();
    if (owner) owners.add(owner.xId);
    for (const part of selectParts(archive.parts, archive.shape).parts) {
      const same = [...homes.keys()].find((known) => known.fileName === part.fileName);
      if (!same) homes.set({ ...part, directory: '' }, [archive, part]);
      else if (!IN_EACH.includes(part.kind)) throw new ArchiveRefused('SEVERAL_ARCHIVES');
    }
  }
  if (owners.size > 1) throw new ArchiveRefused('OWNER_AMBIGUOUS');
  const shape = archives.map((archive) => archive.shape).find((one) => one !== 'PLAIN') ?? 'PLAIN';
  if (homes.size === 0) throw withoutParts(shape);
  const homeOf = (part: Part) => {
    const home = homes.get(part);
    if (!home) throw new Error('the part is not of these archives');
    return home;
  };
  return {
    parts: [...homes.keys()],
    shape,
    joined: true,
    size: (part) => { const [archive, own] = homeOf(part); return archive.size(own); },
    read: (part, take) => { const [archive, own] = homeOf(part); return archive.read(own, take); },
  };
}
