import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { addressOfPicture, firstAccount, useProfiles } from '../../api/review';
import type { Match, Profile, XId } from '../../api/types';
import { useT } from '../../i18n/messages';
import { Face, Handle, nameOfNetwork } from '../../ui/parts';

/** About how high a row is before it is measured: names and reasons are shown whole, in as many lines as they take. */
const HEIGHT = matchMedia('(max-width: 40rem)').matches ? 144 : 96;
/** Ranks that are worth a word. */
const CLOSE = 50;
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };

interface Deciding {
  readonly onDecide: (match: XId, decision: 'CONFIRM' | 'DECLINE') => void;
}

/** The list, of which only the rows in view exist. Arrow keys walk, space says yes, delete says no. */
export function MatchRows({ move, matches, onEnd, onDecide }: { move: string; matches: readonly Match[]; onEnd: () => void } & Deciding) {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const focusing = useRef(false);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => setOffset(list.current?.offsetTop ?? 0), []);
  const rows = useWindowVirtualizer({ count: matches.length, estimateSize: () => HEIGHT, getItemKey: (index) => matches[index]?.xId ?? index, overscan: 8, scrollMargin: offset, scrollPaddingStart: 220, scrollPaddingEnd: 90 });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const profiles = useProfiles(move, items.flatMap((item) => matches[item.index] ?? []));
  useEffect(() => {
    if (last >= matches.length - 20) onEnd();
  }, [last, matches.length, onEnd]);
  useEffect(() => {
    if (!focusing.current) return;
    list.current?.querySelector<HTMLElement>(`[data-index="${at}"]`)?.focus({ preventScroll: true });
    focusing.current = false;
  });
  const key = (event: KeyboardEvent) => {
    const match = matches[at];
    const step = STEPS[event.key];
    if (step !== undefined) {
      const next = Math.min(matches.length - 1, Math.max(0, at + step));
      focusing.current = true;
      setAt(next);
      rows.scrollToIndex(next);
    } else if (match && event.target instanceof HTMLElement && event.target.dataset['index'] !== undefined && (event.key === ' ' || event.key === 'Delete')) {
      onDecide(match.xId, event.key === ' ' ? 'CONFIRM' : 'DECLINE');
    } else {
      return;
    }
    event.preventDefault();
  };
  if (matches.length === 0) return <p className="card bare">{t('people.no-such')}</p>;
  return (
    <div className="rows" role="list" aria-label={t('people.title')} ref={list} style={{ height: rows.getTotalSize() }} onKeyDown={key}>
      {items.map((item) => {
        const match = matches[item.index];
        return match && (
          <div key={match.xId} className={match.decision === 'DECLINED' ? 'row out' : 'row'} role="listitem" data-index={item.index} ref={rows.measureElement} tabIndex={item.index === at ? 0 : -1} onFocus={() => setAt(item.index)} aria-setsize={matches.length} aria-posinset={item.index + 1} style={{ transform: `translateY(${item.start - rows.options.scrollMargin}px)` }}>
            <MatchRow match={match} profile={profiles.get(firstAccount(match)?.id ?? '')} onDecide={onDecide} />
          </div>
        );
      })}
    </div>
  );
}

function MatchRow({ match, profile, onDecide }: { match: Match; profile: Profile | undefined } & Deciding) {
  const t = useT();
  const account = firstAccount(match);
  const name = profile?.name ?? account?.handle ?? '';
  const close = match.closeness > 0 && match.closeness <= CLOSE;
  return (
    <>
      {profile?.picture ? <img className="face" src={addressOfPicture(profile.picture)} alt="" loading="lazy" width="42" height="42" /> : <Face of={name} />}
      <div className="who">
        <b><bdi>{name}</bdi></b>
        <span className="small soft">{account && <Handle account={account} />}</span>
      </div>
      <div className="chips">
        {match.isNew && <span className="chip lit">{t('people.is-new')}</span>}
        {match.targets.map((target) => <span className="chip" key={target.id}>{nameOfNetwork(target.network)}</span>)}
        <span className="why">{t(match.mutual ? 'people.why.mutual' : 'people.why.followed')}{close && ` · ${t('people.why.close')}`}</span>
      </div>
      <div className="deeds">
        <button type="button" className="icon" aria-pressed={match.decision === 'CONFIRMED'} aria-label={t('people.yes', { name })} onClick={() => onDecide(match.xId, 'CONFIRM')}>✓</button>
        <button type="button" className="icon no" aria-pressed={match.decision === 'DECLINED'} aria-label={t('people.no', { name })} onClick={() => onDecide(match.xId, 'DECLINE')}>✕</button>
      </div>
    </>
  );
}
