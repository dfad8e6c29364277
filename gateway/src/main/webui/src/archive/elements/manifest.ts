import { type PartKind, partOf } from '../parts';
import { Names } from '../scan/names';
import type { Elements, Fields, Target } from '../scan/scanner';
import { instantOf } from '../times';
import { type ClaimedOwner, OwnerFields } from './owner';

/** A file that the manifest announces, and how many elements it should hold; -1 when it does not say. */
export interface Announced {
  readonly kind: PartKind;
  readonly fileName: string;
  readonly count: number;
}

/** What `manifest.js` says about the archive it stands in (since March 2020). */
export interface Manifest {
  readonly owner: ClaimedOwner | null;
  /** Milliseconds since 1970. */
  readonly generatedAt: number | null;
  /** X made the archive in several ZIPs, and this is one of them. */
  readonly partial: boolean;
  readonly files: readonly Announced[];
}

export const NO_MANIFEST: Manifest = { owner: null, generatedAt: null, partial: false, files: [] };

/** More files than any archive announces; beyond them a manifest is made to fill memory. */
const MOST_FILES = 10_000;

/** `window.__THAR_CONFIG = {userInfo, archiveInfo, dataTypes}`. */
export class ManifestScript {
  private readonly owned = new OwnerFields('accountId', 'userName', 'displayName');
  private readonly files: Announced[] = [];
  private generatedAt: number | null = null;
  private partial = false;
  private fileName: string | null = null;
  private count = -1n;

  manifest(): Manifest {
    return { owner: this.owned.owner(), generatedAt: this.generatedAt, partial: this.partial, files: this.files };
  }

  target(): Target {
    const sections: Target[] = [{ object: () => this.owned.fields }, { object: () => this.archive() }, { object: () => this.types() }];
    const top: Fields = { names: new Names('userInfo', 'archiveInfo', 'dataTypes'), field: (name) => sections[name] ?? null };
    return { strict: true, object: () => top };
  }

  private archive(): Fields {
    const targets: Target[] = [
      {
        scalar: (value) => { this.generatedAt = instantOf(value.text()); },
        other: () => { this.generatedAt = null; },
      },
      { scalar: (value) => { this.partial = value.written() === 'true'; }, other: () => { this.partial = false; } },
    ];
    return { names: new Names('generationDate', 'isPartialArchive'), field: (name) => targets[name] ?? null };
  }

  /** The types by whatever name: what matters is which files each fills. */
  private types(): Fields {
    const file: Target = { object: () => this.file() };
    const files: Elements = { element: () => file };
    const list: Target = { array: () => files };
    const type: Fields = { names: new Names('files'), field: (name) => (name === 0 ? list : null) };
    const target: Target = { object: () => type };
    return { names: new Names('files'), field: () => target };
  }

  private file(): Fields {
    this.fileName = null;
    this.count = -1n;
    const targets: Target[] = [
      { scalar: (value) => { this.fileName = value.text(); }, other: () => { this.fileName = null; } },
      { scalar: (value) => { this.count = value.count(); }, other: () => { this.count = -1n; } },
    ];
    return { names: new Names('fileName', 'count'), field: (name) => targets[name] ?? null, end: () => this.endFile() };
  }

  private endFile(): void {
    const part = this.fileName === null || this.files.length === MOST_FILES ? null : partOf(this.fileName, null);
    if (part) this.files.push({ kind: part.kind, fileName: part.fileName, count: Number(this.count) });
  }
}
