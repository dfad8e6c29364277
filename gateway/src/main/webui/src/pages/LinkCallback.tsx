import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { call } from '../api/call';
import type { Account } from '../api/types';
import { useT } from '../i18n/messages';
import { Handle, Loading, nameOfNetwork, Page, Trouble } from '../ui/parts';

const GIVEN = ['state', 'code', 'iss', 'error'] as const;

/** Takes what the network sent back out of the address and the history, once: React may begin a page twice. */
let returned: Promise<{ account: Account }> | undefined;

function complete(): Promise<{ account: Account }> {
  if (returned) return returned;
  const given = new URLSearchParams(location.search);
  history.replaceState(null, '', location.pathname);
  const body = Object.fromEntries(GIVEN.filter((name) => given.has(name)).map((name) => [name, given.get(name)]));
  returned = call<{ account: Account }, 'post'>('post', '/api/v1/me/links/completions', { body });
  return returned;
}

/** Where a network sends the person back to. */
export default function LinkCallback() {
  const t = useT();
  const client = useQueryClient();
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
  }, [client]);
  return (
    <Page title={t(account ? 'callback.done' : failure ? 'callback.failed' : 'callback.title')}>
      {!account && !failure && <Loading />}
      {account && <div className="notice good" role="status"><p><b><Handle account={account} /></b> {t('callback.linked', { network: nameOfNetwork(account.network) })}</p></div>}
      <Trouble failure={failure} />
      <div className="buttons"><Link className="button" href="/app/homes">{t('callback.on')}</Link></div>
    </Page>
  );
}
