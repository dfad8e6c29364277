import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useT } from '../i18n/messages';

/** How high a line is before it is measured; a long one takes several. */
const HEIGHT = 29;

/** A long text of which only the lines in view exist. */
export function Lines({ label, count, line }: { label: string; count: number; line: (index: number) => string }) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({ count, getScrollElement: () => box.current, estimateSize: () => HEIGHT, overscan: 20 });
  if (count === 0) return <p className="soft">{t('lines.none')}</p>;
  return (
    <div className="box" ref={box} tabIndex={0} role="region" aria-label={label}>
      <div dir="ltr" style={{ position: 'relative', height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map((item) => (
          <div key={item.key} className="line" data-index={item.index} ref={lines.measureElement} style={{ transform: `translateY(${item.start}px)` }}>{line(item.index)}</div>
        ))}
      </div>
    </div>
  );
}
