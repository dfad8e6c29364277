import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { addressOf, call, Problem } from './call';
import type { Findability, Network, Status } from './types';

/** How often a move under way is looked at when no event comes. */
const LOOK = 5_000;

/** Who I am here; fails with a 401 for somebody who is not signed in. */
export function useMe() {
  return useQuery({ queryKey: ['me'], queryFn: ({ signal }) => call('get', '/api/v1/me', { signal }) });
}

/** My newest move, or null before the first. */
export function useMove() {
  return useQuery({
    queryKey: ['moves'],
    queryFn: async ({ signal }) => (await call('get', '/api/v1/migrations', { signal }))[0] ?? null,
  });
}

function statusOf(id: string) {
  return queryOptions({ queryKey: ['status', id], queryFn: ({ signal }) => call('get', '/api/v1/migrations/{id}', { path: { id }, signal }) });
}

/** How far my newest move is: live, as long as somebody looks. Null before the first move. */
export function useStatus() {
  const client = useQueryClient();
  const move = useMove();
  const id = move.data?.id;
  const status = useQuery({ ...statusOf(id ?? ''), enabled: id !== undefined, refetchInterval: LOOK });
  useEffect(() => {
    if (id === undefined) return;
    const events = new EventSource(addressOf('/api/v1/migrations/{id}/events', { path: { id } }));
    events.addEventListener('status', (event: MessageEvent<string>) => client.setQueryData(statusOf(id).queryKey, JSON.parse(event.data) as Status));
    return () => events.close();
  }, [client, id]);
  return { status: status.data ?? null, isPending: move.isPending || (id !== undefined && status.isPending), error: move.error ?? status.error };
}

/** Brings the extract to my newest move, begun when there is none. */
export function useBringExtract() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ extract, replaceNewer }: { extract: Blob; replaceNewer: boolean }) => {
      const [newest] = await call('get', '/api/v1/migrations');
      const { id } = newest ?? (await call('post', '/api/v1/migrations'));
      await call('put', '/api/v1/migrations/{id}/archive', { path: { id }, query: { replaceNewer }, body: extract });
      return id;
    },
    // A first move is known whole before the page hears of it, which would begin anew otherwise.
    onSuccess: async (id) => {
      await client.prefetchQuery(statusOf(id));
      await client.invalidateQueries();
    },
  });
}

/** Something that changes who I am here, and is looked at anew then. */
function useChange<T>(change: (value: T) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries() });
}

export function useChooseFindability() {
  return useChange((choice: Findability | null) => choice === null
    ? call('delete', '/api/v1/me/findability')
    : call('put', '/api/v1/me/findability', { body: { choice } }));
}

export function useFollowArrivals() {
  return useChange((wanted: boolean) => call(wanted ? 'put' : 'delete', '/api/v1/me/consents/follow-arrivals'));
}

export function useUnlink() {
  return useChange((account: string) => call('delete', '/api/v1/me/links', { query: { account } }));
}

export function useRefreshXAccount() {
  return useChange(() => call('post', '/api/v1/me/x-account/refresh'));
}

/** Begins to link an account; gives the address where the person agrees to it. */
export function useBeginLink() {
  return useMutation({
    mutationFn: (link: { network: Network; account: string }) =>
      call('post', '/api/v1/me/links', { body: link }),
  });
}

/** What can be done with a move as a whole. */
export type Deed = 'plans' | 'pause' | 'resume' | 'cancel' | 'undo';

export function useDeed(id: string) {
  return useChange((deed: Deed) => call('post', `/api/v1/migrations/{id}/${deed}`, { path: { id }, ...(deed === 'plans' && { body: {} }) }));
}

/** Whether a failure says that nobody is signed in. */
export function isSignedOut(failure: unknown): boolean {
  return failure instanceof Problem && failure.status === 401;
}
