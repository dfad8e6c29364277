import { lazy } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { isSignedOut, useMe, useStatus } from '../api/queries';
import type { Me, Status } from '../api/types';
import { useT } from '../i18n/messages';
import { Overview } from '../pages/Overview';
import { Loading, Page, Trouble } from '../ui/parts';
import { PAGES } from './pages';
import { addressOfStation, doneStations, type Station, STATIONS, Way } from './routes';

/** What every page of a signed-in person is given. */
export interface Standing {
  readonly me: Me;
  /** Null before the first move. */
  readonly status: Status | null;
}

const XAccountPage = lazy(PAGES.x);
const ArchivePage = lazy(PAGES.archive);
const HomesPage = lazy(PAGES.homes);
const PeoplePage = lazy(PAGES.people);
const FollowPage = lazy(PAGES.follow);
const CirclePage = lazy(PAGES.circle);
const SettingsPage = lazy(PAGES.settings);

/** Stations whose pages are as wide as the screen lets them be. */
const WIDE: ReadonlySet<Station> = new Set(['people', 'circle']);
const NOTHING_DONE: ReadonlySet<Station> = new Set();

/** The pages of a signed-in person. */
export default function Member() {
  const [place] = useLocation();
  const me = useMe();
  const { status, isPending, error } = useStatus();
  if (isSignedOut(me.error) || isSignedOut(error)) return <SignedOut place={place} />;
  if (me.error) return <main><Trouble failure={me.error} /></main>;
  const here = STATIONS.find((station) => place === addressOfStation(station)) ?? null;
  if (!me.data || isPending) return <Coming station={here} />;
  const standing: Standing = { me: me.data, status };
  return (
    <div>
      <Way here={here} done={doneStations(me.data, status)} />
      <Switch>
        <Route path="/app/x"><XAccountPage {...standing} /></Route>
        <Route path="/app/archive"><ArchivePage {...standing} /></Route>
        <Route path="/app/homes"><HomesPage {...standing} /></Route>
        <Route path="/app/people"><PeoplePage {...standing} /></Route>
        <Route path="/app/follow"><FollowPage {...standing} /></Route>
        <Route path="/app/circle"><CirclePage {...standing} /></Route>
        <Route path="/app/settings"><SettingsPage {...standing} /></Route>
        <Route><Overview {...standing} /></Route>
      </Switch>
    </div>
  );
}

/** What of a page needs no answer. */
function Coming({ station }: { station: Station | null }) {
  const t = useT();
  if (!station) return <main><Loading /></main>;
  return (
    <div>
      <Way here={station} done={NOTHING_DONE} />
      <Page title={t(`${station}.title`)} lead={t(`${station}.lead`)} narrow={!WIDE.has(station)}><Loading /></Page>
    </div>
  );
}

/** The session has ended; signing in leads back here. */
function SignedOut({ place }: { place: string }) {
  const t = useT();
  return (
    <Page title={t('signed-out.title')} lead={t('signed-out.text')}>
      <div className="buttons"><a className="button" href={place}>{t('shell.sign-in')}</a></div>
    </Page>
  );
}
