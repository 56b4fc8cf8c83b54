import type { ReactElement, ReactNode } from 'react';
import { formatList } from '../format.js';
import type { MessageKey, Translate } from '../messages/translate.js';
import { catalogues } from '../messages/translate.js';
import {
  Fault,
  FaultSummary,
  Field,
  LongField,
  TextField,
  type FieldProps,
} from '../forms/fields.js';
import { useMessages } from '../parts/own-words.js';
import { foreign } from '../parts/words.js';
import { signInAddress } from '../sign-in/sign-in-frame.js';
import { joinAddress } from '../addresses.js';
import type { Language } from '../views.js';
import {
  answerField,
  JOIN_LIMITS,
  joinFields,
  type CallView,
  type JoinFault,
  type JoinField,
  type JoinPageView,
} from './join-view.js';

type Part = { readonly view: JoinPageView; readonly language: Language };

/** More loops than these beyond the least term nobody promises. */
const MORE_LOOPS = 4;

/** Where a fault of a field leads: the field, or the first box of a group. */
export function targetOf(field: JoinField): string {
  return field === 'qualifications' || field === 'topics' ? `${field}-0` : field;
}

/** What is wrong in a field and what would be right. */
export function faultText({ field, problem, limit }: JoinFault, t: Translate): string {
  const own = `join.fault.${field}.${problem}`;
  const general = `join.fault.${problem}`;
  const key = [own, general].find((one) => Object.hasOwn(catalogues.de, one));
  return t((key ?? 'join.fault.OTHER') as MessageKey, { limit: limit ?? 0 });
}

/** All that is wrong with the form. */
export function JoinFaults({
  faults,
  language,
}: {
  readonly faults: readonly JoinFault[];
  readonly language: Language;
}): ReactElement {
  const t = useMessages(language);
  return (
    <FaultSummary
      faults={faults.map((fault) => ({ target: targetOf(fault.field), text: faultText(fault, t) }))}
      language={language}
    />
  );
}

type Box = { readonly value: string; readonly label: ReactNode };

