import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { LANGUAGES, nameOf } from '../i18n/languages';
import { useLanguage, useT } from '../i18n/messages';

/** What stands around every page. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useT();
  const [place] = useLocation();
  const inside = place.startsWith('/app');
  return (
    <>
      <a className="skip" href="#main">{t('shell.skip')}</a>
      <header className="top">
        <div>
          <Link className="brand" href={inside ? '/app' : '/'}><img src="/essaim.svg" alt="" width="30" height="30" />{t('brand')}</Link>
          <nav aria-label={t('shell.menu')}>
            {inside
              ? <Link href="/app/settings" aria-current={place === '/app/settings' ? 'page' : undefined}>{t('settings.title')}</Link>
              : <a href="/app">{t('shell.sign-in')}</a>}
            <LanguageChoice />
          </nav>
        </div>
      </header>
      {children}
      <footer className="foot">
        <div>
          <p>{t('shell.foot')}</p>
          {inside && <a href="/logout">{t('shell.sign-out')}</a>}
        </div>
      </footer>
    </>
  );
}

/** Each language under the name it calls itself. */
export function LanguageChoice() {
  const { language, choose, t } = useLanguage();
  return (
    <select className="language" aria-label={t('shell.language')} value={language} onChange={(event) => void choose(event.target.value)}>
      {LANGUAGES.map((one) => <option key={one} value={one} lang={one}>{nameOf(one)}</option>)}
    </select>
  );
}
