/** How much a file may ask of us before it is refused; the same bounds as the service that reads archives has. */
export interface ReadLimits {
  /** How many entries a ZIP may name. */
  readonly entries: number;
  /** How many bytes the parts that are read may inflate to, together. */
  readonly inflatedBytes: number;
  /** How many times its packed size a part may inflate to, once it is over a megabyte. */
  readonly ratio: number;
  /** How many accounts a person can be following. */
  readonly followings: number;
  /** How many accounts any other list may name. */
  readonly idsPerList: number;
}

export const DEFAULT_LIMITS: ReadLimits = {
  entries: 4_000_000,
  inflatedBytes: 8 * 2 ** 30,
  ratio: 250,
  followings: 1_000_000,
  idsPerList: 5_000_000,
};
