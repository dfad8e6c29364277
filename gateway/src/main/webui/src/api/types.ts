import type { Answer } from './calls';
import type { components } from './schema';

/** The names that the pages have for what the API answers. */

type Schemas = components['schemas'];

/** An X id: digits, never a number. */
export type XId = Schemas['XId'];
export type Network = Schemas['Network'];
export type Findability = Schemas['Findability'];
export type DecisionState = Schemas['DecisionState'];
export type MatchOrder = Schemas['MatchOrder'];
export type Account = Schemas['TargetAccount'];
export type Me = Answer<'get', '/api/v1/me'>;
export type Link = Me['links'][number];
/** How far my newest move is. */
export type Status = Answer<'get', '/api/v1/migrations/{id}'>;
export type Upload = NonNullable<Status['archive']>;
export type AccountProgress = Status['accounts'][number];
export type MatchPage = Answer<'get', '/api/v1/migrations/{id}/matches'>;
export type Match = MatchPage['matches'][number];
export type FollowState = Answer<'get', '/api/v1/migrations/{id}/follows'>['follows'][number]['state'];
/** What an account shows; `known` is false until its server was asked for the first time. */
export type Profile = Schemas['Profile'];
/** What a plan would add, in all and on each linked account. */
export type PlanPreview = Answer<'get', '/api/v1/migrations/{id}/plans/preview'>;
/** How one acting account comes along. */
export type Outlook = Answer<'get', '/api/v1/migrations/{id}/outlook'>[number];
/** What a person who asked to be forgotten keeps in hand. */
export type Receipt = Answer<'delete', '/api/v1/me'>;
/** What I agreed to, and what I could agree to. */
export type Consents = Answer<'get', '/api/v1/me/consents'>;

/** Which matches; all but the declined where nothing is said. */
export interface MatchFilter {
  readonly network?: Network;
  readonly mutual?: boolean;
  readonly new?: boolean;
  readonly decision?: readonly DecisionState[];
  readonly search?: string;
}
