import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useErase, useExport } from '../../api/rights';
import type { Receipt } from '../../api/types';
import { forgetCircle } from '../../circle/kept';
import { useFormats, useT } from '../../i18n/messages';
import { Confirm, Page, Trouble } from '../../ui/parts';

/** Offers something as a file. */
function save(name: string, content: unknown): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** See everything that is held about me; have it erased. */
export function Rights({ onErased }: { onErased: (receipt: Receipt) => void }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const held = useExport();
  const erase = useErase();
  const gone = (receipt: Receipt) => {
    void forgetCircle();
    onErased(receipt);
  };
  return (
    <section className="card" aria-labelledby="rights">
      <h2 id="rights">{t('rights.title')}</h2>
      <div className="buttons">
        <button type="button" className="button quiet" disabled={held.isPending} onClick={() => held.mutate(undefined, { onSuccess: (all) => save('essaim-export.json', all) })}>{t('rights.export')}</button>
        <button type="button" className="button grave" disabled={erase.isPending} onClick={() => setAsking(true)}>{t('rights.erase')}</button>
      </div>
      <Trouble failure={held.error ?? erase.error} />
      <Confirm open={asking} title={t('rights.erase.title')} text={t('rights.erase.text')} deed={t('rights.erase')} onClose={() => setAsking(false)} onDeed={() => erase.mutate(undefined, { onSuccess: gone })} />
    </section>
  );
}

/** Everything is erased; the person has nothing here any more but this page. */
export function Erased({ receipt }: { receipt: Receipt }) {
  const t = useT();
  const { moment } = useFormats();
  const client = useQueryClient();
  const leave = () => client.clear();
  return (
    <Page title={t('rights.erased')} lead={t('rights.erased.text')}>
      <p className="notice good">{moment(receipt.erasedAt)} <bdi dir="ltr" className="number">{receipt.id}</bdi></p>
      <div className="buttons">
        <button type="button" className="button" onClick={() => save('essaim-receipt.json', receipt)}>{t('rights.receipt')}</button>
        <a className="button quiet" href="/logout" onClick={leave}>{t('shell.sign-out')}</a>
      </div>
    </Page>
  );
}
