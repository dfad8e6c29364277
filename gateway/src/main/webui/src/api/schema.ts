// Written by scripts/api.mjs from openapi.json, the document that the gateway serves.
export interface paths {
    readonly "/api/v1/figures": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Members, linked accounts and follows, counted hourly, in hundreds; null below a hundred */
        readonly get: operations["figures"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who I am here */
        readonly get: operations["me"];
        readonly put?: never;
        readonly post?: never;
        /** Forget me: everything here, on the networks the access I gave, and my account. There is no way back */
        readonly delete: operations["eraseMe"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/me/archive-reminder": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Write to me once, in about a day, that X should have my archive ready, unless I brought it by then */
        readonly put: operations["remindOfArchive"];
        readonly post?: never;
        /** Do not remind me of the archive */
        readonly delete: operations["forgetReminder"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/me/consents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What I agree to now, and what I could agree to; nothing is preselected */
        readonly get: operations["consents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/me/consents/email": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Tell me by e-mail, in few letters */
        readonly put: operations["allowEmail"];
        readonly post?: never;
        /** No more e-mail */
        readonly delete: operations["stopEmail"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/me/consents/follow-arrivals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Follow people who arrive later without asking me again */
        readonly put: operations["followArrivals"];
        readonly post?: never;
        /** Ask me again before anyone who arrives later is followed; cancels what was planned without asking */
        readonly delete: operations["stopFollowingArrivals"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/me/consents/history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every consent I ever gave, newest first */
        readonly get: operations["consentHistory"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/me/consents/partners/{partner}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Let this partner be told of my matches */
        readonly put: operations["allowPartner"];
        readonly post?: never;
        /** Tell this partner nothing more */
        readonly delete: operations["stopPartner"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/me/disputes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The X accounts that I may dispute, and what I disputed, newest first */
        readonly get: operations["disputes"];
        readonly put?: never;
        /** Say that an X account is mine; an operator decides, and the others who have it are told */
        readonly post: operations["raiseDispute"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/me/disputes/{dispute}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Take a dispute back before it is decided; nothing is kept of it */
        readonly delete: operations["takeDisputeBack"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/me/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Everything that is held about me; for a Mastodon account there is a list of its own to import */
        readonly get: operations["export"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/me/findability": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Choose who may find me through a match */
        readonly put: operations["chooseFindability"];
        readonly post?: never;
        /** Withdraw the choice: nobody finds me */
        readonly delete: operations["withdrawFindability"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/me/letters": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether this Essaim can send e-mail at all, in which language it writes to me, and what I asked for */
        readonly get: operations["letters"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/me/letters/language": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Write to me in this language */
        readonly put: operations["writeIn"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/me/links": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** My linked accounts, in the order they were linked */
        readonly get: operations["links"];
        readonly put?: never;
        /** Begin to link an account: the answer says where I agree to it */
        readonly post: operations["beginLink"];
        /** Unlink an account, on its network too */
        readonly delete: operations["unlink"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/me/links/completions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** End linking with what the network sent back */
        readonly post: operations["completeLink"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/me/links/following.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What is planned on one of my Mastodon accounts, as the file that its own server imports */
        readonly get: operations["followingList"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/me/pictures/{picture}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A small picture, by the name that a profile gave; it never changes */
        readonly get: operations["picture"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/me/x-account/refresh": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Read again what X says is mine, after signing in with X */
        readonly post: operations["refreshXAccount"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/me/x-handle": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The handle that I proved by a post, or null */
        readonly get: operations["xHandle"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/me/x-handle/codes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** A code to post on X within an hour: it proves the handle, not the account, for which I sign in with X */
        readonly post: operations["offerXCode"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/me/x-handle/readings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Read the post with my code */
        readonly post: operations["readXPost"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/migrations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** My moves, newest first */
        readonly get: operations["migrations"];
        readonly put?: never;
        /** Begin a move */
        readonly post: operations["beginMigration"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/migrations/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How far a move is: the same as its events tell; with If-None-Match nothing when nothing changed */
        readonly get: operations["migration"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/migrations/{id}/archive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How far the reading of my newest archive is */
        readonly get: operations["archiveProgress"];
        /** Bring the extract made on my own machine or, where the operator allows that, the archive as X gave it */
        readonly put: operations["bringArchive"];
        readonly post?: never;
        /** Take my newest archive back while it is not read: its bytes are deleted, and it is told as UPLOAD_GONE */
        readonly delete: operations["takeArchiveBack"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/migrations/{id}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Cancel what is planned and not followed yet; what is followed stays */
        readonly post: operations["cancel"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/migrations/{id}/decisions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Confirm or decline matches: the named ones, those a filter lets through, or all; the same again changes nothing */
        readonly post: operations["decide"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/migrations/{id}/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Server-sent events: the whole state of the move, each time it changes; ends with the session */
        readonly get: operations["events"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/migrations/{id}/follows": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A page of the follows of a move and what became of each */
        readonly get: operations["follows"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/migrations/{id}/matches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A page of standing matches; those I declined only when asked for */
        readonly get: operations["matches"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/migrations/{id}/matches/counts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How many matches there are, by what was decided and by network */
        readonly get: operations["matchCounts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/migrations/{id}/outlook": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** For each of my acting accounts: what is open, what keeps it, when it goes on and when it will be done */
        readonly get: operations["outlook"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/migrations/{id}/pause": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Start no more follows until I resume */
        readonly post: operations["pause"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/migrations/{id}/plans": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Follow every match I confirmed, on every account I linked; what is planned or done stays as it is */
        readonly post: operations["plan"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/migrations/{id}/plans/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What a plan would do: how many follows on which account, and when they would be done; changes nothing */
        readonly get: operations["previewPlan"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/migrations/{id}/profiles": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Names and pictures of up to 100 matches; what is not known is looked for, and there a moment later */
        readonly post: operations["profiles"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/migrations/{id}/resume": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Go on where the pause began */
        readonly post: operations["resume"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/migrations/{id}/undo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Take back what this move followed, and only that */
        readonly post: operations["undo"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly AccountPreview: {
            readonly account: components["schemas"]["TargetAccount"];
            readonly able: boolean;
            /** Format: int32 */
            readonly follows: number;
            /** Format: int32 */
            readonly done: number;
            /** Format: int32 */
            readonly open: number;
            readonly standing: components["schemas"]["RunStanding"] | null;
            readonly endsAt: components["schemas"]["Instant"] | null;
        };
        readonly AccountProgress: {
            readonly account: components["schemas"]["TargetAccount"];
            readonly outcomes: readonly components["schemas"]["OutcomeCount"][];
            readonly needs: readonly components["schemas"]["Waiting"][];
            readonly waiting: readonly components["schemas"]["Waiting"][];
            readonly until: components["schemas"]["Instant"] | null;
            readonly slowed: components["schemas"]["Slowed"] | null;
        };
        readonly Agreement: {
            /** Format: int32 */
            readonly wording: number | null;
        };
        readonly ArchiveProgress: {
            readonly archive: components["schemas"]["UUID"];
            readonly stage: components["schemas"]["Stage"];
            /** Format: int64 */
            readonly read: number | null;
            /** Format: int64 */
            readonly total: number | null;
        };
        /** @enum {string} */
        readonly Assurance: "CLAIMED" | "PROVEN";
        readonly Brought: {
            readonly archive: components["schemas"]["UUID"];
        };
        /** @enum {string} */
        readonly Choice: "CONFIRM" | "DECLINE";
        /** @enum {string} */
        readonly ConsentKind: "FINDABILITY" | "FOLLOW_ARRIVALS" | "EMAIL" | "PARTNER";
        readonly ConsentsView: {
            readonly findability: components["schemas"]["Findability"] | null;
            readonly followArrivals: boolean;
            readonly email: boolean;
            readonly partners: readonly components["schemas"]["PartnerConsent"][];
            readonly wordings: {
                readonly [key: string]: number;
            };
        };
        readonly Contested: {
            readonly xId: components["schemas"]["XId"];
            readonly handle: string | null;
            readonly why: components["schemas"]["Why"];
        };
        readonly Counts: {
            /** Format: int32 */
            readonly followings: number;
            /** Format: int32 */
            readonly followers: number;
            /** Format: int32 */
            readonly blocks: number;
            /** Format: int32 */
            readonly mutes: number;
        };
        readonly Created: {
            readonly id: components["schemas"]["UUID"];
        };
        readonly Dance: {
            readonly authorizationUrl: string;
            readonly expiresAt: components["schemas"]["Instant"] | null;
        };
        readonly Decided: {
            /** Format: int32 */
            readonly decided: number;
        };
        /** @enum {string} */
        readonly Decision: "CONFIRMED" | "DECLINED";
        readonly DecisionRequest: {
            readonly decision: components["schemas"]["Choice"] | null;
            readonly all: boolean;
            readonly matches: readonly components["schemas"]["XId"][] | null;
            readonly filter: components["schemas"]["FilterBody"] | null;
            readonly until: components["schemas"]["Instant"] | null;
        };
        /** @enum {string} */
        readonly DecisionState: "UNDECIDED" | "CONFIRMED" | "DECLINED";
        readonly Dispute: {
            readonly id: components["schemas"]["UUID"];
            readonly xId: components["schemas"]["XId"];
            readonly words: string;
            readonly raisedAt: components["schemas"]["Instant"];
            readonly state: components["schemas"]["DisputeState"];
            readonly reason: string | null;
            readonly decidedAt: components["schemas"]["Instant"] | null;
        };
        readonly DisputeRequest: {
            readonly xId: components["schemas"]["XId"] | null;
            readonly words: string | null;
        };
        /** @enum {string} */
        readonly DisputeState: "OPEN" | "UPHELD" | "REJECTED";
        readonly DisputesView: {
            readonly contested: readonly components["schemas"]["Contested"][];
            readonly disputes: readonly components["schemas"]["Dispute"][];
        };
        /** @enum {string} */
        readonly Evidence: "FOLLOWED" | "FOLLOWED_ME";
        readonly Export: {
            readonly at: components["schemas"]["Instant"];
            readonly held: {
                readonly [key: string]: readonly {
                    readonly [key: string]: unknown;
                }[];
            };
            readonly grants: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly followings: readonly string[] | null;
            readonly followers: readonly string[] | null;
            readonly blocks: readonly string[] | null;
            readonly mutes: readonly string[] | null;
        };
        readonly Figures: {
            readonly hour: components["schemas"]["Instant"];
            /** Format: int64 */
            readonly members: number | null;
            /** Format: int64 */
            readonly links: number | null;
            /** Format: int64 */
            readonly reconnections: number | null;
        };
        readonly FilterBody: {
            readonly network: components["schemas"]["Network"] | null;
            readonly mutual: boolean | null;
            readonly new: boolean;
            readonly assurance: components["schemas"]["Assurance"] | null;
            readonly decision: readonly components["schemas"]["DecisionState"][];
            readonly search: string | null;
        };
        /** @enum {string} */
        readonly Findability: "EVERYONE_WHO_FOLLOWED_ME" | "PEOPLE_I_FOLLOW_TOO" | "NOBODY";
        readonly FindabilityChoice: {
            readonly choice: components["schemas"]["Findability"] | null;
            /** Format: int32 */
            readonly wording: number | null;
        };
        readonly Follow: {
            readonly acting: components["schemas"]["TargetAccount"];
            readonly target: components["schemas"]["TargetAccount"];
            readonly xId: components["schemas"]["XId"];
            readonly state: components["schemas"]["FollowState"];
            readonly reason: string | null;
            readonly until: components["schemas"]["Instant"] | null;
            readonly slowed: components["schemas"]["Slowed"] | null;
            readonly cancelled: boolean;
            readonly changedAt: components["schemas"]["Instant"];
        };
        readonly FollowList: {
            readonly follows: readonly components["schemas"]["Follow"][];
            readonly next: string | null;
        };
        /** @enum {string} */
        readonly FollowState: "PLANNED" | "DEFERRED" | "FOLLOWED" | "ALREADY_FOLLOWING" | "AWAITING_APPROVAL" | "REFUSED" | "NEEDS_PERSON" | "CANCELLED" | "UNDONE";
        readonly Given: {
            readonly kind: components["schemas"]["ConsentKind"];
            readonly partner: string;
            readonly choice: string;
            /** Format: int32 */
            readonly wording: number;
            readonly givenAt: components["schemas"]["Instant"];
            readonly withdrawnAt: components["schemas"]["Instant"] | null;
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        readonly Instant: string;
        /** @enum {string} */
        readonly Language: "FR" | "EN" | "DE" | "ES" | "AR" | "JA";
        readonly LanguageChoice: {
            readonly language: components["schemas"]["Language"] | null;
        };
        readonly LettersView: {
            readonly available: boolean;
            readonly language: components["schemas"]["Language"] | null;
            readonly archiveReminder: components["schemas"]["Instant"] | null;
        };
        readonly Link: {
            readonly account: components["schemas"]["TargetAccount"];
            readonly state: components["schemas"]["LinkState"];
            readonly canFollow: boolean;
            readonly linkedAt: components["schemas"]["Instant"];
        };
        readonly LinkCompletion: {
            readonly state: string | null;
            readonly code: string | null;
            readonly iss: string | null;
            readonly error: string | null;
        };
        readonly LinkRequest: {
            readonly network: components["schemas"]["Network"] | null;
            readonly account: string | null;
            readonly purpose: components["schemas"]["Purpose"] | null;
        };
        /** @enum {string} */
        readonly LinkState: "LINKED" | "LOST";
        readonly Linked: {
            readonly account: components["schemas"]["TargetAccount"];
            readonly canFollow: boolean;
            readonly scopes: readonly string[];
        };
        readonly MatchCounts: {
            /** Format: int32 */
            readonly all: number;
            /** Format: int32 */
            readonly undecided: number;
            /** Format: int32 */
            readonly isNew: number;
            /** Format: int32 */
            readonly confirmed: number;
            /** Format: int32 */
            readonly declined: number;
            /** Format: int32 */
            readonly mutual: number;
            readonly wholeMatched: boolean;
            readonly networks: readonly components["schemas"]["OnNetwork"][];
        };
        readonly MatchList: {
            readonly at: components["schemas"]["Instant"];
            readonly matches: readonly components["schemas"]["MatchView"][];
            readonly next: string | null;
        };
        /** @enum {string} */
        readonly MatchOrder: "CLOSENESS" | "NEWEST" | "NAME";
        readonly MatchView: {
            readonly xId: components["schemas"]["XId"];
            readonly mutual: boolean;
            /** Format: int32 */
            readonly closeness: number;
            readonly assurance: components["schemas"]["Assurance"];
            readonly evidence: readonly components["schemas"]["Evidence"][];
            readonly targets: readonly components["schemas"]["TargetAccount"][];
            readonly since: components["schemas"]["Instant"];
            readonly isNew: boolean;
            readonly decision: components["schemas"]["Decision"] | null;
            readonly reasons: readonly components["schemas"]["Reason"][];
        };
        readonly Me: {
            readonly id: components["schemas"]["MemberId"];
            readonly xAccount: components["schemas"]["XAccount"] | null;
            readonly findability: components["schemas"]["Findability"] | null;
            readonly followArrivals: boolean;
            readonly email: boolean;
            readonly partners: readonly string[];
            readonly links: readonly components["schemas"]["Link"][];
            readonly notices: readonly components["schemas"]["Notice"][];
        };
        readonly MediaType: {
            readonly type: string;
            readonly subtype: string;
            readonly parameters: {
                readonly [key: string]: string;
            };
            /** Format: int32 */
            readonly hash: number;
            readonly wildcardType: boolean;
            readonly wildcardSubtype: boolean;
        };
        /** Format: uuid */
        readonly MemberId: string;
        readonly Migration: {
            readonly id: components["schemas"]["UUID"];
            readonly createdAt: components["schemas"]["Instant"];
            readonly archive: components["schemas"]["Upload"] | null;
        };
        /** @enum {string} */
        readonly MigrationState: "CREATED" | "READING" | "REJECTED" | "MATCHING" | "REVIEW" | "FOLLOWING" | "PAUSED";
        /** @enum {string} */
        readonly Network: "BLUESKY" | "MASTODON";
        readonly Notice: {
            readonly kind: components["schemas"]["NoticeKind"];
            readonly at: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        readonly NoticeKind: "X_ACCOUNT_CLAIMED" | "X_ACCOUNT_PROVEN" | "X_PROOF_GONE" | "X_ACCOUNT_DISPLACED" | "X_CLAIM_REFUSED" | "X_ACCOUNT_CLAIMED_BY_OTHER" | "X_RIVAL_DISPLACED" | "X_HANDLE_PROVEN" | "X_HANDLE_DISPLACED" | "X_DISPUTE_RAISED" | "X_DISPUTE_UPHELD" | "X_DISPUTE_REJECTED" | "X_DISPUTE_OVER" | "X_ACCOUNT_SET_ASIDE" | "LINK_LOST" | "RUN_FINISHED" | "RUN_NEEDS_YOU";
        readonly OfferedCode: {
            readonly code: string;
            readonly until: components["schemas"]["Instant"];
        };
        readonly OnNetwork: {
            readonly network: components["schemas"]["Network"];
            /** Format: int32 */
            readonly matches: number;
        };
        readonly OutboundSseEvent: {
            readonly id: string;
            readonly name: string;
            readonly comment: string;
            /** Format: int64 */
            readonly reconnectDelay: number;
            readonly reconnectDelaySet: boolean;
            readonly type: Record<string, never>;
            readonly genericType: Record<string, never>;
            readonly mediaType: components["schemas"]["MediaType"];
            readonly data: unknown;
        };
        readonly Outcome: {
            readonly network: components["schemas"]["Network"];
            readonly state: components["schemas"]["FollowState"];
            /** Format: int32 */
            readonly follows: number;
        };
        readonly OutcomeCount: {
            readonly state: components["schemas"]["FollowState"];
            /** Format: int32 */
            readonly follows: number;
        };
        readonly Outlook: {
            readonly account: components["schemas"]["TargetAccount"];
            /** Format: int64 */
            readonly open: number;
            readonly standing: components["schemas"]["RunStanding"];
            readonly next: components["schemas"]["Instant"] | null;
            readonly endsAt: components["schemas"]["Instant"] | null;
        };
        readonly PartnerConsent: {
            readonly partner: string;
            readonly name: string;
            readonly given: boolean;
        };
        readonly PlanPreview: {
            /** Format: int32 */
            readonly follows: number;
            readonly accounts: readonly components["schemas"]["AccountPreview"][];
        };
        readonly PlanRequest: {
            readonly network: components["schemas"]["Network"] | null;
        };
        readonly Planned: {
            readonly run: components["schemas"]["UUID"];
            /** Format: int32 */
            readonly follows: number;
        };
        readonly Profile: {
            readonly account: components["schemas"]["TargetAccount"];
            readonly name: string | null;
            readonly picture: string | null;
            readonly known: boolean;
        };
        readonly ProfileList: {
            readonly profiles: readonly components["schemas"]["Profile"][];
        };
        readonly ProfilesRequest: {
            readonly matches: readonly components["schemas"]["XId"][] | null;
        };
        readonly ProvenHandle: {
            readonly handle: string | null;
        };
        /** @enum {string} */
        readonly Purpose: "TO_BE_FOUND" | "TO_FOLLOW";
        readonly Reading: {
            readonly post: string | null;
        };
        readonly Reason: {
            readonly code: components["schemas"]["ReasonCode"];
            /** Format: int32 */
            readonly rank: number | null;
            readonly at: components["schemas"]["Instant"] | null;
            readonly network: components["schemas"]["Network"] | null;
        };
        /** @enum {string} */
        readonly ReasonCode: "YOU_FOLLOWED_THEM" | "THEY_FOLLOWED_YOU" | "CLOSE_TO_YOU" | "X_CONFIRMED_THEIR_ACCOUNT" | "THEY_LINKED_IT" | "CAME_LATER" | "YOUR_ACCOUNT_IS_CLAIMED";
        readonly Receipt: {
            readonly id: components["schemas"]["UUID"];
            readonly erasedAt: components["schemas"]["Instant"];
            readonly topicsBy: components["schemas"]["Instant"];
            readonly backupsBy: components["schemas"]["Instant"];
            readonly remains: readonly string[];
        };
        readonly Refreshed: {
            readonly xAccount: components["schemas"]["XAccount"] | null;
        };
        /** @enum {string} */
        readonly RunStanding: "GOES_ON" | "PAUSED" | "STOPPED" | "HOST_IN_TROUBLE";
        /** @enum {string} */
        readonly Slowed: "GENTLE_START" | "FEW_FOLLOW_BACK";
        /** @enum {string} */
        readonly Stage: "WAITING" | "READING" | "SETTLED";
        readonly Status: {
            /** Format: int64 */
            readonly changes: number;
            readonly id: components["schemas"]["UUID"];
            readonly state: components["schemas"]["MigrationState"];
            readonly createdAt: components["schemas"]["Instant"];
            readonly archive: components["schemas"]["Upload"] | null;
            readonly wholeMatched: boolean;
            /** Format: int32 */
            readonly undecided: number;
            readonly paused: boolean;
            readonly review: components["schemas"]["MatchCounts"];
            readonly matched: readonly components["schemas"]["OnNetwork"][];
            readonly follows: readonly components["schemas"]["Outcome"][];
            readonly accounts: readonly components["schemas"]["AccountProgress"][];
        };
        readonly TargetAccount: {
            readonly network: components["schemas"]["Network"];
            readonly id: string;
            readonly handle: string;
        };
        /** Format: uuid */
        readonly UUID: string;
        readonly Upload: {
            readonly id: components["schemas"]["UUID"];
            readonly kind: components["schemas"]["UploadKind"];
            readonly state: components["schemas"]["UploadState"];
            readonly uploadedAt: components["schemas"]["Instant"];
            readonly reason: string | null;
            readonly detail: string | null;
            /** Format: int64 */
            readonly generation: number | null;
            readonly counts: components["schemas"]["Counts"] | null;
            readonly problems: readonly string[];
        };
        /** @enum {string} */
        readonly UploadKind: "EXTRACT" | "ARCHIVE";
        /** @enum {string} */
        readonly UploadState: "WAITING" | "INGESTED" | "REJECTED";
        readonly Waiting: {
            readonly reason: string;
            /** Format: int32 */
            readonly follows: number;
        };
        /** @enum {string} */
        readonly Why: "HELD_BY_OTHER" | "CLAIMED_BY_OTHER" | "SET_ASIDE";
        readonly XAccount: {
            readonly xId: components["schemas"]["XId"];
            readonly handle: string | null;
            readonly assurance: components["schemas"]["Assurance"];
            readonly since: components["schemas"]["Instant"];
        };
        /** @description X's number for an account */
        readonly XId: string;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly figures: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Figures"];
                };
            };
        };
    };
    readonly me: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    readonly eraseMe: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    readonly remindOfArchive: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LettersView"];
                };
            };
        };
    };
    readonly forgetReminder: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly consents: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConsentsView"];
                };
            };
        };
    };
    readonly allowEmail: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Agreement"];
            };
        };
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly stopEmail: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly followArrivals: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Agreement"];
            };
        };
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly stopFollowingArrivals: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly consentHistory: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Given"][];
                };
            };
        };
    };
    readonly allowPartner: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly partner: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Agreement"];
            };
        };
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly stopPartner: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly partner: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly disputes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DisputesView"];
                };
            };
        };
    };
    readonly raiseDispute: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DisputeRequest"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Dispute"];
                };
            };
        };
    };
    readonly takeDisputeBack: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dispute: components["schemas"]["UUID"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly export: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Export"];
                };
            };
        };
    };
    readonly chooseFindability: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FindabilityChoice"];
            };
        };
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly withdrawFindability: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly letters: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LettersView"];
                };
            };
        };
    };
    readonly writeIn: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LanguageChoice"];
            };
        };
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly links: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Link"][];
                };
            };
        };
    };
    readonly beginLink: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LinkRequest"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Dance"];
                };
            };
        };
    };
    readonly unlink: {
        readonly parameters: {
            readonly query?: {
                readonly account?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly completeLink: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LinkCompletion"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Linked"];
                };
            };
        };
    };
    readonly followingList: {
        readonly parameters: {
            readonly query?: {
                readonly account?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
        };
    };
    readonly picture: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly picture: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "image/jpeg": string;
                };
            };
        };
    };
    readonly refreshXAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Refreshed"];
                };
            };
        };
    };
    readonly xHandle: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProvenHandle"];
                };
            };
        };
    };
    readonly offerXCode: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OfferedCode"];
                };
            };
        };
    };
    readonly readXPost: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Reading"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProvenHandle"];
                };
            };
        };
    };
    readonly migrations: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Migration"][];
                };
            };
        };
    };
    readonly beginMigration: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Created"];
                };
            };
        };
    };
    readonly migration: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: components["schemas"]["UUID"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
    readonly archiveProgress: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: components["schemas"]["UUID"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ArchiveProgress"];
                };
            };
        };
    };
    readonly bringArchive: {
        readonly parameters: {
            readonly query?: {
                /** @description Take it even if it is older than what stands; without it such an archive is rejected as OLDER_ARCHIVE */
                readonly replaceNewer?: boolean;
            };
            readonly header?: never;
            readonly path: {
                readonly id: components["schemas"]["UUID"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/vnd.essaim.extract+json": string;
                readonly "application/zip": string;
            };
        };
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Brought"];
                };
            };
        };
    };
    readonly takeArchiveBack: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: components["schemas"]["UUID"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Brought"];
                };
            };
        };
    };
    readonly cancel: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: components["schemas"]["UUID"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly decide: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: components["schemas"]["UUID"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DecisionRequest"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Decided"];
                };
            };
        };
    };
    readonly events: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: components["schemas"]["UUID"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/event-stream": readonly components["schemas"]["OutboundSseEvent"][];
                };
            };
        };
    };
    readonly follows: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly state?: readonly components["schemas"]["FollowState"][];
            };
            readonly header?: never;
            readonly path: {
                readonly id: components["schemas"]["UUID"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FollowList"];
                };
            };
        };
    };
    readonly matches: {
        readonly parameters: {
            readonly query?: {
                /** @description PROVEN: X confirmed both accounts */
                readonly assurance?: components["schemas"]["Assurance"];
                readonly cursor?: string;
                /** @description What I decided; left out: all but those I declined */
                readonly decision?: readonly components["schemas"]["DecisionState"][];
                readonly limit?: number;
                /** @description Whether we followed each other on X */
                readonly mutual?: boolean;
                /** @description Who has an account there */
                readonly network?: components["schemas"]["Network"];
                /** @description Whether they came after my lists were first matched and wait for my word */
                readonly new?: boolean;
                /** @description A part of a handle */
                readonly search?: string;
                readonly sort?: components["schemas"]["MatchOrder"] & unknown;
            };
            readonly header?: never;
            readonly path: {
                readonly id: components["schemas"]["UUID"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MatchList"];
                };
            };
        };
    };
    readonly matchCounts: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: components["schemas"]["UUID"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MatchCounts"];
                };
            };
        };
    };
    readonly outlook: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: components["schemas"]["UUID"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Outlook"][];
                };
            };
        };
    };
    readonly pause: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: components["schemas"]["UUID"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly plan: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: components["schemas"]["UUID"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PlanRequest"];
            };
        };
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Planned"];
                };
            };
        };
    };
    readonly previewPlan: {
        readonly parameters: {
            readonly query?: {
                readonly network?: components["schemas"]["Network"];
            };
            readonly header?: never;
            readonly path: {
                readonly id: components["schemas"]["UUID"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlanPreview"];
                };
            };
        };
    };
    readonly profiles: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: components["schemas"]["UUID"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ProfilesRequest"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProfileList"];
                };
            };
        };
    };
    readonly resume: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: components["schemas"]["UUID"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly undo: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: components["schemas"]["UUID"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
