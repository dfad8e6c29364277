import type { MessageKey } from '../../i18n/languages';

const REASONS = [
  'TARGET_GONE', 'TARGET_MOVED', 'TARGET_BLOCKS', 'TARGET_REJECTED', 'TARGET_UNREACHABLE', 'NOT_ALLOWED', 'ONESELF', 'BLOCKED_BY_ONESELF',
  'FOLLOW_LIMIT_REACHED', 'LINK_AGAIN', 'SCOPE_MISSING', 'BUDGET_SPENT', 'NETWORK_TROUBLE', 'PAUSED', 'EMERGENCY_STOP',
] as const;

/** Why a follow waits, was refused or needs the person, in plain words; one that is new to this page says just that. */
export function reasonKey(reason: string): MessageKey {
  const known = REASONS.find((one) => one === reason);
  return known ? `reason.${known}` : 'reason.UNKNOWN';
}
