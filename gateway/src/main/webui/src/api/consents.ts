import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from './call';

const CONSENTS = ['consents'];

/** What I agreed to, and what I could agree to. */
export function useConsents() {
  return useQuery({ queryKey: CONSENTS, queryFn: ({ signal }) => call('get', '/api/v1/me/consents', { signal }) });
}

/** Lets a partner be told of my matches, or tells it nothing more. */
export function useAgreeWithPartner() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ partner, given }: { partner: string; given: boolean }) =>
      call(given ? 'put' : 'delete', '/api/v1/me/consents/partners/{partner}', { path: { partner } }),
    onSuccess: () => client.invalidateQueries({ queryKey: CONSENTS }),
  });
}
