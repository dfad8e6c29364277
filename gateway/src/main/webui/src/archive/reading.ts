import { Acquaintances, type HandleSighting } from './acquaintances';
import { type Circle, circleOf } from './circle';
import { ConversationList } from './elements/conversations';
import { IdCollector, IdList } from './elements/ids';
import { type Manifest, ManifestScript, NO_MANIFEST } from './elements/manifest';
import { AccountList, type ClaimedOwner, claimedOwner } from './elements/owner';
import { TweetList } from './elements/tweets';
import type { ReadLimits } from './limits';
import { isFollowData, isGlobalOf, type Part, type PartKind, partsOf, selectParts, withoutParts } from './parts';
import { ArchiveRefused, MalformedPart } from './refusal';
import { Scanner, type Target } from './scan/scanner';
import type { ArchiveParts } from './zip/archive';

/** What a person may bring, each of which may be there or not; named as in the extract. */
export const LIST_NAMES = ['followings', 'followers', 'blocks', 'mutes', 'closeness', 'sightings'] as const;
export type ListName = (typeof LIST_NAMES)[number];

/** Something that could not be read although the rest could. Names files of X, never a person. */
export type Problem =
  | { readonly kind: 'several-archives' }
  | { readonly kind: 'partial' }
  | { readonly kind: 'missing'; readonly file: string }
  | { readonly kind: 'broken'; readonly file: string; readonly read: number }
  | { readonly kind: 'unreadable-lines'; readonly file: string; readonly count: number }
  | { readonly kind: 'count-differs'; readonly file: string; readonly announced: number; readonly found: number };

/** One person's lists as an archive gives them; duplicates are folded, ids ascend. */
export interface ArchiveContents {
  readonly owner: ClaimedOwner;
  /** When X made the archive, in milliseconds since 1970; null when nothing in it says so. */
  readonly generatedAt: number | null;
  readonly followings: BigUint64Array<ArrayBuffer>;
  readonly followers: BigUint64Array<ArrayBuffer>;
  readonly blocks: BigUint64Array<ArrayBuffer>;
  readonly mutes: BigUint64Array<ArrayBuffer>;
  /** The followings the person wrote to most, closest first. */
  readonly closeness: BigUint64Array<ArrayBuffer>;
  readonly sightings: readonly HandleSighting[];
  /** The lists that were not there, or not to be read to their end. A list that was there and is empty is complete. */
  readonly incomplete: readonly ListName[];
  readonly problems: readonly Problem[];
  /** Who is named together; stays on this machine. */
  readonly circle: Circle;
}

const FIRST_ARCHIVE = Date.UTC(2012, 11, 1);
const MOST_PROBLEMS = 100;
const POSTS: readonly PartKind[] = ['tweets', 'deleted-tweets', 'community-tweet'];

/** One reading of one archive; holds what was found wrong on the way. */
export class Reading {
  private readonly parts: readonly Part[];
  private readonly ambiguous: boolean;
  private readonly total: number;
  private readonly problems: Problem[] = [];
  private readonly incomplete = new Set<ListName>();
  private listPartMissing = false;
  private listPartBroken = false;
  private listPartsRead = 0;
  private done = 0;

  /**
   * Selects the parts; refuses an archive that has none.
   *
   * @param watch told how many bytes were read, and of about how many
   */
  constructor(
    private readonly archive: ArchiveParts,
    private readonly limits: ReadLimits,
    private readonly watch: (read: number, total: number) => void,
  ) {
    ({ parts: this.parts, ambiguous: this.ambiguous } = selectParts(archive.parts, archive.shape));
    this.total = this.parts.reduce((sum, part) => sum + archive.size(part), 0);
  }

  /**
   * Reads it all.
   *
   * @param otherwise the owner where the archive names none: the X account that the member has proven
   */
  async contents(otherwise: bigint | null): Promise<ArchiveContents> {
    const manifest = await this.manifest();
    const owner = await this.owner(manifest, otherwise);
    const followings = await this.list('following', 'followings', this.limits.followings, manifest);
    const followers = await this.list('follower', 'followers', this.limits.idsPerList, manifest);
    this.requireFollowData();
    const blocks = await this.list('block', 'blocks', this.limits.idsPerList, manifest);
    const mutes = await this.list('mute', 'mutes', this.limits.idsPerList, manifest);
    const acquaintances = await this.acquaintances();
    await this.countMessages(owner.xId, acquaintances);
    return {
      owner,
      generatedAt: this.generatedAt(manifest),
      followings,
      followers,
      blocks,
      mutes,
      closeness: acquaintances.closeness(followings),
      sightings: acquaintances.sightings(followings, followers),
      incomplete: [...this.incomplete],
      problems: this.problems,
      circle: circleOf(followings, acquaintances),
    };
  }

  private async scan(part: Part, global: (name: string) => boolean, target: Target): Promise<void> {
    const scanner = new Scanner(global, target);
    await this.archive.read(part, (bytes) => {
      this.done += bytes.length;
      this.watch(this.done, this.total);
      scanner.push(bytes);
    });
    scanner.finish();
  }

  /** Reads a part that may break off; gives whether it could be read to its end. */
  private async scanKind(part: Part, target: Target): Promise<boolean> {
    try {
      await this.scan(part, (name) => isGlobalOf(part.kind, name), target);
      return true;
    } catch (failure) {
      if (failure instanceof MalformedPart) return false;
      throw failure;
    }
  }

