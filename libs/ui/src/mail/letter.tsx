import type { ReactElement } from 'react';
import { ideasAddress, joinAddress, successAddress } from '../addresses.js';
import { formatDay } from '../format.js';
import type { mailDe } from '../messages/mail-de.js';
import { mailMessagesFor } from '../messages/mail.js';
import { renderDocument } from '../render.js';
import { signInAddress } from '../sign-in/sign-in-frame.js';
import type { Language } from '../views.js';

type KindIn<Key> = Key extends `${infer Kind}.subject` ? Kind : never;
export type LetterKind = KindIn<keyof typeof mailDe>;

/** What a mail says of; texts of users may stand in `values`, `programme` and `reader`. */
export type LetterView = {
  readonly kind: LetterKind;
  readonly language: Language;
  readonly values: Readonly<Record<string, string | number>>;
  readonly programme: { readonly slug: string; readonly title: string } | null;
  /** Name of the reader; null where it isn't known. */
  readonly reader: string | null;
  /** The installation's configured address, without a slash at its end. */
  readonly origin: string;
  /** Where the reader chooses about mail; null for mails that come in any case. */
  readonly settings: string | null;
  /** What a daily mail tells of. */
  readonly gathered?: readonly Pick<LetterView, 'kind' | 'values'>[];
};

export type Letter = { readonly subject: string; readonly text: string; readonly html: string };

type Line = { readonly text: string; readonly address: string };
type Parts = {
  readonly language: Language;
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly lines: readonly Line[];
  readonly action: Line;
  readonly footer: readonly string[];
  readonly settings: Line | null;
};

const LONGEST_SUBJECT = 150;

/** A mail as text and as HTML that loads nothing from anywhere. */
export function letterOf(view: LetterView): Letter {
  const parts = partsOf(view);
  return {
    subject: parts.subject,
    text: textOf(parts),
    html: renderDocument(<LetterDocument {...parts} />),
  };
}

function partsOf(view: LetterView): Parts {
  const { kind, language, origin, gathered = [] } = view;
  const t = mailMessagesFor(language);
  const said = saidOf(view);
  const { reason, answer, step, measure } = view.values;
  const quoted = (heading: string, text: unknown): string[] =>
    typeof text === 'string' && text.trim() !== ''
      ? [heading, ...text.split('\n').map(oneLine).filter(Boolean)]
      : [];
  return {
    language,
    subject: shortened(t(`${kind}.subject`, said)),
    greeting:
      view.reader === null
        ? t('greeting.plain')
        : t('greeting.named', { name: oneLine(view.reader) }),
    paragraphs: [
      ...t(`${kind}.text`, said).split('\n'),
      ...(step === undefined ? [] : [t('of.measure', { measure: oneLine(measure ?? '') })]),
      ...quoted(t('reason'), reason),
      ...quoted(t('answer'), answer),
    ],
    lines: gathered.map((one) => {
      const inner = { ...view, ...one };
      return {
        text: t(`${one.kind}.subject`, saidOf(inner)),
        address: origin + pathOf(inner),
      };
    }),
    action: { text: t(`${kind}.action`, said), address: origin + pathOf(view) },
    footer:
      view.settings === null
        ? []
        : [t('footer.person', { programme: oneLine(view.programme?.title ?? '') })],
    settings:
      view.settings === null ? null : { text: t('footer.settings'), address: view.settings },
  };
}

/** The values of the messages: each text on one line, days as people write them. */
function saidOf({
  values,
  programme,
  language,
  gathered = [],
}: LetterView): Record<string, string | number> {
  const said: Record<string, string | number> = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? oneLine(value) : value,
    ]),
  );
  if (typeof values['day'] === 'string') said['day'] = formatDay(values['day'], language);
  said['item'] = said['step'] ?? said['measure'] ?? '';
  return { ...said, programme: oneLine(programme?.title ?? ''), count: gathered.length };
}

function pathOf({ kind, language, values, programme }: LetterView): string {
  const workspace = `/workspace/${language}/${encodeURIComponent(programme?.slug ?? '')}`;
  switch (kind) {
    case 'SIGN_IN_LINK':
    case 'APPLICATION_TO_CONFIRM':
    case 'APPLICATION_KNOWN':
      return `${signInAddress('/sign-in/link', language)}&secret=${values['secret'] ?? ''}`;
    case 'INVITATION':
      return signInAddress('/sign-in', language);
    case 'LOOP_ENDING':
      return `${workspace}/loops/${values['loop'] ?? ''}`;
    case 'DIGEST':
      return `${workspace}/duties`;
    case 'APPLICATION_RECEIVED':
    case 'APPLICATION_CHOSEN':
    case 'APPLICATION_WAITLISTED':
    case 'APPLICATION_DECLINED':
      // There is the own application, also when the call is over and its page is shown to nobody else.
      return signInAddress('/sign-in', language, joinAddress(programme?.slug ?? '', language));
    case 'APPLICANT_WITHDREW':
      return `${workspace}/calls/${encodeURIComponent(values['callKey'] ?? '')}/applications`;
    case 'FEEDBACK_RECEIVED':
      return `${workspace}/voices`;
    case 'FEEDBACK_ANSWERED':
      return successAddress(programme?.slug ?? '', String(values['measureKey'] ?? ''), language);
    case 'IDEA_RECEIVED':
      return `${workspace}/ideas`;
    case 'IDEA_ACKNOWLEDGED':
    case 'IDEA_TAKEN_UP':
    case 'IDEA_DECLINED':
      return ideasAddress(programme?.slug ?? '', language);
    default:
      return `${workspace}/measures/${encodeURIComponent(values['measureId'] ?? '')}`;
  }
}

/** A text on one line, without what could end it, hide it or turn its direction. */
function oneLine(text: string | number): string {
  return String(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();
}

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST_SUBJECT
    ? text
    : `${characters.slice(0, LONGEST_SUBJECT - 1).join('')}…`;
}

function textOf({ greeting, paragraphs, lines, action, footer, settings }: Parts): string {
  const blocks = [
    greeting,
    ...paragraphs,
    ...lines.map(({ text, address }) => `- ${text}\n  ${address}`),
    `${action.text}:\n${action.address}`,
    ...(settings === null ? [] : ['--', ...footer, `${settings.text}\n${settings.address}`]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function LetterDocument(parts: Parts): ReactElement {
  const { language, subject, greeting, paragraphs, lines, action, footer, settings } = parts;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <title>{subject}</title>
      </head>
      <body style={{ fontFamily: 'sans-serif', lineHeight: 1.5, maxWidth: '40em' }}>
        <p>{greeting}</p>
        {paragraphs.map((paragraph, at) => (
          <p key={at}>{paragraph}</p>
        ))}
        {lines.length === 0 ? null : (
          <ul>
            {lines.map(({ text, address }, at) => (
              <li key={at}>
                <a href={address}>{text}</a>
              </li>
            ))}
          </ul>
        )}
        <p>
          <a href={action.address}>{action.text}</a>
        </p>
        {settings === null ? null : (
          <>
            <hr />
            {footer.map((text) => (
              <p key={text}>{text}</p>
            ))}
            <p>
              {settings.text} <a href={settings.address}>{settings.address}</a>
            </p>
          </>
        )}
      </body>
    </html>
  );
}
