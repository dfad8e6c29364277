import { Names } from '../scan/names';
import type { Fields, Target } from '../scan/scanner';
import { listOf } from './ids';

/** Whom an archive names as its owner. Anyone can edit an archive: this is a claim, never a proof. */
export interface ClaimedOwner {
  readonly xId: bigint;
  readonly handle: string | null;
  readonly name: string | null;
}

const LONGEST_NAME = 200;

/** Names that X would never have given are dropped. */
export function claimedOwner(xId: bigint, handle: string | null, name: string | null): ClaimedOwner {
  return {
    xId,
    handle: handle !== null && /^[A-Za-z0-9_]{1,50}$/.test(handle) ? handle : null,
    name: name !== null && name.length <= LONGEST_NAME && !/[\p{Cc}\p{Cs}]/u.test(name) ? name : null,
  };
}

/** Reads the three fields that name an owner, under the names that a file gives them. */
export class OwnerFields {
  private id = -1n;
  private handle: string | null = null;
  private name: string | null = null;
  readonly fields: Fields;

  constructor(id: string, handle: string, name: string) {
    const targets: Target[] = [
      { scalar: (value) => { this.id = value.id(); }, other: () => { this.id = -1n; } },
      { scalar: (value) => { this.handle = value.text(); }, other: () => { this.handle = null; } },
      { scalar: (value) => { this.name = value.text(); }, other: () => { this.name = null; } },
    ];
    this.fields = { names: new Names(id, handle, name), field: (number) => targets[number] ?? null };
  }

  owner(): ClaimedOwner | null {
    return this.id > 0n ? claimedOwner(this.id, this.handle, this.name) : null;
  }
}

/** `account.js`; the e-mail address in it is passed over unread. */
export class AccountList {
  private readonly owned = new OwnerFields('accountId', 'username', 'accountDisplayName');

  owner(): ClaimedOwner | null {
    return this.owned.owner();
  }

  target(): Target {
    const account: Target = { object: () => this.owned.fields };
    return listOf({ names: new Names('account'), field: (name) => (name === 0 ? account : null) });
  }
}
