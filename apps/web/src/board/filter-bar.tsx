import { useState, type ReactElement, type ReactNode } from 'react';
import { Field } from '../forms/field.js';
import { useWords } from '../language.js';
import { useWorkspace } from '../shell/workspace.js';
import { FILTERS, SHOWN, type Filter, type FilterName } from './filter.js';

const WORDS = {
  mine: 'board.filter.mine',
  late: 'board.filter.late',
  help: 'board.filter.help',
} as const;

function Choice({
  label,
  value,
  onChange,
  children,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly children: ReactNode;
}): ReactElement {
  const t = useWords();
  return (
    <Field label={label}>
      {(tied) => (
        <select
          {...tied}
          value={value ?? ''}
          onChange={({ target }) => onChange(target.value || null)}
        >
          <option value="">{t('board.filter.all')}</option>
          {children}
        </select>
      )}
    </Field>
  );
}

/** Chooses which cards are shown; the choice lives in the address. */
export function FilterBar({
  filter,
  onChange,
}: {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}): ReactElement {
  const t = useWords();
  const { frame } = useWorkspace();
  const [open, setOpen] = useState(false);
  const active = FILTERS.filter((name) => filter[name] !== null).length;
  const set = (name: FilterName) => (value: string | null) =>
    onChange({ ...filter, [name]: value });
  const workers = frame.people.filter(({ role, blocked }) => role !== 'EMPLOYEE' && !blocked);
  return (
    <form
      className="ws-filter"
      aria-label={t('board.filter')}
      data-open={open ? 'true' : undefined}
      onSubmit={(event) => event.preventDefault()}
    >
      <button
        className="ws-filter__btn ws-btn"
        type="button"
        aria-expanded={open}
        aria-controls="filters"
        onClick={() => setOpen(!open)}
      >
        {t('board.filter.active', { count: active })}
      </button>
      <div className="ws-filter__row" id="filters">
        <Choice label={t('board.filter.topic')} value={filter.topic} onChange={set('topic')}>
          {frame.topics.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </Choice>
        <Choice label={t('board.filter.guide')} value={filter.guide} onChange={set('guide')}>
          {workers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        <Choice label={t('board.filter.unit')} value={filter.unit} onChange={set('unit')}>
          {frame.units.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Choice>
        <Choice label={t('board.filter.goal')} value={filter.goal} onChange={set('goal')}>
          {frame.goals.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </Choice>
        <Choice label={t('board.filter.show')} value={filter.show} onChange={set('show')}>
          {SHOWN.map((name) => (
            <option key={name} value={name}>
              {t(WORDS[name])}
            </option>
          ))}
        </Choice>
        {active === 0 ? null : (
          <button
            className="ws-btn"
            type="button"
            onClick={() =>
              onChange({ topic: null, guide: null, unit: null, goal: null, show: null })
            }
          >
            {t('board.filter.clear')}
          </button>
        )}
      </div>
    </form>
  );
}
