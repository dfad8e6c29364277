import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { Landing } from '../pages/Landing';
import { Loading } from '../ui/parts';
import { fetchMember } from './pages';
import { Shell } from './Shell';

// What most people never open, or open later, is fetched then.
const Member = lazy(fetchMember);
const LinkCallback = lazy(() => import('../pages/LinkCallback'));

/** Every page, by its address. */
export function App() {
  return (
    <Shell>
      <Suspense fallback={<main><Loading /></main>}>
        <Switch>
          <Route path="/link/callback"><LinkCallback /></Route>
          <Route path="/app/*?"><Member /></Route>
          <Route><Landing /></Route>
        </Switch>
      </Suspense>
    </Shell>
  );
}
