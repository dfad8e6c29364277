import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from './call';

const HANDLE = ['x-handle'];

/** The handle on X that a post of mine has shown to be mine, or null. */
export function useProvenHandle() {
  return useQuery({ queryKey: HANDLE, queryFn: async ({ signal }) => (await call('get', '/api/v1/me/x-handle', { signal })).handle });
}

/** Asks for a code to post within an hour. */
export function useOfferCode() {
  return useMutation({ mutationFn: () => call('post', '/api/v1/me/x-handle/codes') });
}

/** Has the post with my code read. */
export function useReadPost() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (post: string) => call('post', '/api/v1/me/x-handle/readings', { body: { post } }),
    onSuccess: ({ handle }) => {
      client.setQueryData(HANDLE, handle);
      return client.invalidateQueries({ queryKey: ['me'] });
    },
  });
}
