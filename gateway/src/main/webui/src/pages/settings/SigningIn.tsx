import { useT } from '../../i18n/messages';

/** Passkeys belong to a name: browsers make none on a page whose address is a number, nor on one that is not secure. */
const POSSIBLE = isSecureContext && 'PublicKeyCredential' in window && !/^[\d.]+$|^\[/.test(location.hostname);

/** How I sign in: a passkey, where the browser can make one; the rest is shown and changed on the pages of the sign-in itself. */
export function SigningIn() {
  const t = useT();
  return (
    <section className="card">
      <h2>{t('settings.sign-in')}</h2>
      {POSSIBLE && <p>{t('settings.passkey.text')}</p>}
      <div className="buttons">
        {POSSIBLE && <a className="button quiet small" href="/app/passkey">{t('settings.passkey.deed')}</a>}
        <a className="button quiet small" href="/app/account">{t('settings.account')}</a>
      </div>
    </section>
  );
}
