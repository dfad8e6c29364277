import { useEffect } from 'react';
import { useFigures } from '../api/rights';
import { useFormats, useT } from '../i18n/messages';
import { Swarm } from '../swarm/Swarm';

/** What it is, how it goes, and what happens to one's data, before anybody signs in. */
export function Landing() {
  const t = useT();
  useEffect(() => {
    document.title = t('landing.document');
  }, [t]);
  return (
    <main id="main" tabIndex={-1}>
      <section className="hero">
        <div className="stack">
          <h1>{t('landing.title')}</h1>
          <p className="lead">{t('landing.lead')}</p>
          <div className="buttons">
            <a className="button" href="/app">{t('landing.begin')}</a>
            <a className="button quiet" href="#promise">{t('landing.what-with-data')}</a>
          </div>
        </div>
        <Swarm />
      </section>
      <FiguresBand />
      <section className="band" aria-labelledby="how">
        <h2 id="how">{t('landing.how')}</h2>
        <ol className="promise">
          <li><h3>{t('landing.how.archive')}</h3><p className="soft">{t('landing.how.archive.text')}</p></li>
          <li><h3>{t('landing.how.people')}</h3><p className="soft">{t('landing.how.people.text')}</p></li>
          <li><h3>{t('landing.how.follow')}</h3><p className="soft">{t('landing.how.follow.text')}</p></li>
          <li><h3>{t('landing.how.later')}</h3><p className="soft">{t('landing.how.later.text')}</p></li>
        </ol>
      </section>
      <section className="band" id="promise" aria-labelledby="promise-title">
        <h2 id="promise-title">{t('landing.promise')}</h2>
        <ul className="promise">
          <li><h3>{t('landing.promise.local')}</h3><p className="soft">{t('landing.promise.local.text')}</p></li>
          <li><h3>{t('landing.promise.found')}</h3><p className="soft">{t('landing.promise.found.text')}</p></li>
          <li><h3>{t('landing.promise.blocks')}</h3><p className="soft">{t('landing.promise.blocks.text')}</p></li>
          <li><h3>{t('landing.promise.nobody')}</h3><p className="soft">{t('landing.promise.nobody.text')}</p></li>
        </ul>
        <div className="buttons"><a className="button" href="/app">{t('landing.begin')}</a></div>
      </section>
    </main>
  );
}

/** How many are here already; nothing until there are a hundred. */
function FiguresBand() {
  const t = useT();
  const { number } = useFormats();
  const figures = useFigures();
  const told = [
    [t('landing.figures.members'), figures.data?.members],
    [t('landing.figures.links'), figures.data?.links],
    [t('landing.figures.follows'), figures.data?.reconnections],
  ].filter((figure): figure is [string, number] => typeof figure[1] === 'number');
  if (told.length === 0) return null;
  return (
    <section className="band" aria-labelledby="figures">
      <h2 id="figures">{t('landing.figures')}</h2>
      <dl className="figures">{told.map(([name, count]) => <div key={name}><dt>{name}</dt><dd>{number(count)}</dd></div>)}</dl>
    </section>
  );
}
