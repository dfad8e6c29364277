import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { FollowState, Me, Status } from '../api/types';
import type { MessageKey } from '../i18n/languages';
import { useT } from '../i18n/messages';

/** The stations of the way, in order. */
export const STATIONS = ['x', 'archive', 'homes', 'people', 'follow', 'circle'] as const;
export type Station = (typeof STATIONS)[number];

/** The address of a station. */
export function addressOfStation(station: Station): string {
  return `/app/${station}`;
}

export function titleOf(station: Station): MessageKey {
  return `way.${station}`;
}

/** The stations that are behind the person. */
export function doneStations(me: Me, status: Status | null): ReadonlySet<Station> {
  const done = new Set<Station>();
  const found = (status?.review.all ?? 0) > 0;
  const follows = followsOf(status);
  if (me.xAccount) done.add('x');
  if (status?.archive?.state === 'INGESTED') done.add('archive');
  if (me.links.some((link) => link.state === 'LINKED' && link.canFollow)) done.add('homes');
  if (found && status?.undecided === 0) done.add('people');
  if (follows.length > 0 && !follows.some((count) => isOpen(count.state))) done.add('follow');
  return done;
}

/** How many follows of the move are in which state, on all accounts. */
export function followsOf(status: Status | null): AccountOutcome[] {
  return (status?.accounts ?? []).flatMap((account) => account.outcomes);
}

interface AccountOutcome { readonly state: FollowState; readonly follows: number }

/** Whether a follow in this state still goes on by itself. */
export function isOpen(state: FollowState): boolean {
  return state === 'PLANNED' || state === 'DEFERRED';
}

/** The line of stations above each page. */
export function Way({ here, done }: { here: Station | null; done: ReadonlySet<Station> }) {
  const t = useT();
  return (
    <nav className="way" aria-label={t('way.label')}>
      <ol>
        {STATIONS.map((station) => (
          <li key={station}>
            <Link href={addressOfStation(station)} className={done.has(station) ? 'done' : ''} aria-current={station === here ? 'step' : undefined}>
              <span>{t(titleOf(station))}{done.has(station) && <span className="unseen"> {t('way.done')}</span>}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The ways on and back from a station. */
export function Onward({ here, children }: { here: Station; children?: ReactNode }) {
  const t = useT();
  const index = STATIONS.indexOf(here);
  const [before, next] = [STATIONS[index - 1], STATIONS[index + 1]];
  return (
    <div className="next">
      {before ? <Link className="button quiet" href={addressOfStation(before)}>{t('way.back', { station: t(titleOf(before)) })}</Link> : <span />}
      {children}
      {next && <Link className="button" href={addressOfStation(next)}>{t('way.onward', { station: t(titleOf(next)) })}</Link>}
    </div>
  );
}
