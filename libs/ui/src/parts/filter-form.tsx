import type { ReactElement } from 'react';
import { parameters, queryOf, successesAddress } from '../addresses.js';
import { useMessages } from './own-words.js';
import type { Choice, Language, SuccessesPageView } from '../views.js';
import { phases } from './phase.js';
import { foreign } from './words.js';

type Option = {
  readonly value: string;
  readonly label: string;
  readonly lang?: string | undefined;
};

type SelectProps = {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly chosen: string;
  readonly options: readonly Option[];
};

function Select({ id, name, label, all, chosen, options }: SelectProps): ReactElement {
  return (
    <div className="kern-form-input">
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
      <div className="kern-form-input__select-wrapper">
        <select className="kern-form-input__select" id={id} name={name} defaultValue={chosen}>
          <option value="">{all}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value} lang={option.lang}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

/** Where the form leads, so that what was found is in view. */
export const filterId = 'filter';

/** Search and filters as a plain form, and what they let through in words. */
export function FilterForm({
  view,
  language,
}: {
  readonly view: SuccessesPageView;
  readonly language: Language;
}): ReactElement {
  const t = useMessages(language);
  const { filter, choices, programme } = view;
  const all = t('successes.all');
  const optionsOf = (list: readonly Choice[]): readonly Option[] =>
    list.map(({ value, label }) => ({ value, label: label.text, lang: foreign(label, language) }));
  const loops = view.loops
    .map(({ number }) => ({ value: String(number), label: t('loop.name', { number }) }))
    .reverse();
  const phaseOptions = phases.map((phase) => ({ value: phase, label: t(`choice.${phase}`) }));
  const filtered = queryOf(filter) !== '';
  return (
    <search
      className={
        choices.goals.length + choices.units.length > 0 ? 'ls-filter' : 'ls-filter is-short'
      }
      id={filterId}
      aria-label={t('successes.filterLabel')}
    >
      <form method="get" action={`${successesAddress(programme.slug, language)}#${filterId}`}>
        <div className="kern-form-input ls-filter__search">
          <label className="kern-label" htmlFor="filter-q">
            {t('successes.search')}
          </label>
          <input
            className="kern-form-input__input"
            id="filter-q"
            name={parameters.search}
            type="search"
            autoComplete="off"
            defaultValue={filter.search}
          />
        </div>
        <Select
          id="filter-loop"
          name={parameters.loop}
          label={t('successes.loop')}
          all={all}
          chosen={String(filter.loop ?? '')}
          options={loops}
        />
        <Select
          id="filter-phase"
          name={parameters.phase}
          label={t('successes.phase')}
          all={all}
          chosen={filter.phase ?? ''}
          options={phaseOptions}
        />
        {choices.topics.length > 0 ? (
          <Select
            id="filter-topic"
            name={parameters.topic}
            label={t('successes.topic')}
            all={all}
            chosen={filter.topic ?? ''}
            options={optionsOf(choices.topics)}
          />
        ) : null}
        {choices.goals.length > 0 ? (
          <Select
            id="filter-goal"
            name={parameters.goal}
            label={t('successes.goal')}
            all={all}
            chosen={filter.goal ?? ''}
            options={optionsOf(choices.goals)}
          />
        ) : null}
        {choices.units.length > 0 ? (
          <Select
            id="filter-unit"
            name={parameters.unit}
            label={t('successes.unit')}
            all={all}
            chosen={filter.unit ?? ''}
            options={optionsOf(choices.units)}
          />
        ) : null}
        <button className="kern-btn kern-btn--primary" type="submit">
          <span className="kern-label">{t('successes.show')}</span>
        </button>
      </form>
      <p className="ls-result">
        {view.topicCount > 0
          ? t('successes.result', { topics: view.topicCount, successes: view.successCount })
          : t('successes.resultNone')}
        {filtered ? (
          <>
            {' · '}
            <a href={`${successesAddress(programme.slug, language)}#${filterId}`}>
              {t('successes.clear')}
            </a>
          </>
        ) : null}
      </p>
    </search>
  );
}
