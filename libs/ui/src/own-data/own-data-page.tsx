import type { ReactElement } from 'react';
import { joinAddress } from '../addresses.js';
import { formatDay } from '../format.js';
import { ownDataMessagesFor } from '../messages/own-data.js';
import type { PageFrame } from '../parts/frame.js';
import { Icon } from '../parts/icon.js';
import { SignOutForm } from '../sign-in/sign-in-frame.js';
import type { Language } from '../views.js';
import { ownDataAddress, OwnDataFrame } from './own-data-frame.js';

export type GradeName = 'HIDDEN' | 'ROLE' | 'NAME' | 'NAME_AND_UNIT';
export const GRADE_NAMES: readonly GradeName[] = ['HIDDEN', 'ROLE', 'NAME', 'NAME_AND_UNIT'];

/** Oneself in one programme. */
export type OwnNameView = {
  /** Slug and title of the programme. */
  readonly programme: string;
  readonly title: string;
  readonly name: string;
  readonly unit: string | null;
  readonly publicName: GradeName;
};

export type OwnApplicationView = {
  /** Slug of the programme. */
  readonly programme: string;
  readonly call: string;
  /** As YYYY-MM-DD. */
  readonly day: string;
};

export type ErasureObstacleView =
  | { readonly code: 'MEASURE_OWNED'; readonly programme: string; readonly title: string }
  | { readonly code: 'LAST_ADMINISTRATOR'; readonly programme: string };

export type OwnDataView = {
  readonly names: readonly OwnNameView[];
  readonly applications: readonly OwnApplicationView[];
  /** Written under an address of the reader, and confirmed by nobody. */
  readonly toConfirm: readonly OwnApplicationView[];
  /** What stands in the way of the erasure. */
  readonly obstacles: readonly ErasureObstacleView[];
  readonly mayEnterWorkspace: boolean;
  /** Whether the public name was saved just now. */
  readonly saved: boolean;
  /** Whether the erasure was asked for and not confirmed. */
  readonly notSure: boolean;
};

type Props = PageFrame & { readonly view: OwnDataView };
type Part = { readonly view: OwnDataView; readonly language: Language };

