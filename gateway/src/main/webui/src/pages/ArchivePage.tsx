import { useEffect, useRef, useState } from 'react';
import { useBringExtract } from '../api/queries';
import type { Upload } from '../api/types';
import type { Standing } from '../app/Member';
import { Onward } from '../app/routes';
import { readInWorker } from '../archive/client';
import type { Brought, Told } from '../archive/worker';
import { keepCircle } from '../circle/kept';
import { useFormats, useT } from '../i18n/messages';
import { Page, Trouble } from '../ui/parts';
import { ArchiveDrop } from './archive/ArchiveDrop';
import { ArchivePreview } from './archive/ArchivePreview';
import { ListCounts } from './archive/ListCounts';
import { Refusal } from './archive/Refusal';
import { Request } from './archive/Request';

/** Read my archive here, see what will be sent, send it. */
export default function ArchivePage({ me, status }: Standing) {
  const t = useT();
  const [told, setTold] = useState<Told | null>(null);
  const reading = useRef<AbortController>(null);
  const bring = useBringExtract();
  useEffect(() => () => reading.current?.abort(), []);

  const read = (files: readonly File[]) => {
    reading.current?.abort();
    reading.current = new AbortController();
    bring.reset();
    setTold({ told: 'progress', read: 0, total: 0 });
    const proven = me.xAccount?.assurance === 'PROVEN' ? me.xAccount.xId : null;
    readInWorker({ files, proven }, reading.current.signal, setTold);
  };
  const send = (brought: Brought, replaceNewer: boolean) => {
    void keepCircle(brought.circle);
    bring.mutate({ extract: brought.extract, replaceNewer });
  };
  const brought = told?.told === 'read' ? told.brought : null;
  const older = status?.archive?.state === 'REJECTED' && status.archive.reason === 'OLDER_ARCHIVE';
  return (
    <Page title={t('archive.title')} lead={t('archive.lead')}>
      {status?.archive && <Standing archive={status.archive} />}
      {!brought && <Request />}
      {!brought && <ArchiveDrop told={told} onFiles={read} onCancel={() => { reading.current?.abort(); setTold(null); }} />}
      {told?.told === 'refused' && <Refusal reason={told.reason} />}
      {told?.told === 'failed' && <Refusal reason="FAILED" />}
      {brought && !bring.isSuccess && (
        <ArchivePreview brought={brought} sending={bring.isPending} onSend={() => send(brought, false)} onBack={() => setTold(null)} />
      )}
      {brought && bring.isSuccess && older && (
        <div className="notice"><p>{t('archive.older.ask')}</p><div className="buttons"><button type="button" className="button small" onClick={() => send(brought, true)}>{t('archive.older.deed')}</button></div></div>
      )}
      {bring.isSuccess && <p role="status" className="notice good">{t('archive.sent')}</p>}
      <Trouble failure={bring.error} />
      <Onward here="archive" />
    </Page>
  );
}

/** What became of the archive that was brought last. */
function Standing({ archive }: { archive: Upload }) {
  const t = useT();
  const { moment } = useFormats();
  const when = moment(archive.uploadedAt);
  if (archive.state === 'REJECTED') {
    return <div className="notice bad" role="status"><p>{t('archive.rejected', { when })}</p><Refusal reason={archive.reason ?? 'UNKNOWN'} plain /></div>;
  }
  return (
    <section className="card" aria-labelledby="stands">
      <h2 id="stands">{t(archive.state === 'INGESTED' ? 'archive.stands' : 'archive.waits')}</h2>
      <p className="soft">{t('archive.brought', { when })}</p>
      {archive.counts && <ListCounts counts={archive.counts} />}
    </section>
  );
}
