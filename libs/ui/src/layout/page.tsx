import type { ReactElement, ReactNode } from 'react';
import {
  accessibilityAddress,
  atomAddress,
  jsonAddress,
  languages,
  loopsAddress,
  privacyAddress,
  programmesAddress,
  successesAddress,
} from '../addresses.js';
import { formatInstant } from '../format.js';
import { messagesFor } from '../messages/translate.js';
import type { PageFrame } from '../parts/frame.js';
import { Icon } from '../parts/icon.js';
import { contactHref } from '../parts/pieces.js';
import { Words } from '../parts/words.js';
import type { Language, ProgrammeView } from '../views.js';

type Props = PageFrame & {
  /** The path of this page in each language, for the head; null for a page that has no address of its own. */
  readonly paths: Readonly<Record<Language, string>> | null;
  /** Query of this page with its question mark; the language switch keeps it. */
  readonly query?: string;
  readonly title: string;
  readonly description: string;
  readonly programme: ProgrammeView | null;
  /** Instant, UTC, ISO 8601. */
  readonly asOf?: string | null;
  readonly current?: 'programmes' | 'successes' | 'loops' | null;
  /** Keeps search engines from listing the page. */
  readonly noindex?: boolean;
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
  const t = messagesFor(language);
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
}: Pick<Props, 'language' | 'paths' | 'query'>): ReactElement {
  const t = messagesFor(language);
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
              href={paths ? paths[one] + query : programmesAddress(one)}
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

function Header(props: Props): ReactElement {
  const { language, programme, current = null } = props;
  const t = messagesFor(language);
  const links = programme
    ? ([
        ['successes', successesAddress(programme.slug, language)],
        ['loops', loopsAddress(programme.slug, language)],
      ] as const)
    : ([['programmes', programmesAddress(language)]] as const);
  return (
    <header>
      {programme ? (
        <div className="kern-kopfzeile">
          <div className="ls-wrap">
            <div className="kern-kopfzeile__content">
              <span className="kern-kopfzeile__label">
                {t.rich('site.offeredBy', {
                  organisation: <Words text={programme.organisation} language={language} />,
                })}
              </span>
            </div>
          </div>
        </div>
      ) : null}
      <div className="ls-head">
        <div className="ls-wrap ls-head__row">
          {programme ? (
            <a className="ls-brand" href={successesAddress(programme.slug, language)}>
              <Words text={programme.title} language={language} />
              <small>{t('brand.kind')}</small>
            </a>
          ) : (
            <a className="ls-brand" href={programmesAddress(language)}>
              {t('site.name')}
            </a>
          )}
          <nav className="ls-nav" aria-label={t('nav.main')}>
            <ul className="ls-list">
              {links.map(([page, href]) => (
                <li key={page}>
                  <a href={href} aria-current={page === current ? 'page' : undefined}>
                    {t(`nav.${page}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <LanguageSwitch {...props} />
        </div>
      </div>
    </header>
  );
}

function Footer({ language, programme, asOf = null }: Props): ReactElement {
  const t = messagesFor(language);
  const contact = programme ? contactHref(programme.contactAddress) : null;
  return (
    <footer className="ls-foot">
      <div className="ls-wrap">
        {programme ? (
          <div className="ls-foot__cols">
            <div>
              <h2>{t('footer.contact')}</h2>
              <p>{t('footer.contactText')}</p>
              {contact ? (
                <ul className="ls-list">
                  <li>
                    <a href={contact}>{programme.contactAddress.replace(/^mailto:/i, '')}</a>
                  </li>
                </ul>
              ) : null}
            </div>
            <nav aria-labelledby="follow">
              <h2 id="follow">{t('footer.follow')}</h2>
              <ul className="ls-list">
                <li>
                  <a href={atomAddress(programme.slug, language)}>{t('footer.atom')}</a>
                </li>
                <li>
                  <a href={jsonAddress(programme.slug, language)}>{t('footer.json')}</a>
                </li>
              </ul>
            </nav>
            <nav aria-labelledby="about">
              <h2 id="about">{t('footer.about')}</h2>
              <ul className="ls-list">
                <li>
                  <a href={accessibilityAddress(programme.slug, language)}>
                    {t('footer.accessibility')}
                  </a>
                </li>
                <li>
                  <a href={privacyAddress(programme.slug, language)}>{t('footer.privacy')}</a>
                </li>
                <li>
                  <a href={programmesAddress(language)}>{t('nav.programmes')}</a>
                </li>
              </ul>
            </nav>
          </div>
        ) : null}
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
      </div>
    </footer>
  );
}

/** A whole document around what a page shows. */
export function Page(props: Props): ReactElement {
  const t = messagesFor(props.language);
  return (
    <html lang={props.language}>
      <Head {...props} />
      <body>
        <a className="ls-skip" href="#content">
          {t('site.skip')}
        </a>
        <Header {...props} />
        <main id="content" tabIndex={-1}>
          {props.children}
        </main>
        <Footer {...props} />
      </body>
    </html>
  );
}
