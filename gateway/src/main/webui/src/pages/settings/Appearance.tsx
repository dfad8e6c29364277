import { useState } from 'react';
import { LanguageChoice } from '../../app/Shell';
import { chooseTheme, keptTheme, type Theme, THEMES } from '../../app/theme';
import { useT } from '../../i18n/messages';

/** In which language and which light the pages are shown here. */
export function Appearance() {
  const t = useT();
  const [theme, setTheme] = useState(keptTheme);
  const choose = (chosen: Theme) => {
    chooseTheme(chosen);
    setTheme(chosen);
  };
  return (
    <section className="card" aria-labelledby="appearance">
      <h2 id="appearance">{t('settings.appearance')}</h2>
      <div><LanguageChoice /></div>
      <div className="chips" role="radiogroup" aria-label={t('settings.theme')}>
        {THEMES.map((one) => (
          <label className="toggle" key={one}>
            <input className="unseen" type="radio" name="theme" checked={one === theme} onChange={() => choose(one)} />
            {t(`settings.theme.${one}`)}
          </label>
        ))}
      </div>
    </section>
  );
}
