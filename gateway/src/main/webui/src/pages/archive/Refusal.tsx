import type { MessageKey } from '../../i18n/languages';
import { useT } from '../../i18n/messages';

const REASONS = [
  'NOT_AN_ARCHIVE', 'TRUNCATED', 'ENCRYPTED', 'BOMB', 'UNSAFE_PATH', 'MALFORMED_PART', 'PART_MISSING', 'TOO_LARGE', 'TOO_MANY_IDS',
  'NO_FOLLOW_DATA', 'NESTED_ZIP', 'CLASSIC_ARCHIVE', 'OWNER_UNKNOWN', 'OWNER_AMBIGUOUS', 'OWNER_DIFFERS', 'CHECKSUM_DIFFERS', 'UPLOAD_GONE',
  'SEVERAL_ARCHIVES', 'OLDER_ARCHIVE', 'SAME_ARCHIVE', 'FAILED',
] as const;

/** Why a file cannot become lists, and what to do. */
export function Refusal({ reason, plain = false }: { reason: string; plain?: boolean }) {
  const t = useT();
  const known = REASONS.find((one) => one === reason);
  const key: MessageKey = known ? `refused.${known}` : 'refused.FAILED';
  return plain ? <p>{t(key)}</p> : <div className="notice bad" role="alert"><p>{t(key)}</p></div>;
}
