import { useState } from 'react';
import { Link } from 'wouter';
import { useDeed } from '../api/queries';
import { useOutlook, usePlanPreview } from '../api/review';
import type { Status } from '../api/types';
import type { Standing } from '../app/Member';
import { followsOf, isOpen, Onward } from '../app/routes';
import { useT } from '../i18n/messages';
import { Confirm, Page, Trouble } from '../ui/parts';
import { AccountCard } from './follow/AccountCard';
import { FollowList } from './follow/FollowList';
import { Plan } from './follow/Plan';

/** The plan before it starts; how far it is; pause, resume, take back. */
export default function FollowPage({ me, status }: Standing) {
  const t = useT();
  return (
    <Page title={t('follow.title')} lead={t('follow.lead')}>
      {me.links.length === 0 && <div className="notice"><p>{t('follow.no-home')}</p><div className="buttons"><Link className="button small" href="/app/homes">{t('follow.to-homes')}</Link></div></div>}
      {status ? <Following status={status} /> : <p className="card bare">{t('follow.nobody')}</p>}
      <Onward here="follow" />
    </Page>
  );
}

function Following({ status }: { status: Status }) {
  const t = useT();
  const deed = useDeed(status.id);
  const [undoing, setUndoing] = useState(false);
  const follows = followsOf(status);
  const open = follows.some((count) => isOpen(count.state));
  const done = follows.some((count) => count.state === 'FOLLOWED' || count.state === 'AWAITING_APPROVAL');
  const preview = usePlanPreview(status.id, status.review.confirmed + follows.length);
  const outlook = useOutlook(status.id, open);
  return (
    <>
      {preview.data && (preview.data.follows > 0 || follows.length === 0) && (
        <Plan preview={preview.data} confirmed={status.review.confirmed} starting={deed.isPending} onStart={() => deed.mutate('plans')} />
      )}
      <Trouble failure={deed.error ?? preview.error} />
      {status.accounts.map((account) => (
        <AccountCard key={account.account.id} progress={account} outlook={outlook.data?.find((one) => one.account.id === account.account.id)} paused={status.paused} />
      ))}
      {follows.length > 0 && (
        <>
          <div className="buttons">
            {status.paused
              ? <button type="button" className="button" disabled={deed.isPending} onClick={() => deed.mutate('resume')}>{t('follow.resume')}</button>
              : open && <button type="button" className="button" disabled={deed.isPending} onClick={() => deed.mutate('pause')}>{t('follow.pause')}</button>}
            {(done || open) && <button type="button" className="button grave" disabled={deed.isPending} onClick={() => setUndoing(true)}>{t('follow.undo')}</button>}
          </div>
          {open && !status.paused && <p className="soft small">{t('follow.close-page')}</p>}
          <FollowList move={status.id} />
        </>
      )}
      <Confirm open={undoing} title={t('follow.undo.title')} text={t('follow.undo.text')} deed={t('follow.undo')} onClose={() => setUndoing(false)} onDeed={() => deed.mutate('undo')} />
    </>
  );
}
