/** Why a file cannot become lists; the same names as the service that reads archives uses, and one for several files at once. */
export type Reason =
  | 'NOT_AN_ARCHIVE'
  | 'TRUNCATED'
  | 'ENCRYPTED'
  | 'BOMB'
  | 'UNSAFE_PATH'
  | 'MALFORMED_PART'
  | 'PART_MISSING'
  | 'TOO_LARGE'
  | 'TOO_MANY_IDS'
  | 'NO_FOLLOW_DATA'
  | 'NESTED_ZIP'
  | 'CLASSIC_ARCHIVE'
  | 'OWNER_UNKNOWN'
  | 'OWNER_AMBIGUOUS'
  | 'SEVERAL_ARCHIVES';

/** The file cannot become lists. Ends a reading at any depth. */
export class ArchiveRefused extends Error {
  constructor(readonly reason: Reason) {
    super(reason);
    this.name = 'ArchiveRefused';
  }
}

/** A part cannot be read from here on. What was read of it before stands. */
export class MalformedPart extends Error {
  /** @param byte where in the part the text stopped making sense */
  constructor(readonly byte: number) {
    super('malformed part');
    this.name = 'MalformedPart';
  }
}
