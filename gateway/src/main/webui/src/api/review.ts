import { type InfiniteData, keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from './call';
import type { Account, DecisionState, FollowState, Match, MatchFilter, MatchOrder, MatchPage, Profile, XId } from './types';

const PAGE = 100;
const PROFILES = 100;
/** What is looked for at the networks may be there a moment later. */
const AGAIN = 4_000;

/** Matches page by page, as they are scrolled to. */
export function useMatches(move: string, filter: MatchFilter, sort: MatchOrder) {
  return useInfiniteQuery({
    queryKey: ['matches', move, filter, sort],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => call('get', '/api/v1/migrations/{id}/matches', {
      path: { id: move },
      query: { ...filter, sort, limit: PAGE, cursor: pageParam ?? undefined },
      signal,
    }),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** Says yes or no to the named matches, or to all that a filter lets through. Named ones are shown decided at once. */
export function useDecide(move: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: { decision: 'CONFIRM' | 'DECLINE'; matches?: readonly XId[]; filter?: MatchFilter }) =>
      call('post', '/api/v1/migrations/{id}/decisions', { path: { id: move }, body: request }),
    onMutate: ({ decision, matches }) => {
      if (!matches) return;
      const decided = decision === 'CONFIRM' ? 'CONFIRMED' : 'DECLINED';
      const decide = (match: Match): Match => (matches.includes(match.xId) ? { ...match, decision: decided, isNew: false } : match);
      client.setQueriesData<InfiniteData<MatchPage>>({ queryKey: ['matches', move] }, (data) => data && {
        ...data,
        pages: data.pages.map((page) => ({ ...page, matches: page.matches.map(decide) })),
      });
    },
    onSettled: (_, failure, { matches }) => (matches && !failure ? undefined : client.invalidateQueries({ queryKey: ['matches', move] })),
  });
}

/** Names and faces of the matches in view, by the id of each account. */
export function useProfiles(move: string, matches: readonly Match[]): ReadonlyMap<string, Profile> {
  const ids = matches.slice(0, PROFILES).map((match) => match.xId);
  const profiles = useQuery({
    queryKey: ['profiles', move, ids],
    enabled: ids.length > 0,
    queryFn: async ({ signal }) =>
      (await call('post', '/api/v1/migrations/{id}/profiles', { path: { id: move }, body: { matches: ids }, signal })).profiles,
    refetchInterval: (query) => (query.state.data?.some((profile) => !profile.known) ? AGAIN : false),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return new Map((profiles.data ?? []).map((profile) => [profile.account.id, profile]));
}

/** Where a picture is served: on this site. */
export function addressOfPicture(picture: string): string {
  return `/api/v1/me/pictures/${picture}`;
}

/** What a plan would do now. */
export function usePlanPreview(move: string, decided: number) {
  return useQuery({
    queryKey: ['preview', move, decided],
    queryFn: ({ signal }) => call('get', '/api/v1/migrations/{id}/plans/preview', { path: { id: move }, signal }),
  });
}

/** When each acting account will be done. */
export function useOutlook(move: string, wanted: boolean) {
  return useQuery({
    queryKey: ['outlook', move],
    enabled: wanted,
    queryFn: ({ signal }) => call('get', '/api/v1/migrations/{id}/outlook', { path: { id: move }, signal }),
    refetchInterval: AGAIN * 5,
  });
}

/** The follows of a move, page by page. */
export function useFollows(move: string, states: readonly FollowState[]) {
  return useInfiniteQuery({
    queryKey: ['follows', move, states],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => call('get', '/api/v1/migrations/{id}/follows', {
      path: { id: move },
      query: { state: states, limit: PAGE, cursor: pageParam ?? undefined },
      signal,
    }),
    getNextPageParam: (page) => page.next,
    refetchInterval: AGAIN,
  });
}

/** The account that stands for a match: the one on Bluesky where there are two. */
export function firstAccount(match: Match): Account | undefined {
  return match.targets.find((target) => target.network === 'BLUESKY') ?? match.targets[0];
}

/** What was decided of a match. */
export function decisionOf(match: Match): DecisionState {
  return match.decision ?? 'UNDECIDED';
}
