import { type FormEvent, useId, useState } from 'react';
import { useBeginLink, useUnlink } from '../api/queries';
import type { Link as Linked, Network } from '../api/types';
import type { Standing } from '../app/Member';
import { Onward } from '../app/routes';
import { useT } from '../i18n/messages';
import { Confirm, Handle, nameOfNetwork, Page, Trouble } from '../ui/parts';
import { Findability } from './homes/Findability';

const EXAMPLES: Record<Network, string> = { BLUESKY: 'ana.bsky.social', MASTODON: '@ana@mastodon.social' };
const ELSEWHERE: Record<Network, string> = { BLUESKY: 'https://bsky.app', MASTODON: 'https://joinmastodon.org/servers' };

/** The accounts that will follow for me, and who may find me there. */
export default function HomesPage({ me }: Standing) {
  const t = useT();
  return (
    <Page title={t('homes.title')} lead={t('homes.lead')}>
      <Accounts links={me.links} />
      <div className="pair">
        <LinkForm network="BLUESKY" />
        <LinkForm network="MASTODON" />
      </div>
      <Findability chosen={me.findability} />
      <Onward here="homes" />
    </Page>
  );
}

/** Where one is sent to agree; anything but a web page would be no sign-in. */
function go(address: string): void {
  if (/^https?:$/.test(new URL(address).protocol)) location.assign(address);
}

function LinkForm({ network }: { network: Network }) {
  const t = useT();
  const id = useId();
  const [account, setAccount] = useState('');
  const begin = useBeginLink();
  const name = nameOfNetwork(network);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate({ network, account }, { onSuccess: (dance) => go(dance.authorizationUrl) });
  };
  return (
    <form className="card" onSubmit={submit} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{name}</h2>
      <div className="field">
        <label htmlFor={id}>{t(network === 'BLUESKY' ? 'homes.bluesky.account' : 'homes.mastodon.account')}</label>
        <input id={id} dir="ltr" value={account} onChange={(event) => setAccount(event.target.value)} placeholder={EXAMPLES[network]} autoCapitalize="none" autoCorrect="off" spellCheck={false} autoComplete="off" required maxLength={512} />
      </div>
      <p className="soft small">{t('homes.allow', { network: name })}</p>
      <div className="buttons"><button type="submit" className="button" disabled={begin.isPending}>{t('homes.link', { network: name })}</button></div>
      <Trouble failure={begin.error} />
      <p className="small">{t('homes.none-yet')} <a href={ELSEWHERE[network]} target="_blank" rel="noreferrer noopener">{t('homes.make', { network: name })}</a></p>
    </form>
  );
}

/** The linked accounts, each with what can be done about it. */
export function Accounts({ links }: { links: readonly Linked[] }) {
  const t = useT();
  const unlink = useUnlink();
  const begin = useBeginLink();
  const [leaving, setLeaving] = useState<Linked | null>(null);
  if (links.length === 0) return null;
  const again = (link: Linked) => begin.mutate({ network: link.account.network, account: link.account.handle }, { onSuccess: (dance) => go(dance.authorizationUrl) });
  return (
    <section className="stack" aria-labelledby="linked">
      <h2 id="linked">{t('homes.linked')}</h2>
      <ul className="accounts">
        {links.map((link) => (
          <li key={link.account.id}>
            <span className="who"><b><Handle account={link.account} /></b> <span className="chip">{nameOfNetwork(link.account.network)}</span>
              {link.state === 'LOST' && <span className="chip bad">{t('homes.lost')}</span>}
              {link.state === 'LINKED' && !link.canFollow && <span className="chip">{t('homes.found-only')}</span>}
            </span>
            <span className="buttons">
              {(link.state === 'LOST' || !link.canFollow) && <button type="button" className="button small" onClick={() => again(link)}>{t('homes.again')}</button>}
              <button type="button" className="button quiet small" onClick={() => setLeaving(link)}>{t('homes.unlink')}<span className="unseen"> {link.account.handle}</span></button>
            </span>
          </li>
        ))}
      </ul>
      <Trouble failure={unlink.error ?? begin.error} />
      <Confirm open={leaving !== null} title={t('homes.unlink.title')} text={t('homes.unlink.text')} deed={t('homes.unlink')} onClose={() => setLeaving(null)} onDeed={() => { if (leaving) unlink.mutate(leaving.account.id); }} />
    </section>
  );
}
