import type { ReactElement, ReactNode } from 'react';
import {
  accessibilityAddress,
  atomAddress,
  joinAddress,
  jsonAddress,
  languages,
  easyAddress,
  ideasAddress,
  loopsAddress,
  privacyAddress,
  programmesAddress,
  sameInOtherLanguage,
  successesAddress,
} from '../addresses.js';
import { formatInstant } from '../format.js';
import { messagesFor } from '../messages/translate.js';
import { useMessages } from '../parts/own-words.js';
import type { PageFrame } from '../parts/frame.js';
import { Icon } from '../parts/icon.js';
import { FAVICON } from './favicon.js';
import { contactHref } from '../parts/pieces.js';
import { Words } from '../parts/words.js';
import type { Language, ProgrammeView } from '../views.js';

type Section = 'programmes' | 'successes' | 'loops' | 'join' | 'ideas';

type Props = PageFrame & {
  /** The path of this page in each language, for the head; null for a page that has no address of its own. */
  readonly paths: Readonly<Record<Language, string>> | null;
  /** Query of this page with its question mark; the language switch keeps it. */
  readonly query?: string;
  /** The path that was asked for, where the page has none of its own. */
  readonly address?: string;
  readonly title: string;
  readonly description: string;
  readonly programme: ProgrammeView | null;
  /** Instant, UTC, ISO 8601. */
  readonly asOf?: string | null;
  /** The part of the site that the page belongs to; `whole` where it is that part's own page. */
  readonly current?: { readonly section: Section; readonly whole?: boolean } | null;
  /** Whose contact and statements stand at the end; `programme` when it is left out. */
  readonly responsible?: ProgrammeView | null;
  readonly children: ReactNode;
};

const openGraphLocales: Record<Language, string> = { de: 'de_DE', en: 'en_GB' };

function Head({
  language,
  origin,
  stylesheet,
  font,
  paths,
  title,
  description,
  programme,
  noindex = false,
}: Props): ReactElement {
  const t = useMessages(language);
  const byDefault = languages.find((one) => one === programme?.defaultLanguage) ?? 'de';
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      {noindex ? <meta name="robots" content="noindex" /> : null}
      {font ? (
        <link rel="preload" href={font} as="font" type="font/woff2" crossOrigin="anonymous" />
      ) : null}
      <link rel="stylesheet" href={stylesheet} />
      <link rel="icon" href={FAVICON} />
      {paths && !noindex ? (
        <>
          <link rel="canonical" href={origin + paths[language]} />
          {languages.map((one) => (
            <link key={one} rel="alternate" hrefLang={one} href={origin + paths[one]} />
          ))}
          <link rel="alternate" hrefLang="x-default" href={origin + paths[byDefault]} />
        </>
      ) : null}
      {programme ? (
        <>
          <link
            rel="alternate"
            type="application/atom+xml"
            title={t('footer.atom')}
            href={origin + atomAddress(programme.slug, language)}
          />
          <link
            rel="alternate"
            type="application/feed+json"
            title={t('footer.json')}
            href={origin + jsonAddress(programme.slug, language)}
          />
        </>
      ) : null}
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:locale" content={openGraphLocales[language]} />
      {programme ? <meta property="og:site_name" content={programme.title.text} /> : null}
      {paths ? <meta property="og:url" content={origin + paths[language]} /> : null}
    </head>
  );
}

