import type { ReactElement } from 'react';
import { formatInstant } from '../format.js';
import { ownDataMessagesFor, ownDataName } from '../messages/own-data.js';
import { programmesAddress } from '../addresses.js';
import type { PageFrame } from '../parts/frame.js';
import type { Language } from '../views.js';
import { ownDataAddress, OwnDataFrame } from './own-data-frame.js';

export type TakeOutView = {
  /** Instant, UTC, ISO 8601. */
  readonly takenOutAt: string;
  readonly tables: readonly {
    readonly table: string;
    readonly rows: readonly Readonly<Record<string, unknown>>[];
  }[];
};

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** Columns whose values are words of the system; in all others, people have written. */
const CODED = ['role', 'public_name', 'mail_choice', 'state', 'record'];

/** A value as people read it; instants in UTC. */
function told(column: string, value: unknown, language: Language): string {
  const t = ownDataMessagesFor(language);
  if (typeof value === 'string' && CODED.includes(column))
    return ownDataName('value', value, language);
  if (typeof value === 'boolean') return t(`value.${value}`);
  if (typeof value === 'string')
    return INSTANT.test(value) ? formatInstant(value, 'UTC', language) : value;
  if (Array.isArray(value)) return value.map((one) => told('', one, language)).join(', ');
  if (typeof value === 'object' && value !== null)
    return Object.values(value)
      .map((one) => told('', one, language))
      .join(' · ');
  return String(value);
}

/** Whether there is anything to tell. */
function isSaid(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/** All that is kept about somebody, to read and to print. */
export function TakeOutPage({
  view,
  ...frame
}: PageFrame & { readonly view: TakeOutView }): ReactElement {
  const { language } = frame;
  const t = ownDataMessagesFor(language);
  const at = `${formatInstant(view.takenOutAt, 'UTC', language)} (UTC)`;
  return (
    <OwnDataFrame
      {...frame}
      title={t('takeOut.shown.title')}
      lead={t('takeOut.shown.lead', { at })}
    >
      {view.tables.map(({ table, rows }) => (
        <section key={table} aria-labelledby={`table-${table}`}>
          <h2 className="ls-h2" id={`table-${table}`}>
            {ownDataName('table', table, language)}
          </h2>
          {rows.map((row, at) => (
            // Rows have no name of their own, and their order doesn't change.
            <div key={`${table}-${at}`}>
              {rows.length > 1 ? <h3>{t('takeOut.shown.entry', { number: at + 1 })}</h3> : null}
              <dl className="ls-own-data__row">
                {Object.entries(row)
                  .filter(([, value]) => isSaid(value))
                  .map(([column, value]) => (
                    <div key={column}>
                      <dt>{ownDataName('column', column, language)}</dt>
                      <dd>{told(column, value, language)}</dd>
                    </div>
                  ))}
              </dl>
            </div>
          ))}
        </section>
      ))}
      <p>
        <a href={ownDataAddress('', language)}>{t('back')}</a>
      </p>
    </OwnDataFrame>
  );
}

/** For a link that was used, has ended, or is another's. */
export function TakeOutOverPage(frame: PageFrame): ReactElement {
  const { language } = frame;
  const t = ownDataMessagesFor(language);
  return (
    <OwnDataFrame {...frame} title={t('takeOut.over.title')} lead={t('takeOut.over.lead')}>
      <p>
        <a href={ownDataAddress('', language)}>{t('back')}</a>
      </p>
    </OwnDataFrame>
  );
}

/** After the erasure, for somebody who is nobody here any more. */
export function ErasedPage(frame: PageFrame): ReactElement {
  const { language } = frame;
  const t = ownDataMessagesFor(language);
  return (
    <OwnDataFrame {...frame} path="/erased" title={t('erased.title')} lead={t('erased.lead')}>
      <p>
        <a href={programmesAddress(language)}>{t('erased.home')}</a>
      </p>
    </OwnDataFrame>
  );
}
