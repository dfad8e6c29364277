import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type Token } from '@messageformat/parser';
import { describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../src/locales');
const SAMPLES = [0, 1, 2, 3, 5, 6, 10, 11, 12, 21, 99, 100, 101, 102, 103, 111, 1000, 20_000];

const locales = readdirSync(FOLDER).map((file) => ({
  language: file.replace('.json', ''),
  messages: JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Record<string, string>,
}));
const english = locales.find((locale) => locale.language === 'en')?.messages ?? {};

/** The names of the values that a message is given, at any depth. */
function valuesOf(tokens: readonly Token[]): Set<string> {
  const names = new Set<string>();
  for (const token of tokens) {
    if ('arg' in token) names.add(token.arg);
    if ('cases' in token) for (const one of token.cases) for (const name of valuesOf(one.tokens)) names.add(name);
  }
  return names;
}

function pluralsOf(tokens: readonly Token[]): string[][] {
  return tokens.flatMap((token) => (token.type === 'plural' ? [token.cases.map((one) => one.key)] : []));
}

describe.each(locales)('language $language', ({ language, messages }) => {
  it('should have every message and none that nobody asks for', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
    expect(Object.entries(messages).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('should use the values that the message is given', () => {
    for (const [key, text] of Object.entries(messages)) {
      expect([key, [...valuesOf(parse(text))].sort()]).toEqual([key, [...valuesOf(parse(english[key] ?? ''))].sort()]);
    }
  });

  it('should have a case for every number', () => {
    const rules = new Intl.PluralRules(language);
    for (const [key, text] of Object.entries(messages)) {
      for (const cases of pluralsOf(parse(text))) {
        const missing = SAMPLES.filter((count) => !cases.includes('other') && !cases.includes(rules.select(count)) && !cases.includes(`=${count}`));
        expect([key, missing]).toEqual([key, []]);
      }
    }
  });

  it('should not hold another language', () => {
    if (language === 'en') return;
    const same = Object.entries(messages).filter(([key, text]) => text === english[key] && /\p{L}{4,}/u.test(text.replaceAll(/\{[^}]*\}|Essaim|Bluesky|Mastodon|archive/gi, '')));
    expect(same.map(([key]) => key).filter((key) => !SAME_WORD.includes(key))).toEqual([]);
  });
});

/** Words that two languages share. */
const SAME_WORD: readonly string[] = ['settings.email', 'shell.menu', 'people.mutual', 'plan.on-account'];
