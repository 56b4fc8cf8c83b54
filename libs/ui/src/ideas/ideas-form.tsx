import type { ReactElement } from 'react';
import { ideasAddress } from '../addresses.js';
import { Field, LongField, TextField, type FormFault } from '../forms/fields.js';
import { catalogues, type MessageKey, type Translate } from '../messages/translate.js';
import { useMessages } from '../parts/own-words.js';
import { foreign } from '../parts/words.js';
import type { Language } from '../views.js';
import {
  IDEA_LIMITS,
  ideaFields,
  type IdeaFault,
  type IdeaField,
  type IdeasPageView,
} from './ideas-view.js';

/** What is wrong in a field and what would be right. */
function faultText({ field, problem, limit }: IdeaFault, t: Translate): string {
  const known = [
    `ideas.fault.${field}.${problem}`,
    `join.fault.${problem}`,
    'join.fault.OTHER',
  ].find((key) => Object.hasOwn(catalogues.de, key));
  return t(known as MessageKey, { limit: limit ?? 0 });
}

/** The faults of the form, with the fields that they lead to. */
export function shownFaults(faults: readonly IdeaFault[], t: Translate): FormFault[] {
  return faults.map((fault) => ({ target: fault.field, text: faultText(fault, t) }));
}

/** The form of an idea: a new one, or an own one while it may be changed. */
export function IdeaForm({
  view,
  language,
}: {
  readonly view: IdeasPageView;
  readonly language: Language;
}): ReactElement {
  const t = useMessages(language);
  const { fields, topics, programme, edited } = view;
  const part = (field: IdeaField, optional = false) => {
    const found = view.faults.find((fault) => fault.field === field);
    return {
      id: field,
      name: ideaFields[field],
      fault: found ? faultText(found, t) : null,
      optional: optional ? t('ideas.form.optional') : null,
    };
  };
  const heading = {
    ...part('title'),
    label: t('ideas.form.heading'),
    hint: t('ideas.form.heading.hint'),
  };
  const topic = { ...part('topic', true), label: t('ideas.form.topic') };
  const failing = (fault: string | null): string =>
    fault === null ? '' : ' kern-form-input__input--error';
  const here = ideasAddress(programme.slug, language);
  return (
    <form className="ls-form" method="post" action={here} acceptCharset="utf-8" noValidate>
      {edited === null ? null : <input type="hidden" name={ideaFields.idea} value={edited} />}
      <TextField
        {...part('name')}
        label={t('ideas.form.name')}
        type="text"
        value={fields.name}
        longest={IDEA_LIMITS.name}
      />
      <Field {...heading}>
        <input
          className={`kern-form-input__input${failing(heading.fault)}`}
          id="title"
          name={ideaFields.title}
          type="text"
          maxLength={IDEA_LIMITS.title}
          defaultValue={fields.title}
          required
          aria-describedby={heading.fault === null ? 'title-hint' : 'title-hint title-fault'}
          aria-invalid={heading.fault === null ? undefined : 'true'}
        />
      </Field>
      <LongField
        {...part('text')}
        label={t('ideas.form.text')}
        hint={t('ideas.form.text.hint')}
        value={fields.text}
        longest={IDEA_LIMITS.text}
      />
      {topics.length > 0 ? (
        <Field {...topic}>
          <div className="kern-form-input__select-wrapper">
            <select
              className="kern-form-input__select"
              id="topic"
              name={ideaFields.topic}
              defaultValue={fields.topicId}
              {...(topic.fault === null
                ? {}
                : { 'aria-invalid': 'true' as const, 'aria-describedby': 'topic-fault' })}
            >
              <option value="">{t('ideas.form.topic.none')}</option>
              {topics.map(({ value, label }) => (
                <option key={value} value={value} lang={foreign(label, language)}>
                  {label.text}
                </option>
              ))}
            </select>
          </div>
        </Field>
      ) : null}
      <div className="ls-idea__go">
        <button
          className="kern-btn kern-btn--primary"
          type="submit"
          name={ideaFields.intent}
          value={edited === null ? 'submit' : 'edit'}
        >
          <span className="kern-label">
            {t(edited === null ? 'ideas.form.submit' : 'ideas.form.save')}
          </span>
        </button>
        {edited === null ? null : <a href={here}>{t('ideas.form.cancel')}</a>}
      </div>
    </form>
  );
}
