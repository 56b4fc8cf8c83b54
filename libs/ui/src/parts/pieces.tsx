import type { ReactElement, ReactNode } from 'react';
import { useMessages } from './own-words.js';
import type { Language, ProgrammeView } from '../views.js';
import { Icon } from './icon.js';

/** Something kind where there is nothing to show yet. */
export function Empty({
  title,
  text,
  link,
}: {
  readonly title: string;
  readonly text: string;
  readonly link?: { readonly href: string; readonly label: string };
}): ReactElement {
  return (
    <div className="ls-empty">
      <h2 className="ls-h2">{title}</h2>
      <p>{text}</p>
      {link ? (
        <p>
          <a className="kern-btn kern-btn--secondary" href={link.href}>
            <span className="kern-label">{link.label}</span>
          </a>
        </p>
      ) : null}
    </div>
  );
}

/** Where a contact address leads: a page, or a mail. Null where none is given. */
export function contactHref(address: string): string | null {
  if (/^(https?:\/\/|mailto:)/i.test(address)) return address;
  return address.includes('@') ? `mailto:${address}` : null;
}

export function Contact({
  programme,
  language,
}: {
  readonly programme: ProgrammeView;
  readonly language: Language;
}): ReactElement | null {
  const t = useMessages(language);
  const href = contactHref(programme.contactAddress);
  if (href === null) return null;
  return (
    <aside className="ls-contact" aria-labelledby="contact">
      <div>
        <h2 className="ls-h2" id="contact">
          {t('contact.title')}
        </h2>
        <p>{t('contact.text')}</p>
      </div>
      <a className="kern-btn kern-btn--secondary" href={href}>
        <span className="kern-label">
          {t(href.startsWith('mailto:') ? 'contact.write' : 'contact.open')}
        </span>
      </a>
    </aside>
  );
}

export type Neighbour = { readonly href: string; readonly label: string; readonly name: ReactNode };

/** Links to what stands before and after. */
export function Neighbours({
  label,
  previous,
  next,
}: {
  readonly label: string;
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
}): ReactElement | null {
  if (!previous && !next) return null;
  return (
    <nav className="ls-neighbours" aria-label={label}>
      <ul className="ls-list">
        {previous ? (
          <li>
            <a href={previous.href} rel="prev">
              <small>
                <Icon name="arrow-back" small /> {previous.label}
              </small>
              {previous.name}
            </a>
          </li>
        ) : null}
        {next ? (
          <li className="is-next">
            <a href={next.href} rel="next">
              <small>
                {next.label} <Icon name="arrow-forward" small />
              </small>
              {next.name}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

/** Without `href` it says what kind of page this is. */
export type Crumb = { readonly href?: string; readonly name: ReactNode };

/** The way to this page, above its heading. */
export function Crumbs({
  crumbs,
  language,
}: {
  readonly crumbs: readonly Crumb[];
  readonly language: Language;
}): ReactElement {
  return (
    <nav className="ls-crumbs" aria-label={useMessages(language)('nav.path')}>
      <ol className="ls-list">
        {crumbs.map(({ href, name }, index) => (
          <li key={index}>{href === undefined ? name : <a href={href}>{name}</a>}</li>
        ))}
      </ol>
    </nav>
  );
}