  private async manifest(): Promise<Manifest> {
    if (this.ambiguous) this.problem({ kind: 'several-archives' });
    const [part] = partsOf(this.parts, 'manifest');
    if (!part) return NO_MANIFEST;
    const script = new ManifestScript();
    try {
      await this.scan(part, (name) => name === '__THAR_CONFIG', script.target());
    } catch (failure) {
      if (!(failure instanceof MalformedPart)) throw failure;
      this.problem({ kind: 'broken', file: part.fileName, read: 0 });
      return NO_MANIFEST;
    }
    const manifest = script.manifest();
    if (manifest.partial && !this.archive.joined) this.problem({ kind: 'partial' });
    return manifest;
  }

  /** The account part names the owner best; the manifest stands in for it, and must not contradict it. */
  private async owner(manifest: Manifest, otherwise: bigint | null): Promise<ClaimedOwner> {
    const proven = otherwise === null ? null : claimedOwner(otherwise, null, null);
    const owner = (await this.account()) ?? manifest.owner ?? proven;
    if (!owner) throw new ArchiveRefused('OWNER_UNKNOWN');
    if (manifest.owner && manifest.owner.xId !== owner.xId) throw new ArchiveRefused('OWNER_AMBIGUOUS');
    return owner;
  }

  /** Whom the account part or else the manifest names; null when neither does. */
  async claimedOwner(): Promise<ClaimedOwner | null> {
    return (await this.account()) ?? (await this.manifest()).owner;
  }

  private async account(): Promise<ClaimedOwner | null> {
    const [part] = partsOf(this.parts, 'account');
    if (!part) return null;
    const account = new AccountList();
    if (await this.scanKind(part, account.target())) return account.owner();
    this.problem({ kind: 'broken', file: part.fileName, read: 0 });
    return null;
  }

  private async list(kind: PartKind, list: ListName, most: number, manifest: Manifest): Promise<BigUint64Array<ArrayBuffer>> {
    const ids = new IdCollector(most);
    const parts = partsOf(this.parts, kind);
    let whole = parts.length > 0;
    let expected = 0;
    for (const part of parts) {
      for (; expected < part.number && manifest.files.length === 0; expected++) {
        this.missing(kind, partName(part, expected));
        whole = false;
      }
      expected = part.number + 1;
      whole = (await this.readIds(part, ids, manifest)) && whole;
    }
    for (const file of manifest.files) {
      if (file.kind === kind && !this.parts.some((part) => part.fileName === file.fileName)) {
        this.missing(kind, file.fileName);
        whole = false;
      }
    }
    if (!whole) this.incomplete.add(list);
    return ids.toSorted();
  }

  /** Gives whether every line of it could be read. */
  private async readIds(part: Part, ids: IdCollector, manifest: Manifest): Promise<boolean> {
    const before = ids.added;
    const lines = new IdList(ids);
    if (!(await this.scanKind(part, lines.target()))) {
      this.listPartsRead += ids.added > before ? 1 : 0;
      this.listPartBroken ||= isFollowData(part);
      this.problem({ kind: 'broken', file: part.fileName, read: ids.added - before });
      return false;
    }
    this.listPartsRead++;
    if (lines.unreadable > 0) this.problem({ kind: 'unreadable-lines', file: part.fileName, count: lines.unreadable });
    const found = ids.added - before + lines.unreadable;
    const announced = manifest.files.find((file) => file.fileName === part.fileName)?.count ?? -1;
    if (announced >= 0 && announced !== found) {
      this.problem({ kind: 'count-differs', file: part.fileName, announced, found });
    }
    return lines.unreadable === 0;
  }

  /** Not one list was read: says which of the reasons was first in the way. */
  private requireFollowData(): void {
    if (this.listPartsRead > 0) return;
    if (this.listPartBroken) throw new ArchiveRefused('MALFORMED_PART');
    if (this.listPartMissing) throw new ArchiveRefused('PART_MISSING');
    throw withoutParts(this.archive.shape);
  }

  private async acquaintances(): Promise<Acquaintances> {
    const acquaintances = new Acquaintances();
    let whole = partsOf(this.parts, 'tweets').length > 0;
    for (const part of POSTS.flatMap((kind) => partsOf(this.parts, kind))) {
      if (!(await this.scanKind(part, new TweetList(acquaintances).target()))) {
        this.problem({ kind: 'broken', file: part.fileName, read: 0 });
        whole = false;
      }
    }
    if (!whole) this.incomplete.add('closeness').add('sightings');
    return acquaintances;
  }

  private async countMessages(owner: bigint, acquaintances: Acquaintances): Promise<void> {
    for (const part of partsOf(this.parts, 'direct-messages')) {
      if (!(await this.scanKind(part, new ConversationList(owner, acquaintances).target()))) {
        this.problem({ kind: 'broken', file: part.fileName, read: 0 });
      }
    }
  }

  /**
   * Without a manifest, the time the lists were written into the ZIP stands in: tools that zip again keep it or make it later, so an
   * archive may seem newer than it is, never older.
   */
  private generatedAt(manifest: Manifest): number | null {
    if (manifest.generatedAt !== null) return manifest.generatedAt;
    const times = this.parts.filter(isFollowData).map((part) => part.modified ?? 0).filter((at) => at > FIRST_ARCHIVE);
    return times.length === 0 ? null : Math.max(...times);
  }

  /** Says what could not be read; enough is enough. */
  private problem(problem: Problem): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem);
  }

  private missing(kind: PartKind, file: string): void {
    this.listPartMissing ||= isFollowData({ kind });
    this.problem({ kind: 'missing', file });
  }
}

function partName(part: Part, number: number): string {
  const name = part.fileName.replace(/\..*$/, '').replace(/-part[0-9]+$/, '');
  return number === 0 ? `${name}.js` : `${name}-part${number}.js`;
}
