import { useArchiveReminder, useLetters } from '../../api/letters';
import { useFormats, useLanguage, useT } from '../../i18n/messages';
import { Trouble } from '../../ui/parts';

/** One letter when X should have my archive ready; nothing where no e-mail is sent. */
export function Reminder() {
  const t = useT();
  const { moment } = useFormats();
  const { language } = useLanguage();
  const letters = useLetters();
  const remind = useArchiveReminder(language);
  if (!letters.data?.available) return null;
  const at = letters.data.archiveReminder;
  return (
    <>
      {at && <p role="status">{t('archive.remind.set', { when: moment(at) })}</p>}
      <div className="buttons">
        <button type="button" className="button quiet small" disabled={remind.isPending} onClick={() => remind.mutate(!at)}>
          {t(at ? 'archive.remind.forget' : 'archive.remind.deed')}
        </button>
      </div>
      <Trouble failure={remind.error} />
    </>
  );
}
