import { useState } from 'react';
import { useEmail } from '../api/queries';
import type { Receipt } from '../api/types';
import type { Standing } from '../app/Member';
import { forgetCircle } from '../circle/kept';
import { useT } from '../i18n/messages';
import { Page, Trouble } from '../ui/parts';
import { Arrivals } from './CirclePage';
import { Accounts } from './HomesPage';
import { Findability } from './homes/Findability';
import { Appearance } from './settings/Appearance';
import { Partners } from './settings/Partners';
import { Erased, Rights } from './settings/Rights';

/** What I agreed to, what is linked, and my rights. */
export default function SettingsPage({ me }: Standing) {
  const t = useT();
  const email = useEmail();
  const [forgotten, setForgotten] = useState(false);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  if (receipt) return <Erased receipt={receipt} />;
  return (
    <Page title={t('settings.title')}>
      <Appearance />
      <Findability chosen={me.findability} />
      <Arrivals me={me} />
      <section className="card">
        <h2>{t('settings.email')}</h2>
        <label className="choice">
          <input type="checkbox" checked={email.isPending ? email.variables : me.email} onChange={(event) => email.mutate(event.target.checked)} />
          <b>{t('settings.email.deed')}</b>
          <span className="soft small">{t('settings.email.text')}</span>
        </label>
        <Trouble failure={email.error} />
      </section>
      <Partners />
      <Accounts links={me.links} />
      <section className="card">
        <h2>{t('settings.here')}</h2>
        <p>{t('settings.here.text')}</p>
        <div className="buttons"><button type="button" className="button quiet small" onClick={() => void forgetCircle().then(() => setForgotten(true))}>{t('settings.here.deed')}</button></div>
        {forgotten && <p role="status" className="soft">{t('settings.here.done')}</p>}
      </section>
      <Rights onErased={setReceipt} />
      <div className="buttons"><a className="button quiet" href="/logout">{t('shell.sign-out')}</a></div>
    </Page>
  );
}
