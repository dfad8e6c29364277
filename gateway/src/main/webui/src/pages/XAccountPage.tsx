import { useEffect } from 'react';
import type { Standing } from '../app/Member';
import { Onward } from '../app/routes';
import { useRefreshXAccount } from '../api/queries';
import { useT } from '../i18n/messages';
import { Loading, Page, Trouble } from '../ui/parts';
import { Disputes } from './x/Disputes';
import { HandleProof } from './x/HandleProof';

/** Kept on this machine while the person is at X. */
const WENT = 'essaim.went-to-x';

/** Prove my X account, or go on with a claim, or without any account left. */
export default function XAccountPage({ me }: Standing) {
  const t = useT();
  const refresh = useRefreshXAccount();
  const { mutate: ask } = refresh;
  useEffect(() => {
    // Back from X's page: what was said there is asked for, once.
    if (localStorage.getItem(WENT) === null) return;
    localStorage.removeItem(WENT);
    ask(undefined);
  }, [ask]);
  const account = me.xAccount;
  const proven = account?.assurance === 'PROVEN';
  return (
    <Page title={t('x.title')} lead={t('x.lead')}>
      {account && (
        <div className={proven ? 'notice good' : 'notice'}>
          <p><b><bdi dir="ltr">{account.handle ? `@${account.handle}` : account.xId}</bdi></b></p>
          <p>{t(proven ? 'x.proven' : 'x.claimed')}</p>
        </div>
      )}
      {!proven && (
        <section className="card" aria-labelledby="prove">
          <h2 id="prove">{t('x.prove')}</h2>
          <p>{t('x.prove.text')}</p>
          <div className="buttons">
            <a className="button" href="/app/prove" onClick={() => localStorage.setItem(WENT, '1')}>{t('x.prove.deed')}</a>
            <button type="button" className="button quiet" disabled={refresh.isPending} onClick={() => refresh.mutate(undefined)}>{t('x.refresh')}</button>
          </div>
          <Trouble failure={refresh.error} />
          {refresh.isPending && <Loading />}
          {refresh.isSuccess && !proven && <p role="status" className="soft">{t('x.refresh.nothing')}</p>}
        </section>
      )}
      {!proven && <HandleProof />}
      <Disputes />
      {!proven && (
        <div className="pair">
          <section className="card bare" aria-labelledby="claim">
            <h2 id="claim">{t('x.claim')}</h2>
            <p>{t('x.claim.text')}</p>
          </section>
          <section className="card bare" aria-labelledby="gone">
            <h2 id="gone">{t('x.gone')}</h2>
            <p>{t('x.gone.text')}</p>
          </section>
        </div>
      )}
      <Onward here="x" />
    </Page>
  );
}
