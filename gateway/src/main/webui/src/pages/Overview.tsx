import { Link } from 'wouter';
import type { Standing } from '../app/Member';
import { addressOfStation, doneStations, followsOf, isOpen, type Station, STATIONS, titleOf } from '../app/routes';
import { useFormats, useT } from '../i18n/messages';
import { isolated, nameOfNetwork, Page } from '../ui/parts';

/** Where my move stands, and what comes next. */
export function Overview({ me, status }: Standing) {
  const t = useT();
  const { moment } = useFormats();
  const done = doneStations(me, status);
  const now = STATIONS.find((station) => !done.has(station)) ?? 'circle';
  const say = useSay({ me, status });
  return (
    <Page title={t('overview.title')} lead={t('overview.lead')}>
      <ol className="stations">
        {STATIONS.map((station, index) => (
          <li key={station}>
            <Link href={addressOfStation(station)} className={station === now ? 'now' : done.has(station) ? 'done' : ''}>
              <span className="mark" aria-hidden="true">{done.has(station) ? '✓' : index + 1}</span>
              <b>{t(titleOf(station))}{done.has(station) && <span className="unseen"> {t('way.done')}</span>}</b>
              <span className="say">{say(station)}</span>
              <span className="go" aria-hidden="true">→</span>
            </Link>
          </li>
        ))}
      </ol>
      {me.notices.length > 0 && (
        <section className="card" aria-labelledby="notices">
          <h2 id="notices">{t('notices.title')}</h2>
          <ul className="plain stack">
            {me.notices.map((notice) => (
              <li key={notice.kind + notice.at}>{t(`notice.${notice.kind}`)} <span className="soft small">{moment(notice.at)}</span></li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

/** One line on each station. */
function useSay({ me, status }: Standing): (station: Station) => string {
  const t = useT();
  const { list } = useFormats();
  const total = (counts: readonly { readonly follows: number }[]) => counts.reduce((sum, count) => sum + count.follows, 0);
  const follows = followsOf(status).filter((count) => count.state !== 'CANCELLED' && count.state !== 'UNDONE');
  return (station) => {
    switch (station) {
      case 'x':
        return !me.xAccount ? t('say.x.none') : t(me.xAccount.assurance === 'PROVEN' ? 'say.x.proven' : 'say.x.claimed', { handle: isolated(me.xAccount.handle ? `@${me.xAccount.handle}` : me.xAccount.xId) });
      case 'archive':
        return status?.archive?.counts ? t('say.archive.read', { count: status.archive.counts.followings }) : t(status?.archive ? `say.archive.${status.archive.state}` : 'say.archive.none');
      case 'homes':
        return me.links.length === 0 ? t('say.homes.none') : list([...new Set(me.links.map((link) => nameOfNetwork(link.account.network)))]);
      case 'people':
        return t('say.people', { count: status?.review.all ?? 0, undecided: status?.undecided ?? 0 });
      case 'follow':
        return t('say.follow', { count: total(follows.filter((count) => !isOpen(count.state))), all: total(follows) });
      case 'circle':
        return t('say.circle');
    }
  };
}
