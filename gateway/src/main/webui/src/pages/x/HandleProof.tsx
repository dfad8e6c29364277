import { type FormEvent, useId, useState } from 'react';
import { useOfferCode, useProvenHandle, useReadPost } from '../../api/handle';
import { useFormats, useT } from '../../i18n/messages';
import { Trouble } from '../../ui/parts';

/** Shows by a post on X whose handle it is, for whoever does not want to sign in there. */
export function HandleProof() {
  const t = useT();
  const proven = useProvenHandle();
  const code = useOfferCode();
  return (
    <section className="card" aria-labelledby="handle">
      <h2 id="handle">{t('handle.title')}</h2>
      <p>{t('handle.text')}</p>
      {proven.data && <p className="notice good" role="status"><span><b><bdi dir="ltr">@{proven.data}</bdi></b> {t('handle.proven')}</span></p>}
      {code.data && !proven.data
        ? <Posting code={code.data.code} until={code.data.until} />
        : <div className="buttons"><button type="button" className="button quiet" disabled={code.isPending} onClick={() => code.mutate()}>{t(proven.data ? 'handle.other' : 'handle.begin')}</button></div>}
      <Trouble failure={code.error ?? proven.error} />
    </section>
  );
}

const EXAMPLE = 'https://x.com/ana/status/1234567890';

/** The code, where to post it, and where the post's address goes. */
function Posting({ code, until }: { code: string; until: string }) {
  const t = useT();
  const { moment } = useFormats();
  const id = useId();
  const [post, setPost] = useState('');
  const read = useReadPost();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    read.mutate(post.trim());
  };
  return (
    <form className="stack" onSubmit={submit}>
      <ol className="steps">
        <li>
          {t('handle.post', { until: moment(until) })}
          <p className="code"><bdi dir="ltr">{code}</bdi></p>
          <a href={`https://x.com/intent/post?text=${encodeURIComponent(code)}`} target="_blank" rel="noreferrer noopener">{t('handle.post.deed')}</a>
        </li>
        <li>
          <div className="field">
            <label htmlFor={id}>{t('handle.address')}</label>
            <input id={id} dir="ltr" type="url" required value={post} onChange={(event) => setPost(event.target.value)} placeholder={EXAMPLE} autoComplete="off" maxLength={512} />
          </div>
        </li>
      </ol>
      <div className="buttons"><button type="submit" className="button" disabled={read.isPending}>{t(read.isPending ? 'handle.reading' : 'handle.read')}</button></div>
      <Trouble failure={read.error} />
      <p className="soft small">{t('handle.after')}</p>
    </form>
  );
}
