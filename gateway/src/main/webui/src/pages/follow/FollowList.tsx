import { useState } from 'react';
import { useFollows } from '../../api/review';
import type { FollowState } from '../../api/types';
import { useT } from '../../i18n/messages';
import { Handle, Loading, Trouble } from '../../ui/parts';
import { reasonKey } from './reasons';

const GROUPS = {
  followed: ['FOLLOWED', 'ALREADY_FOLLOWING'],
  waiting: ['PLANNED', 'DEFERRED', 'AWAITING_APPROVAL'],
  trouble: ['REFUSED', 'NEEDS_PERSON'],
  taken: ['CANCELLED', 'UNDONE'],
} as const satisfies Record<string, readonly FollowState[]>;
type Group = keyof typeof GROUPS;

/** Each follow and what became of it. */
export function FollowList({ move }: { move: string }) {
  const t = useT();
  const [group, setGroup] = useState<Group>('followed');
  const follows = useFollows(move, GROUPS[group]);
  const shown = follows.data?.pages.flatMap((page) => page.follows) ?? [];
  return (
    <section className="card" aria-labelledby="follows">
      <h2 id="follows">{t('follows.title')}</h2>
      <div className="tabs">
        {(Object.keys(GROUPS) as Group[]).map((one) => <button type="button" key={one} className="toggle" aria-pressed={one === group} onClick={() => setGroup(one)}>{t(`follows.${one}`)}</button>)}
      </div>
      <Trouble failure={follows.error} />
      {follows.isPending && <Loading />}
      {!follows.isPending && shown.length === 0 && <p className="soft">{t('lines.none')}</p>}
      {shown.length > 0 && (
        <ul className="accounts">
          {shown.map((follow) => (
            <li key={follow.acting.id + follow.target.id}>
              <span className="who"><Handle account={follow.target} /></span>
              <span className="chips"><span className="chip">{t(`state.${follow.cancelled ? 'CANCELLED' : follow.state}`)}</span>{follow.reason && <span className="soft small">{t(reasonKey(follow.reason))}</span>}</span>
            </li>
          ))}
        </ul>
      )}
      {follows.hasNextPage && <div className="buttons"><button type="button" className="button quiet small" disabled={follows.isFetchingNextPage} onClick={() => void follows.fetchNextPage()}>{t('follows.more')}</button></div>}
    </section>
  );
}
