import { useState } from 'react';
import type { Receipt } from '../api/types';
import type { Standing } from '../app/Member';
import { forgetCircle } from '../circle/kept';
import { useT } from '../i18n/messages';
import { Page } from '../ui/parts';
import { Arrivals } from './CirclePage';
import { Accounts } from './HomesPage';
import { Findability } from './homes/Findability';
import { Appearance } from './settings/Appearance';
import { Letters } from './settings/Letters';
import { Partners } from './settings/Partners';
import { Erased, Rights } from './settings/Rights';
import { SigningIn } from './settings/SigningIn';

/** What I agreed to, what is linked, and my rights. */
export default function SettingsPage({ me }: Standing) {
  const t = useT();
  const [forgotten, setForgotten] = useState(false);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  if (receipt) return <Erased receipt={receipt} />;
  return (
    <Page title={t('settings.title')}>
      <Appearance />
      <Findability chosen={me.findability} />
      <Arrivals me={me} />
      <Letters agreed={me.email} />
      <Partners />
      <Accounts links={me.links} />
      <SigningIn />
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
