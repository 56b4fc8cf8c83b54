import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, Redirect } from 'wouter';
import { baseAddress } from '../addresses.js';
import { ask } from '../graphql/client.js';
import { graphql } from '../graphql/graphql.js';
import { useLanguage, useWords } from '../language.js';
import { useScreen } from '../parts/screen.js';
import { Failure, Loading, Nothing } from '../parts/states.js';
import { DemonstrationNote } from './demonstration-note.js';
import { LanguageLinks, SignOut } from './header.js';

const MY_PROGRAMMES = graphql(`
  query MyProgrammes {
    me {
      memberships {
        programme
        title
        name
        role
      }
    }
  }
`);

/** The programmes in which I may work; with one alone, it opens at once. */
export function ProgrammesScreen(): ReactElement {
  const language = useLanguage();
  const t = useWords();
  const heading = useScreen(t('workspace.programmes.title'));
  const { data, error, refetch } = useQuery({
    queryKey: ['me'],
    queryFn: () => ask(MY_PROGRAMMES, {}),
  });
  const mine = data?.me?.memberships.filter(({ role }) => role !== 'EMPLOYEE');
  const [only, second] = mine ?? [];
  if (only !== undefined && second === undefined)
    return <Redirect href={baseAddress(language, only.programme)} replace />;
  return (
    <>
      <DemonstrationNote />
      <div className="ws ws--plain">
        <header className="ws-top">
          <span className="ls-brand">
            {t('site.name')}
            <small>{t('workspace.name')}</small>
          </span>
          <div className="ws-top__more">
            <LanguageLinks />
            <SignOut />
          </div>
        </header>
        <main className="ws-main" id="content">
          <h1 className="ws-h1" ref={heading} tabIndex={-1}>
            {t('workspace.programmes.title')}
          </h1>
          {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
          {!error && mine === undefined ? <Loading /> : null}
          {mine?.length === 0 ? <Nothing>{t('workspace.programmes.none')}</Nothing> : null}
          <ul className="ws-rows ls-list">
            {mine?.map(({ programme, title, role }) => (
              <li key={programme}>
                <Link href={baseAddress(language, programme)}>{title}</Link>
                <span className="ls-muted">{t(`workspace.role.${role}`)}</span>
              </li>
            ))}
          </ul>
        </main>
      </div>
    </>
  );
}
