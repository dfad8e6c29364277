import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from './call';

/** What a person who asked to be forgotten keeps in hand. */
export interface Receipt {
  readonly id: string;
  readonly erasedAt: string;
  readonly topicsBy: string;
  readonly backupsBy: string;
}

/** In hundreds; null below a hundred. */
export interface Figures {
  readonly members: number | null;
  readonly links: number | null;
  readonly reconnections: number | null;
}

/** How many are here, for everybody to see. */
export function useFigures() {
  return useQuery({ queryKey: ['figures'], queryFn: ({ signal }) => call<Figures, 'get'>('get', '/api/v1/figures', { signal }), retry: false });
}

/** Everything that is held about me. */
export function useExport() {
  return useMutation({ mutationFn: () => call<unknown, 'get'>('get', '/api/v1/me/export') });
}

/** Erases everything about me; there is no way back. */
export function useErase() {
  return useMutation({ mutationFn: () => call<Receipt, 'delete'>('delete', '/api/v1/me') });
}
