import { MalformedPart } from '../refusal';
import { resolveEscapes } from './escapes';
import type { Names } from './names';

/** What becomes of a value. What a target has no method for is passed over unread. */
export interface Target {
  /** An object begins; null passes it. */
  object?(): Fields | null;
  /** An array begins; null passes it. */
  array?(): Elements | null;
  /** A text, number or literal stands there, to be taken from the scanner now. */
  scalar?(value: Scanner): void;
  /** A value of a kind that this target has no method for. */
  other?(): void;
  /** Whether any other kind of value makes the part malformed. */
  readonly strict?: boolean;
}

/** Reads an object. */
export interface Fields {
  readonly names: Names;
  /** What becomes of the field's value, by the number of its name; null passes it. */
  field(name: number): Target | null;
  end?(): void;
}

/** Reads an array. */
export interface Elements {
  element(): Target | null;
  end?(): void;
}

/** The longest text that is kept: every id, handle, name and date is far shorter. */
const LONGEST_KEPT = 64 * 1024;
const LONGEST_PREFIX = 256;
const DEEPEST = 64;
const LARGEST_ID = 2n ** 63n - 1n;

const enum State { Prefix, Value, Element, Key, Colon, After, Tail, PassText, PassNested }
const enum Of { Nothing, Pass, Quote, OpenObject, OpenArray, CloseObject, CloseArray }

const QUOTE = 0x22, BACKSLASH = 0x5c, COMMA = 0x2c, COLON = 0x3a, SEMICOLON = 0x3b;
const OPEN_OBJECT = 0x7b, CLOSE_OBJECT = 0x7d, OPEN_ARRAY = 0x5b, CLOSE_ARRAY = 0x5d;

/** What each byte is inside a value that is passed over: only quotes and brackets are heeded. */
const NESTED = new Uint8Array(256);
const OF_WORD = new Uint8Array(256);
const BLANK = new Uint8Array(256);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.+$') {
  OF_WORD[letter.charCodeAt(0)] = 1;
  NESTED[letter.charCodeAt(0)] = Of.Pass;
}
for (const letter of ' \n\r\t') BLANK[letter.charCodeAt(0)] = 1;
for (const letter of ' \n\r\t,:') NESTED[letter.charCodeAt(0)] = Of.Pass;
NESTED[QUOTE] = Of.Quote;
NESTED[OPEN_OBJECT] = Of.OpenObject;
NESTED[OPEN_ARRAY] = Of.OpenArray;
NESTED[CLOSE_OBJECT] = Of.CloseObject;
NESTED[CLOSE_ARRAY] = Of.CloseArray;

interface Frame { readonly fields: Fields | null; readonly elements: Elements | null }

/**
 * Reads the JavaScript of one part as its bytes come: the assignment before the value, the value, the semicolon behind it. Takes
 * what people's tools make of JSON: unquoted keys, a comma before the end. Memory does not grow with the part: of a text that is
 * passed over nothing is kept, whatever its length.
 */
export class Scanner {
  private state = State.Prefix;
  private buffer: Uint8Array = new Uint8Array(0);
  private position = 0;
  /** Where in the part the buffer begins. */
  private before = 0;
  private readonly frames: Frame[] = [];
  private readonly nesting = new Uint8Array(DEEPEST);
  private depth = 0;
  private inText = false;
  private escaped = false;
  private target: Target | null = null;
  private start = 0;
  private end = 0;
  private quoted = false;
  private hasEscapes = false;

  /**
   * @param global whether an assignment to a name like this, `YTD.following.part0`, is what the part must begin with: a file under
   *     another's name would turn followers into followings
   * @param top what becomes of the one value that the part is
   */
  constructor(private readonly global: (name: string) => boolean, private readonly top: Target) {}

  /** Takes the next bytes; fails where the text stops making sense. The bytes must not change afterwards. */
  push(bytes: Uint8Array): void {
    const left = this.buffer.length - this.position;
    if (left === 0) {
      this.before += this.buffer.length;
      this.buffer = bytes;
    } else {
      const joined = new Uint8Array(left + bytes.length);
      joined.set(this.buffer.subarray(this.position));
      joined.set(bytes, left);
      this.before += this.position;
      this.buffer = joined;
    }
    this.position = 0;
    this.run();
  }

  /** Nothing follows; fails when something had to. */
  finish(): void {
    if (this.state !== State.Tail || this.position < this.buffer.length) throw this.malformed();
  }

  private malformed(): MalformedPart {
    return new MalformedPart(this.before + this.position);
  }

  /** Goes on until the bytes are used up, or what is left must be seen together with what comes. */
  private run(): void {
    let more = true;
    while (more) {
      switch (this.state) {
        case State.Prefix: more = this.readPrefix(); break;
        case State.PassText: more = this.passText() && this.valueEnded(); break;
        case State.PassNested: more = this.passNested(); break;
        default: more = this.readToken();
      }
    }
  }

