import type { ListName } from '../../archive/reading';
import { useFormats, useT } from '../../i18n/messages';

/** How many each list names. */
export function ListCounts({ counts }: { counts: Partial<Record<ListName, number>> }) {
  const t = useT();
  const { number } = useFormats();
  return (
    <dl className="figures">
      {(Object.entries(counts) as [ListName, number][]).map(([list, count]) => (
        <div key={list}><dt>{t(`list.${list}`)}</dt><dd>{number(count)}</dd></div>
      ))}
    </dl>
  );
}
