import { type I18n, setupI18n } from '@lingui/core';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { catalogueOf, directionOf, keepLanguage, type MessageKey } from './languages';

/** Gives a message in the person's language, its numbers and plurals filled in. */
export type Translate = (key: MessageKey, values?: Record<string, unknown>) => string;

interface Language {
  readonly language: string;
  readonly t: Translate;
  readonly choose: (language: string) => Promise<void>;
}

const Context = createContext<Language | null>(null);

/** Fetches a language and tells the page its direction. */
export async function activate(language: string): Promise<I18n> {
  const messages = await catalogueOf(language);
  const root = document.documentElement;
  root.lang = language;
  root.dir = directionOf(language);
  return setupI18n({ locale: language, messages: { [language]: messages } });
}

/** Gives every page below its language. */
export function LanguageProvider({ first, children }: { first: I18n; children: ReactNode }) {
  const [i18n, setI18n] = useState(first);
  const choose = useCallback(async (language: string) => {
    const chosen = await activate(language);
    keepLanguage(language);
    setI18n(chosen);
  }, []);
  const value = useMemo<Language>(
    () => ({ language: i18n.locale, t: (key, values) => i18n._(key, values), choose }),
    [i18n, choose],
  );
  return <Context value={value}>{children}</Context>;
}

export function useLanguage(): Language {
  const language = useContext(Context);
  if (!language) throw new Error('no language here');
  return language;
}

export function useT(): Translate {
  return useLanguage().t;
}

/** Dates and numbers as the person writes them. */
export function useFormats() {
  const { language } = useLanguage();
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
    const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    const number = new Intl.NumberFormat(language);
    const list = new Intl.ListFormat(language);
    return {
      day: (at: string | number) => day.format(new Date(at)),
      moment: (at: string | number) => moment.format(new Date(at)),
      number: (count: number) => number.format(count),
      list: (items: readonly string[]) => list.format(items),
    };
  }, [language]);
}
