import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from './call';

/** How many are here, for everybody to see. */
export function useFigures() {
  return useQuery({ queryKey: ['figures'], queryFn: ({ signal }) => call('get', '/api/v1/figures', { signal }), retry: false });
}

/** Everything that is held about me. */
export function useExport() {
  return useMutation({ mutationFn: () => call('get', '/api/v1/me/export') });
}

/** Erases everything about me; there is no way back. */
export function useErase() {
  return useMutation({ mutationFn: () => call('delete', '/api/v1/me') });
}
