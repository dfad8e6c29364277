import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from './calls';
import { call } from './call';

const DISPUTES = ['disputes'];

type View = Answer<'get', '/api/v1/me/disputes'>;
/** An X account that somebody else has or claims here, or that was taken from me: I may say that it is mine. */
export type Contested = View['contested'][number];
/** What I said, and what was decided. */
export type Dispute = View['disputes'][number];

export function useDisputes() {
  return useQuery({ queryKey: DISPUTES, queryFn: ({ signal }) => call('get', '/api/v1/me/disputes', { signal }) });
}

/** Says why an account is mine; an operator decides. */
export function useRaiseDispute() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (dispute: { xId: string; words: string }) => call('post', '/api/v1/me/disputes', { body: dispute }),
    onSettled: () => client.invalidateQueries({ queryKey: DISPUTES }),
  });
}

/** Takes a dispute back before it is decided. */
export function useTakeDisputeBack() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (dispute: string) => call('delete', '/api/v1/me/disputes/{dispute}', { path: { dispute } }),
    onSettled: () => client.invalidateQueries({ queryKey: DISPUTES }),
  });
}
