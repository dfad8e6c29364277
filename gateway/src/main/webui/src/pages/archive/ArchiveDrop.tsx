import { useEffect, useEffectEvent, useId, useState } from 'react';
import type { Told } from '../../archive/worker';
import { useT } from '../../i18n/messages';

/** Where the files are chosen, or dropped anywhere on the page, and how far they are read. */
export function ArchiveDrop({ told, onFiles, onCancel }: { told: Told | null; onFiles: (files: readonly File[]) => void; onCancel: () => void }) {
  const t = useT();
  const id = useId();
  const over = useDropped(onFiles);
  if (told?.told === 'progress') return <Reading read={told.read} total={told.total} onCancel={onCancel} />;
  const choose = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])];
    // The same file may be chosen again.
    input.value = '';
    if (files.length > 0) onFiles(files);
  };
  return (
    <div className={over ? 'drop over' : 'drop'}>
      <input id={id} className="unseen" type="file" multiple accept=".zip,.js,application/zip" onChange={(event) => choose(event.currentTarget)} />
      <label className="button" htmlFor={id}>{t('archive.choose')}</label>
      <p className="soft small">{t('archive.stays')}</p>
    </div>
  );
}

/** Takes files that are dropped anywhere on the page; gives whether some hang over it. */
function useDropped(onFiles: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const dropped = useEffectEvent((files: readonly File[]) => { if (files.length > 0) onFiles(files); });
  useEffect(() => {
    const listening = new AbortController();
    const listen = (name: 'dragover' | 'dragleave' | 'drop', heed: (event: DragEvent) => void) => addEventListener(name, heed, { signal: listening.signal });
    listen('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    });
    listen('dragleave', (event) => { if (!event.relatedTarget) setOver(false); });
    listen('drop', (event) => {
      event.preventDefault();
      setOver(false);
      dropped([...(event.dataTransfer?.files ?? [])]);
    });
    return () => listening.abort();
  }, []);
  return over;
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
