import type { Acquaintances } from '../acquaintances';
import { Names, OTHER } from '../scan/names';
import type { Elements, Fields, Target } from '../scan/scanner';
import { postTimeOf } from '../times';
import { listOf } from './ids';

/** Nobody can name more people in one post; further ones are left out. */
const MOST_NAMED = 200;
/** Longer texts are neither handles nor dates. */
const LONGEST = 64;

const FIELDS = new Names('tweet', 'created_at', 'entities', 'in_reply_to_user_id', 'in_reply_to_user_id_str', 'in_reply_to_screen_name');
const ENTITIES = new Names('user_mentions');
const MENTION = new Names('id_str', 'id', 'screen_name');

/**
 * Posts: `{"tweet": {...}}`, or the bare object it was before 2020. Only whom a post names and answers is read, and when; its words
 * are passed over.
 */
export class TweetList {
  private created: string | null = null;
  private inWrapper = false;
  /** The one answered first, then those mentioned. */
  private readonly ids: bigint[] = [-1n];
  private readonly handles: (string | null)[] = [null];
  private named = 1;

  constructor(private readonly acquaintances: Acquaintances) {}

  target(): Target {
    const tweet: Fields = { names: FIELDS, field: (name) => targets[name] ?? null, end: () => this.endObject() };
    const targets = this.targets(tweet);
    return listOf(tweet);
  }

  private targets(tweet: Fields): Target[] {
    const replied: Target = { scalar: (value) => { this.ids[0] = value.id(); }, other: () => { this.ids[0] = -1n; } };
    return [
      { object: () => this.wrapped(tweet) },
      { scalar: (value) => { this.created = value.rawText(LONGEST); }, other: () => { this.created = null; } },
      { object: () => this.entities },
      replied,
      replied,
      { scalar: (value) => { this.handles[0] = value.rawText(LONGEST); }, other: () => { this.handles[0] = null; } },
    ];
  }

  private wrapped(tweet: Fields): Fields | null {
    if (this.inWrapper) return null;
    this.inWrapper = true;
    return tweet;
  }

  private readonly mention: Fields = this.mentionFields();
  private readonly mentionTarget: Target = { object: () => this.beginMention() };
  private readonly mentions: Elements = { element: () => (this.named <= MOST_NAMED ? this.mentionTarget : null) };
  private readonly mentionsTarget: Target = { array: () => this.mentions };
  private readonly entities: Fields = { names: ENTITIES, field: (name) => (name === OTHER ? null : this.mentionsTarget) };

  private mentionFields(): Fields {
    const id: Target = {
      scalar: (value) => { this.ids[this.named] = value.id(); },
      other: () => { this.ids[this.named] = -1n; },
    };
    const handle: Target = {
      scalar: (value) => { this.handles[this.named] = value.rawText(LONGEST); },
      other: () => { this.handles[this.named] = null; },
    };
    const targets = [id, id, handle];
    return {
      names: MENTION,
      field: (name) => targets[name] ?? null,
      end: () => { if ((this.ids[this.named] ?? -1n) > 0n) this.named++; },
    };
  }

  private beginMention(): Fields {
    this.ids[this.named] = -1n;
    this.handles[this.named] = null;
    return this.mention;
  }

  private endObject(): void {
    if (this.inWrapper) {
      this.inWrapper = false;
      return;
    }
    if (this.named > 1 || (this.ids[0] ?? -1n) > 0n) this.tell();
    this.created = null;
    this.ids[0] = -1n;
    this.handles[0] = null;
    this.named = 1;
  }

  private tell(): void {
    const at = postTimeOf(this.created);
    const together: number[] = [];
    for (let i = 1; i < this.named; i++) together.push(this.tellOne(i, this.acquaintances.mentioned(this.ids[i] ?? -1n), at));
    if ((this.ids[0] ?? -1n) > 0n) together.push(this.tellOne(0, this.acquaintances.repliedTo(this.ids[0] ?? -1n), at));
    this.acquaintances.together(together);
  }

  private tellOne(index: number, number: number, at: number | null): number {
    const handle = this.handles[index];
    if (at !== null && handle) this.acquaintances.saw(number, handle, at);
    return number;
  }
}
