import { useQuery } from '@tanstack/react-query';
import { successesAddress } from '#ui/addresses.js';
import { type ReactElement } from 'react';
import { baseAddress } from '../addresses.js';
import { ask } from '../graphql/client.js';
import { useLanguage, useWords } from '../language.js';
import { useScreen } from '../parts/screen.js';
import { Failure, Loading } from '../parts/states.js';
import { keys, useWorkspace } from '../shell/workspace.js';
import { Goals } from './goals.js';
import { PROGRAMME } from './programme-query.js';
import { Retention } from './retention.js';
import { SettingsForm } from './settings-form.js';
import { Units } from './units.js';

/** What the programme says of itself, what of it is public, its words, its goals and its units. */
export default function ProgrammeScreen(): ReactElement {
  const t = useWords();
  const { slug, frame } = useWorkspace();
  const administers = frame.me.role === 'ADMINISTRATOR';
  const { data, error, refetch } = useQuery({
    queryKey: keys.list(slug, 'settings'),
    queryFn: () => ask(PROGRAMME, { programme: slug }),
  });
  const workspace = data?.workspace;
  const heading = useScreen(workspace || error ? t('workspace.nav.programme') : null);
  return (
    <>
      <h1 className="ws-h1" ref={heading} tabIndex={-1}>
        {t('workspace.nav.programme')}
      </h1>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {workspace === undefined && !error ? <Loading /> : null}
      {workspace ? (
        <>
          {administers ? null : <p className="ws-lead">{t('settings.notYours')}</p>}
          <PublicFace published={workspace.programme.published} />
          <SettingsForm settings={workspace.programme} editable={administers} />
          <Goals goals={workspace.goals} editable={administers} />
          <Units units={workspace.units} editable={administers} />
          {administers ? <Retention /> : null}
        </>
      ) : null}
    </>
  );
}

/** The successes page: as anyone sees it, and as it will be. */
function PublicFace({ published }: { readonly published: boolean }): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { slug } = useWorkspace();
  const preview = `${baseAddress(language, slug)}/preview`;
  const links = [
    ...(published
      ? [{ href: successesAddress(slug, language), label: t('settings.publicPage') }]
      : []),
    { href: preview, label: t('settings.preview.now') },
    { href: `${preview}?result=all`, label: t('settings.preview.all') },
  ];
  return (
    <section className="ws-sec" aria-labelledby="public-face">
      <h2 id="public-face">{t('settings.face')}</h2>
      <p className="ls-muted">{t(published ? 'settings.isPublic' : 'settings.isHidden')}</p>
      <ul className="ws-links ls-list">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
