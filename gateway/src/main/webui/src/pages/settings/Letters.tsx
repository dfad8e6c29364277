import { useEmail, useLetters } from '../../api/letters';
import { useLanguage, useT } from '../../i18n/messages';
import { Trouble } from '../../ui/parts';

/** Whether I am told by e-mail; nothing where none is sent and I never agreed. */
export function Letters({ agreed }: { agreed: boolean }) {
  const t = useT();
  const { language } = useLanguage();
  const letters = useLetters();
  const email = useEmail(language);
  if (!agreed && !letters.data?.available) return null;
  return (
    <section className="card">
      <h2>{t('settings.email')}</h2>
      <label className="choice">
        <input type="checkbox" checked={email.isPending ? email.variables : agreed} onChange={(event) => email.mutate(event.target.checked)} />
        <b>{t('settings.email.deed')}</b>
        <span className="soft small">{t('settings.email.text')}</span>
      </label>
      <Trouble failure={email.error} />
    </section>
  );
}
