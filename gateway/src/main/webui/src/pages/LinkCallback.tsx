import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { call, Problem } from '../api/call';
import type { Answer } from '../api/calls';
import type { Account } from '../api/types';
import { useT } from '../i18n/messages';
import { Handle, Loading, nameOfNetwork, Page, Trouble } from '../ui/parts';

type Linked = Answer<'post', '/api/v1/me/links/completions'>;

const GIVEN = ['state', 'code', 'iss', 'error'] as const;
/** After these the same answer of the network may be handed in again: nothing was used up. */
const KEPT = ['server-busy', 'network-unreachable', 'executor-unreachable', 'rate-limited'];

let given: Partial<Record<(typeof GIVEN)[number], string>> | undefined;
let returned: Promise<Linked> | undefined;

/** Takes what the network sent back out of the address and the history, once. */
function taken() {
  if (given) return given;
  const sent = new URLSearchParams(location.search);
  history.replaceState(null, '', location.pathname);
  given = Object.fromEntries(GIVEN.flatMap((name) => { const value = sent.get(name); return value === null ? [] : [[name, value]]; }));
  return given;
}

/** Hands it in, once for each try: React may begin a page twice. */
function complete(): Promise<Linked> {
  returned ??= call('post', '/api/v1/me/links/completions', { body: taken() });
  return returned;
}

function canTryAgain(failure: unknown): boolean {
  return !(failure instanceof Problem) || KEPT.includes(failure.type);
}

/** Where a network sends the person back to. */
export default function LinkCallback() {
  const t = useT();
  const client = useQueryClient();
  const [tries, setTries] = useState(0);
  const [account, setAccount] = useState<Account | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    complete().then(
      (linked) => {
        setAccount(linked.account);
        void client.invalidateQueries();
      },
      setFailure,
    );
  }, [client, tries]);
  const again = () => {
    returned = undefined;
    setFailure(null);
    setTries(tries + 1);
  };
  const title = account ? 'callback.done' : !failure ? 'callback.title' : canTryAgain(failure) ? 'callback.later' : 'callback.failed';
  return (
    <Page title={t(title)}>
      {!account && !failure && <Loading />}
      {account && <div className="notice good" role="status"><p><b><Handle account={account} /></b> {t('callback.linked', { network: nameOfNetwork(account.network) })}</p></div>}
      <Trouble failure={failure} />
      {failure !== null && canTryAgain(failure) && <p>{t('callback.kept')}</p>}
      <div className="buttons">
        {failure !== null && canTryAgain(failure) && <button type="button" className="button" onClick={again}>{t('callback.again')}</button>}
        <Link className={failure === null ? 'button' : 'button quiet'} href="/app/homes">{t('callback.on')}</Link>
      </div>
    </Page>
  );
}
