import { useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import { useDecide, useReview } from '../api/review';
import type { MatchFilter, MatchOrder, Status } from '../api/types';
import type { Standing } from '../app/Member';
import { Onward } from '../app/routes';
import { useT } from '../i18n/messages';
import { Confirm, Loading, Page, Trouble } from '../ui/parts';
import { MatchRows } from './people/MatchRows';
import { MatchTools } from './people/MatchTools';

/** Whom I knew and where they are now: my yes or no to each, to some, or to all. */
export default function PeoplePage({ status }: Standing) {
  const t = useT();
  return (
    <Page title={t('people.title')} lead={t('people.lead')} narrow={false}>
      {status && status.review.all + status.review.declined > 0 ? <Review status={status} /> : <Nobody status={status} />}
      <Onward here="people" />
    </Page>
  );
}

function Nobody({ status }: { status: Status | null }) {
  const t = useT();
  if (!status?.archive || status.archive.state === 'REJECTED') {
    return <div className="card bare"><p>{t('people.no-archive')}</p><div className="buttons"><Link className="button" href="/app/archive">{t('people.to-archive')}</Link></div></div>;
  }
  return <div className="card bare"><p role="status">{t(status.wholeMatched ? 'people.nobody' : 'people.matching')}</p></div>;
}

function Review({ status }: { status: Status }) {
  const t = useT();
  const [filter, setFilter] = useState<MatchFilter>({});
  const [sort, setSort] = useState<MatchOrder>('CLOSENESS');
  const [declining, setDeclining] = useState(false);
  const deferred = useDeferredValue(filter);
  const review = useReview(status, deferred, sort);
  const decide = useDecide(status.id);
  const all = (decision: 'CONFIRM' | 'DECLINE') => decide.mutate({ decision, filter, ...(review.readAt !== undefined && { until: review.readAt }) });
  return (
    <>
      <MatchTools status={status} filter={filter} sort={sort} onFilter={setFilter} onSort={setSort} />
      <div className="buttons">
        <button type="button" className="button small" disabled={decide.isPending || review.matches.length === 0} onClick={() => all('CONFIRM')}>{t('people.all')}</button>
        <button type="button" className="button quiet small" disabled={decide.isPending || review.matches.length === 0} onClick={() => setDeclining(true)}>{t('people.none')}</button>
      </div>
      <Trouble failure={decide.error ?? review.error} />
      {review.isPending
        ? <Loading />
        : <MatchRows move={status.id} matches={review.matches} onEnd={review.fetchMore} onDecide={(xId, decision) => decide.mutate({ decision, matches: [xId] })} />}
      <div className="sum" role="status">
        <span>{t('people.sum', { confirmed: status.review.confirmed, undecided: status.review.undecided, declined: status.review.declined })}</span>
        {review.arrived > 0 && <button type="button" className="button small" onClick={() => { review.renew(); scrollTo({ top: 0 }); }}>{t('people.arrived', { count: review.arrived })}</button>}
        {status.review.confirmed > 0 && <Link className="button small" href="/app/follow">{t('people.to-follow')}</Link>}
      </div>
      <Confirm open={declining} title={t('people.none.title')} text={t('people.none.text')} deed={t('people.none')} onClose={() => setDeclining(false)} onDeed={() => all('DECLINE')} />
    </>
  );
}
