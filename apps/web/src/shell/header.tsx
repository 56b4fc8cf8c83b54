import { languages, successesAddress } from '#ui/addresses.js';
import { Icon } from '#ui/parts/icon.js';
import { workspaceMessagesFor } from '#ui/messages/workspace.js';
import type { ReactElement } from 'react';
import { inLanguage } from '../addresses.js';
import { useLanguage, useWords } from '../language.js';
import { forgetDrafts } from '../parts/draft.js';
import { initialsOf } from '../parts/person.js';
import type { Frame } from './frame-query.js';
import { Link } from 'wouter';

/** The other languages of the same page. A whole new document, because `lang` and all words change. */
export function LanguageLinks(): ReactElement {
  const language = useLanguage();
  return (
    <>
      {languages
        .filter((one) => one !== language)
        .map((one) => (
          <a
            key={one}
            className="ws-top__link"
            href={inLanguage(location.pathname + location.search, one)}
            lang={one}
            hrefLang={one}
          >
            <Icon name="language" small />
            {workspaceMessagesFor(one)('language.name')}
          </a>
        ))}
    </>
  );
}

/** A form, not a link: signing out changes something. */
export function SignOut(): ReactElement {
  const t = useWords();
  return (
    <form method="post" action="/sign-out" onSubmit={forgetDrafts}>
      <button className="ws-top__link" type="submit">
        <Icon name="logout" small />
        {t('workspace.signOut')}
      </button>
    </form>
  );
}

/** The head of every screen of a programme. The button shows where the navigation is folded. */
export function Header({
  frame,
  open,
  onToggle,
}: {
  readonly frame: Frame;
  readonly open: boolean;
  readonly onToggle: () => void;
}): ReactElement {
  const language = useLanguage();
  const t = useWords();
  const { programme, me } = frame;
  return (
    <header className="ws-top">
      <button
        className="ws-menu-btn ws-btn"
        type="button"
        aria-expanded={open}
        aria-controls="more navigation"
        onClick={onToggle}
      >
        <Icon name={open ? 'close' : 'dehaze'} small />
        {t('workspace.menu')}
      </button>
      <Link className="ls-brand" href="/">
        <span lang={programme.defaultLanguage}>{programme.title}</span>
        <small>{t('workspace.name')}</small>
      </Link>
      <div className="ws-top__more" id="more" data-open={open ? 'true' : undefined}>
        {programme.published ? (
          <a className="ws-top__link" href={successesAddress(programme.slug, language)}>
            <Icon name="visibility" small />
            {t('workspace.successes')}
          </a>
        ) : null}
        <LanguageLinks />
        <p className="ws-me">
          <span className="ws-ini" aria-hidden="true">
            {initialsOf(me.name)}
          </span>
          <span>
            <span className="kern-sr-only">{t('workspace.signedInAs')} </span>
            {me.name}
            <small>{t(`workspace.role.${me.role}`)}</small>
          </span>
        </p>
        <a className="ws-top__link" href={`/my-data?lang=${language}`}>
          {t('workspace.myData')}
        </a>
        <SignOut />
      </div>
    </header>
  );
}
