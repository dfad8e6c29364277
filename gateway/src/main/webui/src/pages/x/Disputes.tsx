import { type FormEvent, useId, useState } from 'react';
import { type Contested, type Dispute, useDisputes, useRaiseDispute, useTakeDisputeBack } from '../../api/disputes';
import { useFormats, useT } from '../../i18n/messages';
import { Trouble } from '../../ui/parts';

const MOST_WORDS = 2000;

/** When somebody else has my X account here: say so, and see what was decided. Nothing for most people. */
export function Disputes() {
  const t = useT();
  const disputes = useDisputes();
  const { contested = [], disputes: raised = [] } = disputes.data ?? {};
  const open = new Set(raised.filter((dispute) => dispute.state === 'OPEN').map((dispute) => dispute.xId));
  const left = contested.filter((one) => !open.has(one.xId));
  if (left.length === 0 && raised.length === 0) return <Trouble failure={disputes.error} />;
  return (
    <section className="card" aria-labelledby="disputes">
      <h2 id="disputes">{t('disputes.title')}</h2>
      <p>{t('disputes.text')}</p>
      {left.map((one) => <Raise key={one.xId} contested={one} />)}
      {raised.length > 0 && <ul className="accounts">{raised.map((dispute) => <Raised key={dispute.id} dispute={dispute} />)}</ul>}
    </section>
  );
}

function Raise({ contested }: { contested: Contested }) {
  const t = useT();
  const id = useId();
  const [words, setWords] = useState('');
  const raise = useRaiseDispute();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    raise.mutate({ xId: contested.xId, words: words.trim() });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p><b><bdi dir="ltr">{contested.handle ? `@${contested.handle}` : contested.xId}</bdi></b> <span className="soft">{t(`disputes.why.${contested.why}`)}</span></p>
      <div className="field">
        <label htmlFor={id}>{t('disputes.words')}</label>
        <textarea id={id} dir="auto" rows={4} required maxLength={MOST_WORDS} value={words} onChange={(event) => setWords(event.target.value)} />
      </div>
      <div className="buttons"><button type="submit" className="button" disabled={raise.isPending}>{t('disputes.raise')}</button></div>
      <Trouble failure={raise.error} />
    </form>
  );
}

function Raised({ dispute }: { dispute: Dispute }) {
  const t = useT();
  const { day } = useFormats();
  const back = useTakeDisputeBack();
  return (
    <li>
      <span className="who"><b><bdi dir="ltr">{dispute.xId}</bdi></b> <span className={dispute.state === 'UPHELD' ? 'chip good' : 'chip'}>{t(`disputes.state.${dispute.state}`)}</span> <span className="soft small">{day(dispute.decidedAt ?? dispute.raisedAt)}</span></span>
      {dispute.state === 'OPEN' && <button type="button" className="button quiet small" disabled={back.isPending} onClick={() => back.mutate(dispute.id)}>{t('disputes.back')}</button>}
      <p className="whole" dir="auto">{dispute.words}</p>
      {dispute.reason && <p className="whole"><b>{t('disputes.reason')}</b> <bdi>{dispute.reason}</bdi></p>}
      <Trouble failure={back.error} />
    </li>
  );
}
