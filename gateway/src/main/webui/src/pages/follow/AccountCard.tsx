import { Link } from 'wouter';
import type { AccountProgress, FollowState, Outlook } from '../../api/types';
import { isOpen } from '../../app/routes';
import { useFormats, useT } from '../../i18n/messages';
import { Handle, nameOfNetwork } from '../../ui/parts';
import { reasonKey } from './reasons';

const FOLLOWED: readonly FollowState[] = ['FOLLOWED', 'ALREADY_FOLLOWING', 'AWAITING_APPROVAL'];
/** What linking again solves. */
const BY_LINKING: readonly string[] = ['LINK_AGAIN', 'SCOPE_MISSING'];

/** How far one of my accounts is, what slows it, and what needs me. */
export function AccountCard({ progress, outlook, paused }: { progress: AccountProgress; outlook: Outlook | undefined; paused: boolean }) {
  const t = useT();
  const { number, moment } = useFormats();
  const counted = progress.outcomes.filter((outcome) => outcome.state !== 'CANCELLED' && outcome.state !== 'UNDONE');
  const sum = (belongs: (state: FollowState) => boolean) => counted.filter((outcome) => belongs(outcome.state)).reduce((total, outcome) => total + outcome.follows, 0);
  const all = sum(() => true);
  const followed = sum((state) => FOLLOWED.includes(state));
  const open = sum(isOpen);
  const width = (count: number) => ({ inlineSize: `${all === 0 ? 0 : (count / all) * 100}%` });
  const name = nameOfNetwork(progress.account.network);
  return (
    <section className="card" aria-label={`${name} ${progress.account.handle}`}>
      <h2><Handle account={progress.account} /> <span className="chip">{name}</span></h2>
      <div className="bar" role="img" aria-label={t('follow.bar', { followed, all })}>
        <i style={width(followed)} /><i className="waiting" style={width(open)} /><i className="bad" style={width(all - followed - open)} />
      </div>
      <dl className="figures">
        {progress.outcomes.map((outcome) => <div key={outcome.state}><dt>{t(`state.${outcome.state}`)}</dt><dd>{number(outcome.follows)}</dd></div>)}
      </dl>
      {open > 0 && (
        <p className="soft" role="status">
          {paused ? t('follow.paused') : t(`standing.${outlook?.standing ?? 'GOES_ON'}`)}
          {progress.slowed && ` ${t(`slowed.${progress.slowed}`)}`}
          {!paused && outlook?.endsAt && ` ${t('plan.until', { when: moment(outlook.endsAt) })}`}
        </p>
      )}
      {!paused && progress.waiting.map((waiting) => <p key={waiting.reason} className="soft small">{t(reasonKey(waiting.reason))} {t('follow.waiting', { count: waiting.follows })}{progress.until && ` ${t('follow.next', { when: moment(progress.until) })}`}</p>)}
      {progress.needs.map((need) => (
        <div key={need.reason} className="notice">
          <p><b>{t('needs.title', { count: need.follows })}</b></p>
          <p>{t(reasonKey(need.reason))}</p>
          {BY_LINKING.includes(need.reason) && <div className="buttons"><Link className="button small" href="/app/homes">{t('homes.again')}</Link></div>}
        </div>
      ))}
    </section>
  );
}
