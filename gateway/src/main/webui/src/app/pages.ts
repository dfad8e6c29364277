/** The pages of a signed-in person: each is fetched when it is come to. */
export const PAGES = {
  x: () => import('../pages/XAccountPage'),
  archive: () => import('../pages/ArchivePage'),
  homes: () => import('../pages/HomesPage'),
  people: () => import('../pages/PeoplePage'),
  follow: () => import('../pages/FollowPage'),
  circle: () => import('../pages/CirclePage'),
  settings: () => import('../pages/SettingsPage'),
};

export const fetchMember = () => import('./Member');

/** Begins to fetch what an address needs, beside the language and not after it. */
export function fetchEarly(path: string): void {
  if (!path.startsWith('/app')) return;
  void fetchMember();
  const station = path.slice('/app/'.length);
  if (station in PAGES) void PAGES[station as keyof typeof PAGES]();
}
