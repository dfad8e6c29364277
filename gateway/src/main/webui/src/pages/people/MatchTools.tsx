import type { DecisionState, MatchFilter, MatchOrder, Network, Status } from '../../api/types';
import { useFormats, useT } from '../../i18n/messages';
import { ALL_NETWORKS, nameOfNetwork } from '../../ui/parts';

const ORDERS: readonly MatchOrder[] = ['CLOSENESS', 'NEWEST', 'NAME'];
const DECISIONS: readonly DecisionState[] = ['UNDECIDED', 'CONFIRMED', 'DECLINED'];

/** Search, filters and order of the review. */
export function MatchTools({ status, filter, sort, onFilter, onSort }: {
  status: Status;
  filter: MatchFilter;
  sort: MatchOrder;
  onFilter: (filter: MatchFilter) => void;
  onSort: (sort: MatchOrder) => void;
}) {
  const t = useT();
  const { number } = useFormats();
  const counts: Record<DecisionState, number> = { UNDECIDED: status.review.undecided, CONFIRMED: status.review.confirmed, DECLINED: status.review.declined };
  const change = (part: { [K in keyof MatchFilter]?: MatchFilter[K] | undefined }) => {
    const merged = Object.entries({ ...filter, ...part }).filter(([, value]) => value !== undefined && value !== '');
    onFilter(Object.fromEntries(merged) as MatchFilter);
  };
  const network = (one: Network) => change({ network: filter.network === one ? undefined : one });
  const [decision] = filter.decision ?? [];
  return (
    <div className="tools" role="search">
      <div className="line">
        <input className="search" type="search" aria-label={t('people.search')} placeholder={t('people.search')} value={filter.search ?? ''} maxLength={100} onChange={(event) => change({ search: event.target.value })} />
        <select aria-label={t('people.sort')} value={sort} onChange={(event) => onSort(event.target.value as MatchOrder)}>
          {ORDERS.map((order) => <option key={order} value={order}>{t(`people.sort.${order}`)}</option>)}
        </select>
      </div>
      <div className="line" role="group" aria-label={t('people.filters')}>
        {DECISIONS.map((one) => (
          <button type="button" key={one} className="toggle" aria-pressed={decision === one} onClick={() => change({ decision: decision === one ? undefined : [one] })}>{t(`people.decision.${one}`)} <span className="number">{number(counts[one])}</span></button>
        ))}
        <button type="button" className="toggle" aria-pressed={filter.mutual === true} onClick={() => change({ mutual: filter.mutual ? undefined : true })}>{t('people.mutual')}</button>
        {status.review.isNew > 0 && <button type="button" className="toggle" aria-pressed={filter.new === true} onClick={() => change({ new: filter.new ? undefined : true })}>{t('people.new')} <span className="number">{number(status.review.isNew)}</span></button>}
        {ALL_NETWORKS.map((one) => (
          <button type="button" key={one} className="toggle" aria-pressed={filter.network === one} onClick={() => network(one)}>{nameOfNetwork(one)}</button>
        ))}
      </div>
    </div>
  );
}