function NameForm({
  one,
  language,
}: {
  readonly one: OwnNameView;
  readonly language: Language;
}): ReactElement {
  const t = ownDataMessagesFor(language);
  const { programme, title, name, unit, publicName } = one;
  return (
    <form method="post" action={ownDataAddress('/public-name', language)}>
      <input type="hidden" name="programme" value={programme} />
      <fieldset className="kern-fieldset">
        <legend className="kern-label" id={`${programme}-legend`}>
          {t('name.legend', { programme: title })}
        </legend>
        <div className="kern-fieldset__body">
          {GRADE_NAMES.map((grade) => (
            <div className="kern-form-check" key={grade}>
              <input
                className="kern-form-check__radio"
                type="radio"
                name="publicName"
                id={`${programme}-${grade}`}
                value={grade}
                defaultChecked={grade === publicName}
              />
              <label className="kern-label" htmlFor={`${programme}-${grade}`}>
                {t(`name.${grade}`, { name, unit: unit === null ? '' : `, ${unit}` })}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      <button
        className="kern-btn kern-btn--primary"
        type="submit"
        aria-describedby={`${programme}-legend`}
      >
        <span className="kern-label">{t('name.save')}</span>
      </button>
    </form>
  );
}

function Names({ view, language }: Part): ReactElement {
  const t = ownDataMessagesFor(language);
  return (
    <section aria-labelledby="name">
      <h2 className="ls-h2" id="name">
        {t('name.title')}
      </h2>
      {view.saved ? (
        <p role="status">
          <Icon name="success" small /> {t('name.saved')}
        </p>
      ) : null}
      <p>{t(view.names.length === 0 ? 'nobody' : 'name.text')}</p>
      {view.names.map((one) => (
        <NameForm key={one.programme} one={one} language={language} />
      ))}
    </section>
  );
}

function Applications({ view, language }: Part): ReactElement {
  const t = ownDataMessagesFor(language);
  return (
    <section aria-labelledby="applications">
      <h2 className="ls-h2" id="applications">
        {t('applications.title')}
      </h2>
      {view.applications.length === 0 ? (
        <p>{t('applications.none')}</p>
      ) : (
        <ul className="ls-list">
          {view.applications.map(({ programme, call, day }) => (
            <li key={`${programme} ${call} ${day}`}>
              <a href={joinAddress(programme, language)}>
                {t('applications.one', { call, day: formatDay(day, language) })}
              </a>
            </li>
          ))}
        </ul>
      )}
      {view.toConfirm.length === 0 ? null : (
        <>
          <p>{t('applications.toConfirm')}</p>
          <ul className="ls-list">
            {view.toConfirm.map(({ programme, call, day }) => (
              <li key={`${programme} ${call} ${day}`}>
                <a href={joinAddress(programme, language)}>
                  {t('applications.one', { call, day: formatDay(day, language) })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function TakeOut({ language }: Pick<Part, 'language'>): ReactElement {
  const t = ownDataMessagesFor(language);
  return (
    <section aria-labelledby="take-out">
      <h2 className="ls-h2" id="take-out">
        {t('takeOut.title')}
      </h2>
      <p>{t('takeOut.text')}</p>
      <form
        className="ls-own-data__ways"
        method="post"
        action={ownDataAddress('/take-out', language)}
      >
        {(['page', 'json'] as const).map((as) => (
          <button
            className="kern-btn kern-btn--secondary"
            type="submit"
            name="as"
            value={as}
            key={as}
          >
            <span className="kern-label">{t(`takeOut.${as}`)}</span>
          </button>
        ))}
      </form>
    </section>
  );
}

function Erasure({ view, language }: Part): ReactElement {
  const t = ownDataMessagesFor(language);
  const { obstacles, notSure } = view;
  return (
    <section aria-labelledby="erase">
      <h2 className="ls-h2" id="erase">
        {t('erase.title')}
      </h2>
      <p>{t('erase.text')}</p>
      {obstacles.length > 0 ? (
        <>
          <p>{t('erase.blocked')}</p>
          <ul className="ls-list ls-own-data__obstacles">
            {obstacles.map((one) => (
              <li key={JSON.stringify(one)}>
                {one.code === 'MEASURE_OWNED'
                  ? t('erase.MEASURE_OWNED', { title: one.title, programme: one.programme })
                  : t('erase.LAST_ADMINISTRATOR', { programme: one.programme })}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <details className="ls-withdraw" open={notSure}>
          <summary>{t('erase.open')}</summary>
          <form method="post" action={ownDataAddress('/erase', language)} noValidate>
            {notSure ? (
              <p className="kern-error" id="sure-fault" role="alert">
                <span className="kern-icon kern-icon--danger" aria-hidden="true" />
                <span className="kern-body">{t('erase.notSure')}</span>
              </p>
            ) : null}
            <div className="kern-form-check">
              <input
                className={`kern-form-check__checkbox${notSure ? ' kern-form-check__checkbox--error' : ''}`}
                type="checkbox"
                name="sure"
                id="sure"
                value="yes"
                required
                {...(notSure
                  ? { 'aria-invalid': 'true' as const, 'aria-describedby': 'sure-fault' }
                  : {})}
              />
              <label className="kern-label" htmlFor="sure">
                {t('erase.sure')}
              </label>
            </div>
            <button className="kern-btn kern-btn--secondary" type="submit">
              <span className="kern-label">{t('erase.go')}</span>
            </button>
          </form>
        </details>
      )}
    </section>
  );
}

/** What one may see and decide of the own data. Works without script, for everybody who is signed in. */
export function OwnDataPage({ view, ...frame }: Props): ReactElement {
  const { language } = frame;
  const t = ownDataMessagesFor(language);
  return (
    <OwnDataFrame {...frame} title={t('title')} lead={t('lead')}>
      <Names view={view} language={language} />
      <Applications view={view} language={language} />
      <TakeOut language={language} />
      <Erasure view={view} language={language} />
      {view.mayEnterWorkspace ? (
        <p>
          <a href="/workspace">{t('workspace')}</a>
        </p>
      ) : null}
      <SignOutForm language={language} />
    </OwnDataFrame>
  );
}
