import { useAgreeWithPartner, useConsents } from '../../api/consents';
import { useT } from '../../i18n/messages';
import { Trouble } from '../../ui/parts';

/** The partners of this Essaim by name, each told of my matches only if I say so; nothing where there are none. */
export function Partners() {
  const t = useT();
  const consents = useConsents();
  const agree = useAgreeWithPartner();
  const partners = consents.data?.partners ?? [];
  if (partners.length === 0) return <Trouble failure={consents.error} />;
  const changing = agree.isPending ? agree.variables : null;
  return (
    <section className="card">
      <fieldset className="choices">
        <legend>{t('partners.title')}</legend>
        <p className="soft">{t('partners.text')}</p>
        {partners.map(({ partner, name, given }) => (
          <label className="choice" key={partner}>
            <input type="checkbox" checked={changing?.partner === partner ? changing.given : given} onChange={(event) => agree.mutate({ partner, given: event.target.checked })} />
            <b><bdi>{name}</bdi></b>
            <span className="soft small">{t('partners.deed')}</span>
          </label>
        ))}
      </fieldset>
      <Trouble failure={agree.error} />
    </section>
  );
}
