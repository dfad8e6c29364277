import { type ReactNode, useEffect, useRef } from 'react';
import { Problem } from '../api/call';
import type { Account, Network } from '../api/types';
import { useT } from '../i18n/messages';
import type { MessageKey } from '../i18n/languages';

/** A page: its title is the document's, and has the focus when the page is come to. */
export function Page({ title, lead, narrow = true, children }: { title: string; lead?: string; narrow?: boolean; children: ReactNode }) {
  const t = useT();
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = t('page.title', { title });
  }, [t, title]);
  useEffect(() => main.current?.focus({ preventScroll: true }), []);
  return (
    <main id="main" ref={main} tabIndex={-1} className={narrow ? 'narrow' : ''}>
      <div className="stack">
        <div className="head">
          <h1>{title}</h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {children}
      </div>
    </main>
  );
}

export function Loading() {
  const t = useT();
  return <p className="loading" role="status">{t('loading')}</p>;
}

const NETWORKS: Record<Network, string> = { BLUESKY: 'Bluesky', MASTODON: 'Mastodon' };

/** What a network calls itself, in every language the same. */
export function nameOfNetwork(network: Network): string {
  return NETWORKS[network];
}

export const ALL_NETWORKS = Object.keys(NETWORKS) as Network[];

/** An account as people read it, from left to right wherever it stands. */
export function Handle({ account }: { account: Account }) {
  return <bdi dir="ltr">@{account.handle}</bdi>;
}

/** A text that is written from left to right, set apart within a sentence of any direction. */
export function isolated(text: string): string {
  return `\u2066${text}\u2069`;
}

/** The first letter in place of a face. */
export function Face({ of }: { of: string }) {
  return <span className="face" aria-hidden="true">{(of.match(/[\p{L}\p{N}]/u)?.[0] ?? '·').toUpperCase()}</span>;
}

const PROBLEMS: Readonly<Record<string, MessageKey>> = {
  'account-not-understood': 'problem.account-not-understood',
  'account-not-found': 'problem.account-not-found',
  'server-not-supported': 'problem.server-not-supported',
  'address-not-allowed': 'problem.address-not-allowed',
  'network-unreachable': 'problem.network-unreachable',
  'account-linked-elsewhere': 'problem.account-linked-elsewhere',
  'server-busy': 'problem.server-busy',
  'rate-limited': 'problem.rate-limited',
  'link-expired': 'problem.link-expired',
  'link-not-yours': 'problem.link-not-yours',
  'link-denied': 'problem.link-denied',
  'executor-unreachable': 'problem.executor-unreachable',
  'sign-in-unreachable': 'problem.sign-in-unreachable',
  'post-not-understood': 'problem.post-not-understood',
  'no-code': 'problem.no-code',
  'post-not-shown': 'problem.post-not-shown',
  'code-missing': 'problem.code-missing',
  'x-unreachable': 'problem.x-unreachable',
  'nothing-to-dispute': 'problem.nothing-to-dispute',
  'dispute-open': 'problem.dispute-open',
  'too-many-disputes': 'problem.too-many-disputes',
  'dispute-decided': 'problem.dispute-decided',
  'words-missing': 'problem.words-missing',
  'archive-too-large': 'problem.archive-too-large',
};

/** What went wrong, in plain words and in the person's language. */
export function Trouble({ failure }: { failure: unknown }) {
  const t = useT();
  if (!failure) return null;
  const known = failure instanceof Problem ? PROBLEMS[failure.type] : 'problem.unreachable';
  return <div className="notice bad" role="alert"><p>{t(known ?? 'problem.unknown')}</p></div>;
}

/** Asks before something that cannot be taken back at once. */
export function Confirm({ open, title, text, deed, onDeed, onClose }: { open: boolean; title: string; text: string; deed: string; onDeed: () => void; onClose: () => void }) {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="confirm-title">
      <div className="stack">
        <h2 id="confirm-title">{title}</h2>
        <p>{text}</p>
        <div className="buttons">
          <button type="button" className="button grave" onClick={() => { onDeed(); onClose(); }}>{deed}</button>
          <button type="button" className="button quiet" onClick={onClose}>{t('confirm.no')}</button>
        </div>
      </div>
    </dialog>
  );
}
