import type english from '../locales/en.json';

/** The name of a message; every language has them all. */
export type MessageKey = keyof typeof english;

/** Compiled by the build; see `scripts/messages.ts`. */
type Catalogue = Record<string, string>;

const FILES = import.meta.glob<{ default: Catalogue }>('../locales/*.json');
const FALLBACK = 'en';
const KEPT = 'essaim.language';
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

const LOADERS = new Map(Object.entries(FILES).map(([file, load]) => [file.replace(/^.*\/([\w-]+)\.json$/, '$1'), load]));

/** The languages that there are, each a file in `locales`. */
export const LANGUAGES: readonly string[] = [...LOADERS.keys()].sort();

/** What a language calls itself. */
export function nameOf(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}

/** The one the person chose before, else the first that their browser asks for and we have. */
export function preferredLanguage(): string {
  const wanted = [localStorage.getItem(KEPT), ...navigator.languages];
  return wanted.map((tag) => tag?.split('-')[0] ?? '').find((tag) => LOADERS.has(tag)) ?? FALLBACK;
}

/** Remembers the choice on this machine. */
export function keepLanguage(language: string): void {
  localStorage.setItem(KEPT, language);
}

export async function catalogueOf(language: string): Promise<Catalogue> {
  const load = LOADERS.get(language);
  if (!load) throw new Error(`no language ${language}`);
  return (await load()).default;
}
