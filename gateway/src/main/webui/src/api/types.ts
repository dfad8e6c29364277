/** The API's answers as they come: what is always there is required, what may be missing is null. */

/** An X id: digits, never a number. */
export type XId = string;
export type Network = 'BLUESKY' | 'MASTODON';
export type Findability = 'EVERYONE_WHO_FOLLOWED_ME' | 'PEOPLE_I_FOLLOW_TOO' | 'NOBODY';
export type Decision = 'CONFIRMED' | 'DECLINED';
export type DecisionState = 'UNDECIDED' | Decision;
export type MoveState = 'CREATED' | 'READING' | 'REJECTED' | 'MATCHING' | 'REVIEW' | 'FOLLOWING' | 'PAUSED';
export type NoticeKind =
  | 'X_ACCOUNT_CLAIMED'
  | 'X_ACCOUNT_PROVEN'
  | 'X_PROOF_GONE'
  | 'X_ACCOUNT_DISPLACED'
  | 'X_CLAIM_REFUSED'
  | 'X_ACCOUNT_CLAIMED_BY_OTHER'
  | 'X_RIVAL_DISPLACED';
export type FollowState =
  | 'PLANNED'
  | 'DEFERRED'
  | 'FOLLOWED'
  | 'ALREADY_FOLLOWING'
  | 'AWAITING_APPROVAL'
  | 'REFUSED'
  | 'NEEDS_PERSON'
  | 'CANCELLED'
  | 'UNDONE';
export type Slowed = 'GENTLE_START' | 'FEW_FOLLOW_BACK';

export interface Account {
  readonly network: Network;
  readonly id: string;
  readonly handle: string;
}

export interface Link {
  readonly account: Account;
  readonly state: 'LINKED' | 'LOST';
  readonly canFollow: boolean;
  readonly linkedAt: string;
}

export interface XAccount {
  readonly xId: XId;
  readonly handle: string | null;
  readonly assurance: 'CLAIMED' | 'PROVEN';
  readonly since: string;
}

export interface Me {
  readonly id: string;
  readonly xAccount: XAccount | null;
  readonly findability: Findability | null;
  readonly followArrivals: boolean;
  readonly email: boolean;
  readonly links: readonly Link[];
  readonly notices: readonly { readonly kind: NoticeKind; readonly at: string }[];
}

export interface Upload {
  readonly id: string;
  readonly state: 'WAITING' | 'INGESTED' | 'REJECTED';
  readonly uploadedAt: string;
  readonly reason: string | null;
  readonly counts: { readonly followings: number; readonly followers: number; readonly blocks: number; readonly mutes: number } | null;
}

/** One move, newest upload included. */
export interface Move {
  readonly id: string;
  readonly createdAt: string;
  readonly archive: Upload | null;
}

export interface MatchCounts {
  readonly all: number;
  readonly undecided: number;
  readonly isNew: number;
  readonly confirmed: number;
  readonly declined: number;
  readonly mutual: number;
  readonly wholeMatched: boolean;
  readonly networks: readonly { readonly network: Network; readonly matches: number }[];
}

export interface Waiting {
  readonly reason: string;
  readonly follows: number;
}

/** How far one acting account is. */
export interface AccountProgress {
  readonly account: Account;
  readonly outcomes: readonly { readonly state: FollowState; readonly follows: number }[];
  /** What only the person can move. */
  readonly needs: readonly Waiting[];
  readonly waiting: readonly Waiting[];
  readonly until: string | null;
  readonly slowed: Slowed | null;
}

export interface Status extends Move {
  readonly state: MoveState;
  readonly wholeMatched: boolean;
  readonly undecided: number;
  readonly paused: boolean;
  readonly review: MatchCounts;
  readonly accounts: readonly AccountProgress[];
}

export interface Match {
  readonly xId: XId;
  readonly mutual: boolean;
  /** 1 = closest, 0 = not known. */
  readonly closeness: number;
  readonly targets: readonly Account[];
  readonly since: string;
  readonly isNew: boolean;
  readonly decision: Decision | null;
}

export interface MatchPage {
  readonly matches: readonly Match[];
  readonly next: string | null;
}

/** What an account shows; `known` is false until its server was asked for the first time. */
export interface Profile {
  readonly account: Account;
  readonly name: string | null;
  readonly picture: string | null;
  readonly known: boolean;
}

export type MatchOrder = 'CLOSENESS' | 'NEWEST' | 'NAME';

/** Which matches; all but the declined where nothing is said. */
export interface MatchFilter {
  readonly network?: Network;
  readonly mutual?: boolean;
  readonly new?: boolean;
  readonly decision?: readonly DecisionState[];
  readonly search?: string;
}

export interface Follow {
  readonly acting: Account;
  readonly target: Account;
  readonly xId: XId;
  readonly state: FollowState;
  readonly reason: string | null;
  readonly until: string | null;
  readonly cancelled: boolean;
  readonly changedAt: string;
}

export interface FollowPage {
  readonly follows: readonly Follow[];
  readonly next: string | null;
}

export type AccountStanding = 'GOES_ON' | 'PAUSED' | 'STOPPED' | 'HOST_IN_TROUBLE';

/** What a plan would add, in all and on each linked account. */
export interface PlanPreview {
  readonly follows: number;
  readonly accounts: readonly {
    readonly account: Account;
    readonly able: boolean;
    readonly follows: number;
    readonly done: number;
    readonly open: number;
    readonly standing: AccountStanding | null;
    readonly endsAt: string | null;
  }[];
}

/** How one acting account comes along. */
export interface Outlook {
  readonly account: Account;
  readonly open: number;
  readonly standing: AccountStanding;
  readonly next: string | null;
  readonly endsAt: string | null;
}
