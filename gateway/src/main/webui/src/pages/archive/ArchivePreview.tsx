import { useMemo, useState } from 'react';
import type { ListName, Problem } from '../../archive/reading';
import type { Brought } from '../../archive/worker';
import { useFormats, useT } from '../../i18n/messages';
import { Lines } from '../../ui/Lines';
import { ListCounts } from './ListCounts';

/** Everything that will be sent, to the last line, before it is. */
export function ArchivePreview({ brought, sending, onSend, onBack }: { brought: Brought; sending: boolean; onSend: () => void; onBack: () => void }) {
  const t = useT();
  const { day } = useFormats();
  const counts = Object.fromEntries(brought.written.map((list) => [list, lengthOf(brought, list)]));
  return (
    <section className="card" aria-labelledby="preview">
      <h2 id="preview">{t('preview.title')}</h2>
      <p>{t('preview.text')}</p>
      <p>
        <b>{t('preview.owner')}</b> <bdi>{brought.owner.name}</bdi> {brought.owner.handle && <bdi dir="ltr">@{brought.owner.handle}</bdi>} <span className="soft small number"><bdi dir="ltr">{String(brought.owner.xId)}</bdi></span>
        {brought.generatedAt !== null && <><br /><span className="soft">{t('preview.age', { day: day(brought.generatedAt) })}</span></>}
      </p>
      <ListCounts counts={counts} />
      {brought.problems.length > 0 && <Problems problems={brought.problems} />}
      <Everything brought={brought} />
      <p className="soft small">{t('preview.not-sent')}</p>
      <div className="buttons">
        <button type="button" className="button" disabled={sending} onClick={onSend}>{t(sending ? 'preview.sending' : 'preview.send')}</button>
        <button type="button" className="button quiet" onClick={onBack}>{t('preview.other')}</button>
      </div>
    </section>
  );
}

function lengthOf(brought: Brought, list: ListName): number {
  return list === 'sightings' ? brought.sightings.ids.length : brought[list].length;
}

/** Every line of every list, and the very bytes for whoever wants to keep them. */
function Everything({ brought }: { brought: Brought }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('preview.everything')}</summary>
      {open && <Everyline brought={brought} />}
    </details>
  );
}

function Everyline({ brought }: { brought: Brought }) {
  const t = useT();
  const [list, setList] = useState<ListName>('followings');
  const [save] = useState(() => URL.createObjectURL(brought.extract));
  const { sightings } = brought;
  const names = useMemo(() => sightings.handles.split('\n'), [sightings]);
  const handles = useMemo(() => new Map(Array.from(sightings.ids, (id, index) => [id, names[index]])), [sightings, names]);
  const line = (index: number): string => {
    if (list === 'sightings') {
      return `${sightings.ids[index]}  @${names[index]}  ${new Date(sightings.seenAt[index] ?? 0).toISOString().slice(0, 10)}`;
    }
    const id = brought[list][index] ?? 0n;
    const handle = handles.get(id);
    return `${list === 'closeness' ? `${index + 1}.  ` : ''}${id}${handle === undefined ? '' : `  @${handle}`}`;
  };
  return (
    <div className="stack">
      <div className="tabs">
        {brought.written.map((one) => (
          <button type="button" key={one} className="toggle" aria-pressed={one === list} onClick={() => setList(one)}>{t(`list.${one}`)}</button>
        ))}
      </div>
      <Lines key={list} label={t(`list.${list}`)} count={lengthOf(brought, list)} line={line} />
      <p><a href={save} download="essaim-extract.json">{t('preview.save')}</a></p>
    </div>
  );
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  const t = useT();
  return (
    <div className="notice">
      <p><b>{t('preview.problems')}</b></p>
      <ul>{problems.map((problem) => <li key={JSON.stringify(problem)}>{t(`part.${problem.kind}`, { ...problem })}</li>)}</ul>
    </div>
  );
}