function LanguageSwitch({
  language,
  paths,
  query = '',
  address = '',
}: Pick<Props, 'language' | 'paths' | 'query' | 'address'>): ReactElement {
  const t = useMessages(language);
  return (
    <details className="ls-lang">
      <summary>
        <Icon name="language" />
        <span className="kern-sr-only">{t('language.label')} </span>
        {t('language.name')}
        <Icon name="arrow-down" small />
      </summary>
      <ul className="ls-list">
        {languages.map((one) => (
          <li key={one}>
            <a
              href={paths ? paths[one] + query : sameInOtherLanguage(address, one)}
              hrefLang={one}
              lang={one}
              aria-current={one === language ? 'true' : undefined}
            >
              {messagesFor(one)('language.name')}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function currentOf(section: Section, current: Props['current']): 'page' | 'true' | undefined {
  if (current?.section !== section) return undefined;
  return current.whole ? 'page' : 'true';
}

function Header(props: Props): ReactElement {
  const { language, programme, current = null } = props;
  const t = useMessages(language);
  const links = programme
    ? ([
        ['successes', successesAddress(programme.slug, language)],
        ['loops', loopsAddress(programme.slug, language)],
        ...(programme.callOpen ? ([['join', joinAddress(programme.slug, language)]] as const) : []),
        ...(programme.ideasOpen
          ? ([['ideas', ideasAddress(programme.slug, language)]] as const)
          : []),
      ] as const)
    : ([['programmes', programmesAddress(language)]] as const);
  return (
    <header>
      {programme ? (
        <div className="kern-kopfzeile">
          <div className="ls-wrap">
            <div className="kern-kopfzeile__content">
              <span className="kern-kopfzeile__label">
                <Words text={programme.organisation} language={language} />
              </span>
            </div>
          </div>
        </div>
      ) : null}
      <div className="ls-head">
        <div className="ls-wrap ls-head__row">
          {programme ? (
            <a className="ls-brand" href={successesAddress(programme.slug, language)}>
              <span className="ls-brand__name">
                <Words text={programme.title} language={language} />
              </span>
              <small>{t('brand.kind')}</small>
            </a>
          ) : (
            <a className="ls-brand" href={programmesAddress(language)}>
              {t('site.name')}
            </a>
          )}
          <div className="ls-head__side">
            <nav className="ls-nav" aria-label={t('nav.main')}>
              <ul className="ls-list">
                {links.map(([section, href]) => (
                  <li key={section}>
                    <a href={href} aria-current={currentOf(section, current)}>
                      {t(`nav.${section}`)}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            <LanguageSwitch {...props} />
          </div>
        </div>
      </div>
    </header>
  );
}

function Footer({
  language,
  origin,
  paths,
  query = '',
  programme,
  responsible = programme,
  asOf = null,
}: Props): ReactElement {
  const t = useMessages(language);
  return (
    <footer className="ls-foot">
      <div className="ls-wrap">
        {responsible ? <FooterColumns programme={responsible} language={language} /> : null}
        <p className="ls-foot__end">
          {t('site.licence')}.
          {asOf && programme ? (
            <>
              {' '}
              {t.rich('site.asOf', {
                moment: (
                  <time dateTime={asOf}>{formatInstant(asOf, programme.timeZone, language)}</time>
                ),
              })}
              .
            </>
          ) : null}
        </p>
        {paths ? (
          <p className="ls-printed">
            {t('footer.address', { address: origin + paths[language] + query })}
          </p>
        ) : null}
      </div>
    </footer>
  );
}

function FooterColumns({
  programme,
  language,
}: {
  readonly programme: ProgrammeView;
  readonly language: Language;
}): ReactElement {
  const t = useMessages(language);
  const { slug, contactAddress } = programme;
  const contact = contactHref(contactAddress);
  return (
    <div className="ls-foot__cols">
      <div>
        <h2>{t('footer.contact')}</h2>
        <p>
          <Words text={programme.organisation} language={language} />
        </p>
        {contact ? (
          <ul className="ls-list">
            <li>
              <a href={contact}>{contactAddress.replace(/^mailto:/i, '')}</a>
            </li>
          </ul>
        ) : null}
      </div>
      <nav aria-labelledby="follow">
        <h2 id="follow">{t('footer.follow')}</h2>
        <ul className="ls-list">
          <li>
            <a href={atomAddress(slug, language)}>{t('footer.atom')}</a>
          </li>
          <li>
            <a href={jsonAddress(slug, language)}>{t('footer.json')}</a>
          </li>
        </ul>
      </nav>
      <nav aria-labelledby="about">
        <h2 id="about">{t('footer.about')}</h2>
        <ul className="ls-list">
          <li>
            <a href={easyAddress(slug, language)}>{t('footer.easy')}</a>
          </li>
          <li>
            <a href={accessibilityAddress(slug, language)}>{t('footer.accessibility')}</a>
          </li>
          <li>
            <a href={privacyAddress(slug, language)}>{t('footer.privacy')}</a>
          </li>
          <li>
            <a href={programmesAddress(language)}>{t('footer.programmes')}</a>
          </li>
        </ul>
      </nav>
    </div>
  );
}

/** A whole document around what a page shows. */
export function Page(props: Props): ReactElement {
  const t = useMessages(props.language);
  return (
    <html lang={props.language}>
      <Head {...props} />
      <body className="ls-page">
        <a className="ls-skip" href="#content">
          {t('site.skip')}
        </a>
        {props.notice}
        <Header {...props} />
        <main id="content" tabIndex={-1}>
          {props.children}
        </main>
        <Footer {...props} />
      </body>
    </html>
  );
}
