import { useT } from '../../i18n/messages';
import { Reminder } from './Reminder';

/** How X hands out the archive. */
export function Request() {
  const t = useT();
  return (
    <details className="card">
      <summary>{t('archive.request')}</summary>
      <ol className="steps">
        <li>{t('archive.request.open')} <a href="https://x.com/settings/download_your_data" rel="noreferrer noopener" target="_blank">{t('archive.request.link')}</a></li>
        <li>{t('archive.request.confirm')}</li>
        <li>{t('archive.request.wait')}</li>
        <li>{t('archive.request.download')}</li>
      </ol>
      <Reminder />
    </details>
  );
}
