import { ArchiveRefused } from './refusal';

/** The parts that are read; every other file of an archive stays unopened. */
export type PartKind =
  | 'manifest'
  | 'account'
  | 'following'
  | 'follower'
  | 'block'
  | 'mute'
  | 'tweets'
  | 'deleted-tweets'
  | 'community-tweet'
  | 'direct-messages';

/** The two names that X gave each kind over the years. */
const FILE_NAMES: ReadonlyMap<string, PartKind> = new Map([
  ['manifest', 'manifest'],
  ['account', 'account'],
  ['following', 'following'],
  ['follower', 'follower'],
  ['block', 'block'],
  ['mute', 'mute'],
  ['tweets', 'tweets'],
  ['tweet', 'tweets'],
  ['deleted-tweets', 'deleted-tweets'],
  ['deleted-tweet', 'deleted-tweets'],
  ['community-tweet', 'community-tweet'],
  ['community-tweets', 'community-tweet'],
  ['direct-messages', 'direct-messages'],
  ['direct-message', 'direct-messages'],
]);

/** A file of the archive that is read. */
export interface Part {
  /** The folder it stands in: lower case, forward slashes, a trailing one; empty at the root. */
  readonly directory: string;
  readonly kind: PartKind;
  /** 0 for `following.js`, 1 for `following-part1.js`, and so on. */
  readonly number: number;
  readonly fileName: string;
  /** When the file was written, in milliseconds since 1970, as the ZIP says it. */
  readonly modified: number | null;
}

const NAME = /^([a-z-]+?)(?:-part([0-9]{1,4}))?\.js$/;

/** The part that an entry's name stands for; null for folders, files of no interest and those that macOS adds. */
export function partOf(entryName: string, modified: number | null): Part | null {
  if (!endsWith(entryName, '.js')) return null;
  const path = entryName.replaceAll('\\', '/').toLowerCase();
  const slash = path.lastIndexOf('/') + 1;
  const directory = path.slice(0, slash);
  const fileName = path.slice(slash);
  const name = NAME.exec(fileName);
  if (directory.startsWith('__macosx/') || !name) return null;
  const kind = FILE_NAMES.get(name[1] ?? '');
  return kind ? { directory, kind, number: Number(name[2] ?? 0), fileName, modified } : null;
}

/** Whether `window.YTD.NAME.partN` announces this kind: the file name with underscores for hyphens. */
export function isGlobalOf(kind: PartKind, global: string): boolean {
  const [first, name, part, ...rest] = global.split('.');
  return first === 'YTD' && FILE_NAMES.get((name ?? '').replaceAll('_', '-')) === kind
    && part !== undefined && part.startsWith('part') && rest.length === 0;
}

/** Whether a name ends so, in either case. */
export function endsWith(entryName: string, ending: string): boolean {
  return entryName.length >= ending.length && entryName.slice(-ending.length).toLowerCase() === ending;
}

/** Refuses names that would leave the folder an archive is unpacked to. We never unpack; whoever names so means harm. */
export function requireSafe(entryName: string): void {
  const path = entryName.replaceAll('\\', '/');
  const absolute = path.startsWith('/') || path[1] === ':';
  const climbing = path === '..' || path.startsWith('../') || path.includes('/../') || path.endsWith('/..');
  if (absolute || climbing || path.includes('\0')) throw new ArchiveRefused('UNSAFE_PATH');
}

/** What the files of no interest tell of the whole: an archive of 2012-19, or a ZIP around another. */
export type ArchiveShape = 'PLAIN' | 'CLASSIC' | 'NESTED';

/** The parts of one archive: those of the shallowest folder with a list. */
export interface PartSelection {
  readonly parts: readonly Part[];
  /** Whether another folder could have been meant as well. */
  readonly ambiguous: boolean;
}

/** Selects; refuses an archive that has none, saying what it looks like instead. */
export function selectParts(all: readonly Part[], shape: ArchiveShape): PartSelection {
  const folders = new Map<string, Part[]>();
  for (const part of all) {
    const folder = folders.get(part.directory);
    if (folder) folder.push(part);
    else folders.set(part.directory, [part]);
  }
  const sorted = [...folders.keys()].sort().map((name) => folders.get(name) ?? []);
  let candidates = shallowest(sorted.filter((folder) => folder.some(isFollowData)));
  if (candidates.length === 0) candidates = shallowest(sorted);
  const [parts] = candidates;
  if (!parts) throw withoutParts(shape);
  if (new Set(parts.map((part) => part.fileName)).size !== parts.length) throw new ArchiveRefused('UNSAFE_PATH');
  return { parts, ambiguous: candidates.length > 1 };
}

function shallowest(folders: Part[][]): Part[][] {
  const depth = (folder: Part[]) => (folder[0]?.directory.split('/').length ?? 0);
  const least = Math.min(...folders.map(depth));
  return folders.filter((folder) => depth(folder) === least);
}

/** Why an archive without a single part that names an account is no use. */
export function withoutParts(shape: ArchiveShape): ArchiveRefused {
  switch (shape) {
    case 'CLASSIC':
      return new ArchiveRefused('CLASSIC_ARCHIVE');
    case 'NESTED':
      return new ArchiveRefused('NESTED_ZIP');
    case 'PLAIN':
      return new ArchiveRefused('NO_FOLLOW_DATA');
  }
}

/** Whether it holds the one thing without which an archive is no use. */
export function isFollowData(part: { readonly kind: PartKind }): boolean {
  return part.kind === 'following' || part.kind === 'follower';
}

/** The parts of a kind, in the order of their numbers. */
export function partsOf(parts: readonly Part[], kind: PartKind): Part[] {
  return parts
    .filter((part) => part.kind === kind)
    .sort((a, b) => a.number - b.number || (a.fileName < b.fileName ? -1 : 1));
}
