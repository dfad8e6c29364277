import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { components } from './schema';
import { call } from './call';

type Language = components['schemas']['Language'];

const KEY = ['letters'];

/** Whether this Essaim sends e-mail at all, and what I asked to be written. */
export function useLetters() {
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => call('get', '/api/v1/me/letters', { signal }) });
}

/** Asks for one letter when X should have my archive ready, in the language of these pages; or takes that back. */
export function useArchiveReminder(language: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (wanted: boolean) => {
      if (wanted) await writeIn(language);
      await call(wanted ? 'put' : 'delete', '/api/v1/me/archive-reminder');
    },
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/** Agrees to be told by e-mail, in the language of these pages; or no longer. */
export function useEmail(language: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (wanted: boolean) => {
      if (wanted) await writeIn(language);
      await call(wanted ? 'put' : 'delete', '/api/v1/me/consents/email');
    },
    onSuccess: () => client.invalidateQueries(),
  });
}

function writeIn(language: string) {
  return call('put', '/api/v1/me/letters/language', { body: { language: language.toUpperCase() as Language } });
}