  /** Passes blanks, then takes what the state asks for. */
  private readToken(): boolean {
    const bytes = this.buffer;
    let at = this.position;
    while (BLANK[bytes[at] ?? 0] === 1) at++;
    this.position = at;
    if (at >= bytes.length) return false;
    const next = bytes[at] ?? 0;
    switch (this.state) {
      case State.Value: return this.readValue(next);
      case State.Element: return next === CLOSE_ARRAY ? this.close() : this.beginElement(next);
      case State.Key: return next === CLOSE_OBJECT ? this.close() : this.readKey(next);
      case State.Colon: return this.take(next === COLON, State.Value);
      case State.After: return this.readAfter(next);
      default: return this.take(next === SEMICOLON, State.Tail);
    }
  }

  private take(expected: boolean, state: State): boolean {
    if (!expected) throw this.malformed();
    this.position++;
    this.state = state;
    return true;
  }

  private readAfter(next: number): boolean {
    const frame = this.frames[this.frames.length - 1];
    const isObject = frame?.fields != null;
    if (next === COMMA) {
      this.position++;
      this.state = isObject ? State.Key : State.Element;
      return true;
    }
    if (next !== (isObject ? CLOSE_OBJECT : CLOSE_ARRAY)) throw this.malformed();
    return this.close();
  }

  private beginElement(next: number): boolean {
    this.target = this.frames[this.frames.length - 1]?.elements?.element() ?? null;
    return this.readValue(next);
  }

  private readKey(next: number): boolean {
    if (!(next === QUOTE ? this.keepText() : this.keepWord())) return false;
    const fields = this.frames[this.frames.length - 1]?.fields;
    this.target = fields?.field(fields.names.find(this.buffer, this.start, this.end)) ?? null;
    this.state = State.Colon;
    if (!this.target) this.passAtOnce();
    return true;
  }

