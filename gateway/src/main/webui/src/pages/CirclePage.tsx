import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useFollowArrivals } from '../api/queries';
import { firstAccount, useFound } from '../api/review';
import type { Match, Me, Status } from '../api/types';
import type { Standing } from '../app/Member';
import { Onward } from '../app/routes';
import { CirclePicture, pictureToShare } from '../circle/CirclePicture';
import type { Circle } from '../archive/circle';
import { keptCircle } from '../circle/kept';
import { pointsOf } from '../circle/points';
import { directionOf } from '../i18n/languages';
import { useFormats, useLanguage, useT } from '../i18n/messages';
import { Lines } from '../ui/Lines';
import { Page, Trouble } from '../ui/parts';

/** My circle as it arrives: a picture, its list, and who came when. */
export default function CirclePage({ me, status }: Standing) {
  const t = useT();
  return (
    <Page title={t('circle.title')} lead={t('circle.lead')} narrow={false}>
      {status ? <Arriving me={me} status={status} /> : <p className="card bare">{t('people.no-archive')}</p>}
      <Arrivals me={me} />
      <Onward here="circle" />
    </Page>
  );
}

function Arriving({ me, status }: { me: Me; status: Status }) {
  const t = useT();
  const kept = useQuery({ queryKey: ['circle'], queryFn: keptCircle, staleTime: 0 });
  const shown = useFound(status);
  const circle = useMemo(() => kept.data ?? withoutGroups(shown), [kept.data, shown]);
  const points = useMemo(() => pointsOf(circle), [circle]);
  const found = useMemo(() => new Set(shown.map((match) => BigInt(match.xId))), [shown]);
  const sum = t('circle.sum', { found: status.review.all, all: status.archive?.counts?.followings ?? points.length });
  return (
    <>
      <figure className="stack">
        <div className="picture"><CirclePicture points={points} found={found} label={sum} /></div>
        <figcaption className="soft">{sum} {t(kept.data ? 'circle.groups' : 'circle.no-groups')}</figcaption>
      </figure>
      {points.length > 0 && <Share me={me} words={[sum]} paint={(words, rightToLeft) => pictureToShare(points, found, words, rightToLeft)} />}
      <Timeline matches={shown} />
    </>
  );
}

/** Without an archive read on this machine only those who were found are known here; who came first keeps the same place. */
function withoutGroups(matches: readonly Match[]): Circle {
  return { ids: BigUint64Array.from(matches, (match) => BigInt(match.xId)).reverse(), groups: new Uint16Array(matches.length) };
}

function Share({ me, words, paint }: { me: Me; words: readonly string[]; paint: (words: readonly string[], rightToLeft: boolean) => Promise<Blob | null> }) {
  const { t, language } = useLanguage();
  const share = async () => {
    const own = me.links[0] ? `@${me.links[0].account.handle}` : t('brand');
    const picture = await paint([t('circle.share.heading'), ...words, own], directionOf(language) === 'rtl');
    if (!picture) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(picture);
    link.download = 'essaim.png';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return <div className="buttons"><button type="button" className="button quiet" onClick={() => void share()}>{t('circle.share')}</button><span className="soft small">{t('circle.share.text')}</span></div>;
}

/** Who came when, newest first: the picture's twin for whoever does not see it. */
function Timeline({ matches }: { matches: readonly Match[] }) {
  const t = useT();
  const { day } = useFormats();
  const days = new Map<string, Match[]>();
  for (const match of matches) {
    const key = match.since.slice(0, 10);
    const those = days.get(key);
    if (those) those.push(match);
    else days.set(key, [match]);
  }
  if (days.size === 0) return null;
  return (
    <section className="card" aria-labelledby="timeline">
      <h2 id="timeline">{t('circle.timeline')}</h2>
      <ol className="timeline">
        {[...days].map(([key, those]) => <li key={key}><Arrived title={`${day(`${key}T12:00:00Z`)} · ${t('circle.arrived', { count: those.length })}`} those={those} /></li>)}
      </ol>
    </section>
  );
}

/** Who came on one day; of thousands only the lines in view exist, and none before it is opened. */
function Arrived({ title, those }: { title: string; those: readonly Match[] }) {
  const [open, setOpen] = useState(false);
  const handle = (index: number) => { const match = those[index]; const account = match && firstAccount(match); return account ? `@${account.handle}` : ''; };
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && <Lines label={title} count={those.length} line={handle} />}
    </details>
  );
}

/** Whether people who come later are followed without a question. */
export function Arrivals({ me }: { me: Me }) {
  const t = useT();
  const arrivals = useFollowArrivals();
  return (
    <section className="card">
      <h2>{t('arrivals.title')}</h2>
      <label className="choice">
        <input type="checkbox" checked={arrivals.isPending ? arrivals.variables : me.followArrivals} onChange={(event) => arrivals.mutate(event.target.checked)} />
        <b>{t('arrivals.deed')}</b>
        <span className="soft small">{t('arrivals.text')}</span>
      </label>
      <Trouble failure={arrivals.error} />
    </section>
  );
}
