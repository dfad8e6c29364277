import { type InfiniteData, keepPreviousData, type QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { call } from './call';
import type { Account, DecisionState, FollowState, Match, MatchFilter, MatchOrder, MatchPage, Profile, Status, XId } from './types';

const PAGE = 100;
const PROFILES = 100;
/** What is looked for at the networks may be there a moment later. */
const AGAIN = 4_000;

function pageOf(move: string, filter: MatchFilter, sort: MatchOrder, cursor: string | null, signal: AbortSignal) {
  return call('get', '/api/v1/migrations/{id}/matches', { path: { id: move }, query: { ...filter, sort, limit: PAGE, cursor: cursor ?? undefined }, signal });
}

/**
 * Matches page by page, as they are scrolled to. A list on the screen stays as it is until it is asked for anew: rows that move by
 * themselves would be decided by mistake.
 */
function useMatches(move: string, filter: MatchFilter, sort: MatchOrder, wanted = true) {
  return useInfiniteQuery({
    queryKey: ['matches', move, filter, sort],
    enabled: wanted,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => pageOf(move, filter, sort, pageParam, signal),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
}

type Pages = InfiniteData<MatchPage>;

/** How many were found, decided or not. */
function foundOf({ review }: Status): number {
  return review.all + review.declined;
}

/**
 * The review: those who came later before all others, in the same order each. While the archive is still being matched the list grows by
 * itself; after that `arrived` says how many are not in it yet, until `renew`. Who came after `readAt` may not be in it.
 */
export function useReview(status: Status, filter: MatchFilter, sort: MatchOrder) {
  const client = useQueryClient();
  const move = status.id;
  const found = foundOf(status);
  const [listed, setListed] = useState(found);
  const apart = filter.new === undefined && filter.decision === undefined;
  const late = useMatches(move, { ...filter, new: true }, sort, apart);
  const rest = useMatches(move, apart ? { ...filter, new: false } : filter, sort);
  if (!status.wholeMatched && listed !== found) setListed(found);
  const looked = useRef(listed);
  useEffect(() => {
    if (looked.current === listed) return;
    looked.current = listed;
    void fromTheTop(client, move);
  }, [client, move, listed]);
  const matches = useMemo(() => {
    const first = apart ? pagesOf(late.data) : [];
    const known = new Set(first.map((match) => match.xId));
    return [...first, ...pagesOf(rest.data).filter((match) => !known.has(match.xId))];
  }, [apart, late.data, rest.data]);
  const more = apart && late.hasNextPage ? late : rest;
  return {
    matches,
    readAt: earlier(rest.data?.pages[0]?.at, apart ? late.data?.pages[0]?.at : undefined),
    isPending: rest.isPending || (apart && late.isPending),
    error: rest.error ?? late.error,
    arrived: Math.max(0, found - listed),
    renew: () => setListed(found),
    fetchMore: () => { if (more.hasNextPage && !more.isFetchingNextPage) void more.fetchNextPage(); },
  };
}

function earlier(one: string | undefined, other: string | undefined): string | undefined {
  return one !== undefined && other !== undefined && Date.parse(other) < Date.parse(one) ? other : one;
}

/** Looks at the lists of a move anew, the first page of each: whoever had scrolled through thousands would ask for all of them again. */
function fromTheTop(client: QueryClient, move: string): Promise<void> {
  client.setQueriesData<Pages>({ queryKey: ['matches', move] }, (data) => data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) });
  return client.invalidateQueries({ queryKey: ['matches', move] });
}

function pagesOf(data: Pages | undefined): Match[] {
  return data?.pages.flatMap((page) => page.matches) ?? [];
}

const EVERYBODY = {};

/** Everybody who was found, newest first: page after page once, and then who arrives while one looks. */
export function useFound(status: Status): readonly Match[] {
  const client = useQueryClient();
  const { data, hasNextPage, isFetching, fetchNextPage } = useMatches(status.id, EVERYBODY, 'NEWEST');
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const found = status.review.all;
  const newest = useQuery({
    queryKey: ['newest', status.id, found],
    enabled: data !== undefined && !hasNextPage,
    queryFn: ({ signal }) => pageOf(status.id, EVERYBODY, 'NEWEST', null, signal),
  });
  const shown = useMemo(() => pagesOf(data), [data]);
  useEffect(() => {
    if (!newest.data) return;
    const known = new Set(shown.map((match) => match.xId));
    const arrived = newest.data.matches.filter((match) => !known.has(match.xId));
    const queryKey = ['matches', status.id, EVERYBODY, 'NEWEST'];
    if (arrived.length === newest.data.matches.length && newest.data.next !== null) {
      void client.resetQueries({ queryKey });
    } else if (arrived.length > 0) {
      client.setQueryData<Pages>(queryKey, (before) => before && { ...before, pages: before.pages.map((page, index) => (index === 0 ? { ...page, matches: [...arrived, ...page.matches] } : page)) });
    }
  }, [client, newest.data, shown, status.id]);
  return shown;
}

/**
 * Says yes or no to the named matches, or to all that a filter lets through and that stood when the list was read. Named ones are shown
 * decided at once.
 */
export function useDecide(move: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: { decision: 'CONFIRM' | 'DECLINE'; matches?: readonly XId[]; filter?: MatchFilter; until?: string }) =>
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
    onSettled: (_, failure, { matches }) => (matches && !failure ? undefined : fromTheTop(client, move)),
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