  /** Passes a text that nobody asked for, where it ends in these bytes: most of a post is such. Whatever else stands there takes the usual way. */
  private passAtOnce(): void {
    const bytes = this.buffer;
    const length = bytes.length;
    let at = this.position;
    while (at < length && BLANK[bytes[at] ?? 0] === 1) at++;
    if (at >= length || bytes[at] !== COLON) return;
    at++;
    while (at < length && BLANK[bytes[at] ?? 0] === 1) at++;
    if (at >= length || bytes[at] !== QUOTE) return;
    at++;
    while (at < length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
    if (at + 1 >= length) return;
    at++;
    this.position = bytes[at] === COMMA ? at + 1 : at;
    this.state = bytes[at] === COMMA ? State.Key : State.After;
  }

  private readValue(next: number): boolean {
    const target = this.target;
    this.state = State.Value;
    if (next === OPEN_OBJECT || next === OPEN_ARRAY) return this.open(next, target);
    if (target?.strict) throw this.malformed();
    if (next === QUOTE && !target?.scalar) {
      target?.other?.();
      this.position++;
      this.state = State.PassText;
      return true;
    }
    if (!(next === QUOTE ? this.keepText() : this.keepWord())) return false;
    if (target?.scalar) target.scalar(this);
    else target?.other?.();
    return this.valueEnded();
  }

  private open(next: number, target: Target | null): boolean {
    const isObject = next === OPEN_OBJECT;
    const fields = isObject ? target?.object?.() : null;
    const elements = isObject ? null : target?.array?.();
    if (fields || elements) {
      this.frames.push({ fields: fields ?? null, elements: elements ?? null });
      this.position++;
      this.state = isObject ? State.Key : State.Element;
      return true;
    }
    if (target?.strict) throw this.malformed();
    target?.other?.();
    this.depth = 0;
    this.inText = false;
    this.state = State.PassNested;
    return true;
  }

  private close(): boolean {
    this.position++;
    const frame = this.frames.pop();
    frame?.fields?.end?.();
    frame?.elements?.end?.();
    return this.valueEnded();
  }

  private valueEnded(): boolean {
    this.state = this.frames.length === 0 ? State.Tail : State.After;
    return true;
  }

  /** What stands before the value. */
  private readPrefix(): boolean {
    const bytes = this.buffer;
    const end = Math.min(bytes.length, LONGEST_PREFIX);
    let at = 0;
    while (at < end && bytes[at] !== OPEN_ARRAY && bytes[at] !== OPEN_OBJECT) at++;
    if (at === LONGEST_PREFIX) throw this.malformed();
    if (at === end) return false;
    let prefix = '';
    for (let i = 0; i < at; i++) prefix += String.fromCharCode(bytes[i] ?? 0);
    const script = prefix.replace(/^\u00EF\u00BB\u00BF/, '').trim();
    const assignment = /^window\.([A-Za-z0-9_.]+)\s*=$/.exec(script);
    if (script !== '' && !(assignment && this.global(assignment[1] ?? ''))) throw this.malformed();
    this.position = at;
    this.target = this.top;
    return this.readValue(bytes[at] ?? 0);
  }

  /** Passes the rest of a text, however long; false when it goes on in the next bytes. */
  private passText(): boolean {
    const bytes = this.buffer;
    const length = bytes.length;
    let at = this.position;
    if (this.escaped && at < length) {
      at++;
      this.escaped = false;
    }
    while (at < length) {
      const next = bytes[at];
      if (next === QUOTE) {
        this.position = at + 1;
        return true;
      }
      if (next === BACKSLASH) {
        if (at + 1 === length) this.escaped = true;
        at++;
      }
      at++;
    }
    this.position = length;
    return false;
  }

  /** Passes the rest of an object or an array; false when it goes on in the next bytes. */
  private passNested(): boolean {
    const bytes = this.buffer;
    const length = bytes.length;
    while (true) {
      if (this.inText) {
        if (!this.passText()) return false;
        this.inText = false;
      }
      let at = this.position;
      while (at < length && NESTED[bytes[at] ?? 0] === Of.Pass) at++;
      this.position = at;
      if (at === length) return false;
      const kind = NESTED[bytes[at] ?? 0];
      if (kind === Of.Quote) {
        this.inText = true;
      } else if (kind === Of.OpenObject || kind === Of.OpenArray) {
        if (this.depth === DEEPEST) throw this.malformed();
        this.nesting[this.depth++] = kind;
      } else if (kind === Of.Nothing || this.nesting[this.depth - 1] !== (kind ?? 0) - 2) {
        throw this.malformed();
      } else if (--this.depth === 0) {
        this.position++;
        return this.valueEnded();
      }
      this.position++;
    }
  }

  /** Keeps the text that begins here; false when it goes on in the next bytes. */
  private keepText(): boolean {
    const bytes = this.buffer;
    const length = bytes.length;
    let at = this.position + 1;
    let escapes = false;
    while (at < length && bytes[at] !== QUOTE) {
      if (bytes[at] === BACKSLASH) {
        escapes = true;
        at++;
      }
      at++;
    }
    if (at - this.position > LONGEST_KEPT) throw this.malformed();
    if (at >= length) return false;
    this.keep(this.position + 1, at, at + 1);
    this.quoted = true;
    this.hasEscapes = escapes;
    return true;
  }

  /** Keeps a number, a literal or an unquoted key; false when it may go on in the next bytes. */
  private keepWord(): boolean {
    const bytes = this.buffer;
    let at = this.position;
    while (OF_WORD[bytes[at] ?? 0] === 1) at++;
    if (at - this.position > LONGEST_KEPT) throw this.malformed();
    if (at >= bytes.length) return false;
    if (at === this.position) throw this.malformed();
    this.keep(this.position, at, at);
    this.quoted = false;
    this.hasEscapes = false;
    return true;
  }

  private keep(start: number, end: number, next: number): void {
    this.start = start;
    this.end = end;
    this.position = next;
  }

  /** The text that stands there; null for a number or a literal. */
  text(): string | null {
    return this.quoted ? this.written() : null;
  }

  /** The text, number or literal as it is written, escapes resolved. */
  written(): string {
    const raw = DECODER.decode(this.buffer.subarray(this.start, this.end));
    return this.hasEscapes ? resolveEscapes(raw) : raw;
  }

  /** The text as it is written, escapes and all; null for what is none, and for one that is longer. */
  rawText(longest: number): string | null {
    if (!this.quoted || this.end - this.start > longest) return null;
    return DECODER.decode(this.buffer.subarray(this.start, this.end));
  }

  /** The whole number that the digits write, in quotes or not; -1 when they write none, or one beyond 2^63. */
  count(): bigint {
    const length = this.end - this.start;
    if (length === 0 || length > 19) return -1n;
    let high = 0;
    let low = 0;
    const split = this.start + Math.max(0, length - 9);
    for (let i = this.start; i < this.end; i++) {
      const digit = (this.buffer[i] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) return -1n;
      if (i < split) high = high * 10 + digit;
      else low = low * 10 + digit;
    }
    const number = length <= 15 ? BigInt(high * 1e9 + low) : BigInt(high) * 1_000_000_000n + BigInt(low);
    return number > LARGEST_ID ? -1n : number;
  }

  /** An X id by its digits, in quotes or not; -1 for anything else. */
  id(): bigint {
    const number = this.count();
    return number === 0n ? -1n : number;
  }
}

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });
