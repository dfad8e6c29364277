import type { PlanPreview } from '../../api/types';
import { useFormats, useT } from '../../i18n/messages';
import { Handle, nameOfNetwork } from '../../ui/parts';

/** What would happen, on which account, and how long it takes. */
export function Plan({ preview, confirmed, starting, onStart }: { preview: PlanPreview; confirmed: number; starting: boolean; onStart: () => void }) {
  const t = useT();
  const { moment } = useFormats();
  if (preview.follows === 0) return <p className="card bare">{t(confirmed === 0 ? 'follow.nobody' : 'follow.nothing-new')}</p>;
  return (
    <section className="card" aria-labelledby="plan">
      <h2 id="plan">{t('plan.title', { count: preview.follows })}</h2>
      <ul className="accounts">
        {preview.accounts.filter((account) => account.follows > 0 || !account.able).map((account) => (
          <li key={account.account.id}>
            <span className="who"><b><Handle account={account.account} /></b> <span className="chip">{nameOfNetwork(account.account.network)}</span></span>
            <span className="number">
              {account.able ? t('plan.on-account', { count: account.follows }) : t('plan.not-able')}
              {account.endsAt && <><br /><span className="soft small">{t('plan.until', { when: moment(account.endsAt) })}</span></>}
            </span>
          </li>
        ))}
      </ul>
      <details><summary>{t('plan.why-slow')}</summary><p className="soft">{t('plan.why-slow.text')}</p></details>
      <div className="buttons"><button type="button" className="button" disabled={starting} onClick={onStart}>{t('plan.start')}</button></div>
    </section>
  );
}
