import { useChooseFindability } from '../../api/queries';
import type { Findability as Choice } from '../../api/types';
import { useT } from '../../i18n/messages';
import { Trouble } from '../../ui/parts';

const CHOICES: readonly Choice[] = ['EVERYONE_WHO_FOLLOWED_ME', 'PEOPLE_I_FOLLOW_TOO', 'NOBODY'];

/** Who may find me; nothing is chosen for me. */
export function Findability({ chosen }: { chosen: Choice | null }) {
  const t = useT();
  const choose = useChooseFindability();
  const standing = choose.isPending ? choose.variables : chosen;
  return (
    <section className="card">
      <fieldset className="choices">
        <legend>{t('findability.title')}</legend>
        <p className="soft">{t('findability.text')}</p>
        {CHOICES.map((choice) => (
          <label className="choice" key={choice}>
            <input type="radio" name="findability" checked={standing === choice} onChange={() => choose.mutate(choice)} />
            <b>{t(`findability.${choice}`)}</b>
            <span className="soft small">{t(`findability.${choice}.text`)}</span>
          </label>
        ))}
      </fieldset>
      {chosen === null && <p className="small">{t('findability.none')}</p>}
      <Trouble failure={choose.error} />
    </section>
  );
}
