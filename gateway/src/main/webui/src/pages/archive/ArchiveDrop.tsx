import { type DragEvent, useId, useState } from 'react';
import type { Told } from '../../archive/worker';
import { useT } from '../../i18n/messages';

/** Where the file is dropped or chosen, and how far it is read. */
export function ArchiveDrop({ told, onFile, onCancel }: { told: Told | null; onFile: (file: File) => void; onCancel: () => void }) {
  const t = useT();
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  if (told?.told === 'progress') return <Reading read={told.read} total={told.total} onCancel={onCancel} />;
  return (
    <div className={over ? 'drop over' : 'drop'} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
      <input id={id} className="unseen" type="file" accept=".zip,.js,application/zip" onChange={(event) => { const [file] = event.target.files ?? []; if (file) onFile(file); }} />
      <label className="button" htmlFor={id}>{t('archive.choose')}</label>
      <p className="soft small">{t('archive.stays')}</p>
    </div>
  );
}

function Reading({ read, total, onCancel }: { read: number; total: number; onCancel: () => void }) {
  const t = useT();
  const part = total === 0 ? 0 : Math.min(1, read / total);
  return (
    <div className="drop">
      <p role="status"><b>{t('archive.reading')}</b></p>
      <progress value={part} max={1} aria-label={t('archive.reading')} />
      <p className="soft number">{t('archive.reading.part', { part })}</p>
      <button type="button" className="button quiet small" onClick={onCancel}>{t('archive.cancel')}</button>
    </div>
  );
}