function Checks({
  id,
  name,
  label,
  hint,
  fault,
  optional,
  boxes,
  ticked,
}: FieldProps & {
  readonly boxes: readonly Box[];
  readonly ticked: readonly string[];
}): ReactElement {
  const by = [hint === undefined ? '' : `${id}-hint`, fault === null ? '' : `${id}-fault`];
  const describedBy = by.filter((one) => one !== '').join(' ');
  return (
    <fieldset
      className={`kern-fieldset${fault === null ? '' : ' kern-fieldset--error'}`}
      aria-describedby={describedBy === '' ? undefined : describedBy}
    >
      <legend className="kern-label">
        {label}
        {optional === null ? null : (
          <>
            {' '}
            <span className="kern-label__optional">– {optional}</span>
          </>
        )}
      </legend>
      {hint === undefined ? null : (
        <div className="kern-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div className="ls-checks">
        {boxes.map((box, at) => (
          <div className="kern-form-check" key={box.value}>
            <input
              className="kern-form-check__checkbox"
              type="checkbox"
              id={`${id}-${at}`}
              name={name}
              value={box.value}
              defaultChecked={ticked.includes(box.value)}
            />
            <label className="kern-label" htmlFor={`${id}-${at}`}>
              {box.label}
            </label>
          </div>
        ))}
      </div>
      <Fault id={`${id}-fault`} text={fault} />
    </fieldset>
  );
}

function Consent({
  view,
  language,
  fault,
}: Part & { readonly fault: string | null }): ReactElement {
  const t = useMessages(language);
  const { consentVersion, fields } = view;
  return (
    <fieldset className={`kern-fieldset${fault === null ? '' : ' kern-fieldset--error'}`}>
      <legend className="kern-label">{t('join.form.consent')}</legend>
      <div className="kern-form-check">
        <input
          className={`kern-form-check__checkbox${fault === null ? '' : ' kern-form-check__checkbox--error'}`}
          type="checkbox"
          id="consent"
          name={joinFields.consent}
          value={consentVersion}
          defaultChecked={fields.consent}
          required
          {...(fault === null
            ? {}
            : { 'aria-invalid': 'true' as const, 'aria-describedby': 'consent-fault' })}
        />
        <label className="kern-label" htmlFor="consent">
          {t(`consent.${consentVersion}`)}
        </label>
      </div>
      <Fault id="consent-fault" text={fault} />
    </fieldset>
  );
}

/** "bis Lernschleife 7": the last loops that may be offered; empty stands for the least term. */
function lastLoops(
  { firstLoop, minimumTerm }: CallView,
  chosen: string,
  t: Translate,
): { readonly value: string; readonly label: string }[] {
  const least = firstLoop + minimumTerm - 1;
  const numbers = Array.from({ length: MORE_LOOPS }, (_one, at) => least + at + 1);
  const other = /^\d{1,5}$/.test(chosen) ? Number(chosen) : least;
  if (other > least && !numbers.includes(other)) numbers.push(other);
  const say = (key: 'least' | 'until', number: number): string =>
    t(`join.form.lastLoop.${key}`, { loop: t('join.form.lastLoop.loop', { number }) });
  return [
    { value: '', label: say('least', least) },
    ...numbers.map((number) => ({ value: String(number), label: say('until', number) })),
  ];
}

function WhoAsks({ view, language }: Part): ReactElement | null {
  const t = useMessages(language);
  const { applicant, signIn, programme } = view;
  if (applicant) return <p>{t('join.form.signedIn', { email: applicant.email })}</p>;
  if (!signIn) return null;
  const href = signInAddress('/sign-in', language, joinAddress(programme.slug, language));
  return (
    <p>
      {t.rich('join.form.signIn', {
        link: (text: ReactNode): ReactNode => <a href={href}>{text}</a>,
      })}
    </p>
  );
}

/** The form of an application: a new one, or the own one while it may be changed. */
export function JoinForm({
  view,
  call,
  language,
}: Part & { readonly call: CallView }): ReactElement {
  const t = useMessages(language);
  const { fields, applicant, application, topics, programme } = view;
  const edits = application?.mayChange === true;
  const faultOf = (field: JoinField): string | null => {
    const found = view.faults.find((fault) => fault.field === field);
    return found ? faultText(found, t) : null;
  };
  const part = (id: JoinField, name: string, optional: boolean) => ({
    id,
    name,
    fault: faultOf(id),
    optional: optional ? t('join.form.optional') : null,
  });
  const written = foreign({ text: '', language: programme.defaultLanguage }, language);
  const inOwnLanguage = (text: string): ReactNode => <span lang={written}>{text}</span>;
  return (
    <form
      className="ls-form"
      method="post"
      action={joinAddress(programme.slug, language)}
      acceptCharset="utf-8"
      noValidate
    >
      {edits ? null : <WhoAsks view={view} language={language} />}
      <TextField
        {...part('name', joinFields.name, false)}
        label={t('join.form.name')}
        type="text"
        longest={JOIN_LIMITS.name}
        value={fields.name}
      />
      {applicant || edits ? null : (
        <TextField
          {...part('email', joinFields.email, false)}
          label={t('join.form.email')}
          hint={t('join.form.email.hint')}
          type="email"
          longest={JOIN_LIMITS.email}
          value={fields.email}
        />
      )}
      <LongField
        {...part('motivation', joinFields.motivation, false)}
        label={t('join.form.motivation')}
        hint={t('join.form.motivation.hint')}
        longest={JOIN_LIMITS.text}
        value={fields.motivation}
      />
      {call.qualifications.length > 0 ? (
        <Checks
          {...part('qualifications', joinFields.qualification, true)}
          label={t('join.form.qualifications')}
          hint={t('join.form.qualifications.hint')}
          boxes={call.qualifications.map((value) => ({ value, label: inOwnLanguage(value) }))}
          ticked={fields.qualifications}
        />
      ) : null}
      {topics.length > 0 ? (
        <Checks
          {...part('topics', joinFields.topic, true)}
          label={t('join.form.topics')}
          boxes={topics.map(({ value, label }) => ({
            value,
            label: <span lang={foreign(label, language)}>{label.text}</span>,
          }))}
          ticked={fields.topicIds}
        />
      ) : null}
      <Field {...part('lastLoop', joinFields.lastLoop, false)} label={t('join.form.lastLoop')}>
        <div className="kern-form-input__select-wrapper">
          <select
            className="kern-form-input__select"
            id="lastLoop"
            name={joinFields.lastLoop}
            defaultValue={fields.lastLoop}
            {...(faultOf('lastLoop') === null
              ? {}
              : { 'aria-invalid': 'true' as const, 'aria-describedby': 'lastLoop-fault' })}
          >
            {lastLoops(call, fields.lastLoop, t).map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
      </Field>
      {call.questions.map(({ id, text }) => (
        <LongField
          key={id}
          {...part(answerField(id), answerField(id), true)}
          label={inOwnLanguage(text)}
          longest={JOIN_LIMITS.text}
          value={fields.answers[id] ?? ''}
        />
      ))}
      {edits ? (
        <p>{t('join.own.consent')}</p>
      ) : (
        <>
          <Consent view={view} language={language} fault={faultOf('consent')} />
          <div className="ls-trap" aria-hidden="true">
            <label htmlFor="website">{t('join.form.trap')}</label>
            <input
              id="website"
              name={joinFields.trap}
              type="text"
              tabIndex={-1}
              autoComplete="off"
            />
          </div>
        </>
      )}
      <div>
        <button
          className="kern-btn kern-btn--primary"
          type="submit"
          name={joinFields.intent}
          value={edits ? 'edit' : 'apply'}
          disabled={view.preview}
        >
          <span className="kern-label">{t(edits ? 'join.form.save' : 'join.form.submit')}</span>
        </button>
      </div>
    </form>
  );
}

/** What somebody has written, to read and to keep. */
export function Written({ view, language }: Part): ReactElement {
  const t = useMessages(language);
  const { application, topics, call } = view;
  const { fields } = view;
  const none = t('join.own.none');
  const titles = topics
    .filter(({ value }) => fields.topicIds.includes(value))
    .map(({ label }) => label.text);
  const questions =
    application?.answers.map(({ questionId: id, question: text }) => ({ id, text })) ??
    call?.questions ??
    [];
  const answers = questions.map(({ id, text }) => [text, fields.answers[id] ?? ''] as const);
  const lines: (readonly [string, string])[] = [
    [t('join.form.name'), fields.name],
    [t('join.form.motivation'), fields.motivation],
    [t('join.form.qualifications'), formatList(fields.qualifications, language)],
    ...(topics.length > 0 ? [[t('join.form.topics'), formatList(titles, language)] as const] : []),
    ...answers,
    ...Object.entries(fields.answers)
      .filter(([id]) => !questions.some((question) => question.id === id))
      .map(([, text]) => [t('join.own.answer'), text] as const),
  ];
  return (
    <dl className="ls-written">
      {lines.map(([label, text], at) => (
        <div key={at}>
          <dt>{label}</dt>
          <dd>{text.trim() === '' ? <span className="ls-muted">{none}</span> : text}</dd>
        </div>
      ))}
    </dl>
  );
}
