import type { ReactElement } from 'react';
import { formatDay, formatDayOf } from '../format.js';
import { Markdown } from '../markdown.js';
import type { Language, Text } from '../views.js';

/** The language of a text, where it has to be said because the page's is another. */
export function foreign(text: Text, language: Language): string | undefined {
  return text.language === language ? undefined : text.language;
}

/** A plain text, marked when it is in another language than the page. */
export function Words({
  text,
  language,
}: {
  readonly text: Text;
  readonly language: Language;
}): ReactElement {
  const lang = foreign(text, language);
  return lang === undefined ? <>{text.text}</> : <span lang={lang}>{text.text}</span>;
}

/** A Markdown text, marked when it is in another language than the page. */
export function Prose({
  text,
  language,
  className,
  headings = 'p',
}: {
  readonly text: Text;
  readonly language: Language;
  readonly className?: string;
  readonly headings?: 'p' | 'h2';
}): ReactElement {
  return (
    <Markdown
      text={text.text}
      lang={foreign(text, language)}
      headings={headings}
      {...(className === undefined ? {} : { className })}
    />
  );
}

export function Day({
  day,
  language,
}: {
  readonly day: string;
  readonly language: Language;
}): ReactElement {
  return <time dateTime={day}>{formatDay(day, language)}</time>;
}

/** The day of an instant in the programme's time zone. */
export function DayOf({
  instant,
  timeZone,
  language,
}: {
  readonly instant: string;
  readonly timeZone: string;
  readonly language: Language;
}): ReactElement {
  return <time dateTime={instant}>{formatDayOf(instant, timeZone, language)}</time>;
}
