import { Icon } from '#ui/parts/icon.js';
import { useState, type ReactElement } from 'react';
import { useWords } from '../language.js';
import { Field } from '../forms/field.js';
import { FormDialog, RemoveDialog } from '../forms/form-dialog.js';
import { useSeenVersion } from '../forms/seen-version.js';
import { touched } from '../forms/touched.js';
import { useRecordWrites } from '../forms/write-record.js';
import { useWorkspace } from '../shell/workspace.js';
import { CREATE_UNIT, EDIT_UNIT, REMOVE_UNIT, type Unit } from './programme-query.js';
import { inOrder, treeOf, withBelow, type Branch } from './unit-tree.js';

type Asked =
  | { readonly what: 'ADD'; readonly parentId: string | null }
  | { readonly what: 'EDIT' | 'REMOVE'; readonly unit: Unit };

/** The units of the organisation, each with those below it. */
export function Units({
  units,
  editable,
}: {
  readonly units: readonly Unit[];
  readonly editable: boolean;
}): ReactElement {
  const t = useWords();
  const writes = useRecordWrites();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => setAsked(null);
  return (
    <section className="ws-sec" aria-labelledby="units">
      <h2 id="units">{t('units.title')}</h2>
      {units.length === 0 ? <p className="ls-muted">{t('units.none')}</p> : null}
      <Branches branches={treeOf(units)} editable={editable} onAsk={setAsked} />
      {editable ? (
        <div className="ws-actions">
          <button
            className="ws-btn"
            type="button"
            onClick={() => setAsked({ what: 'ADD', parentId: null })}
          >
            <Icon name="add" small />
            {t('units.add')}
          </button>
        </div>
      ) : null}
      {asked?.what === 'REMOVE' ? (
        <RemoveDialog
          title={t('records.remove.title', { name: asked.unit.name })}
          text={t('units.remove.text')}
          busy={writes.busy}
          onSubmit={() => writes.send(REMOVE_UNIT, { unitId: asked.unit.id })}
          onClose={close}
        />
      ) : asked?.what === 'EDIT' ? (
        <UnitDialog
          units={units}
          unit={asked.unit}
          parentId={asked.unit.parentId}
          onClose={close}
        />
      ) : asked?.what === 'ADD' ? (
        <UnitDialog units={units} unit={null} parentId={asked.parentId} onClose={close} />
      ) : null}
    </section>
  );
}

function Branches({
  branches,
  editable,
  onAsk,
}: {
  readonly branches: readonly Branch<Unit>[];
  readonly editable: boolean;
  readonly onAsk: (asked: Asked) => void;
}): ReactElement | null {
  const t = useWords();
  if (branches.length === 0) return null;
  return (
    <ul className="ws-tree ls-list">
      {branches.map(({ unit, below }) => (
        <li key={unit.id}>
          <div className="ws-tree__row">
            <span>
              {unit.name}
              {unit.kind === null ? null : <small className="ls-muted"> {unit.kind}</small>}
            </span>
            {editable ? (
              <span className="ws-actions">
                <button
                  className="ws-btn"
                  type="button"
                  onClick={() => onAsk({ what: 'EDIT', unit })}
                >
                  {t('people.change')}
                  <span className="kern-sr-only"> {unit.name}</span>
                </button>
                <button
                  className="ws-btn"
                  type="button"
                  onClick={() => onAsk({ what: 'ADD', parentId: unit.id })}
                >
                  {t('units.addBelow')}
                  <span className="kern-sr-only"> {unit.name}</span>
                </button>
                <button
                  className="ws-btn"
                  type="button"
                  onClick={() => onAsk({ what: 'REMOVE', unit })}
                >
                  {t('records.remove.ask')}
                  <span className="kern-sr-only"> {unit.name}</span>
                </button>
              </span>
            ) : null}
          </div>
          <Branches branches={below} editable={editable} onAsk={onAsk} />
        </li>
      ))}
    </ul>
  );
}

function UnitDialog({
  units,
  unit,
  parentId: first,
  onClose,
}: {
  readonly units: readonly Unit[];
  readonly unit: Unit | null;
  readonly parentId: string | null;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { slug } = useWorkspace();
  const writes = useRecordWrites();
  const { version, heard } = useSeenVersion(unit?.version ?? 0);
  const [name, setName] = useState(unit?.name ?? '');
  const [kind, setKind] = useState(unit?.kind ?? '');
  const [parentId, setParentId] = useState(first ?? '');
  const own = { name, kind: kind.trim() || null, parentId: parentId || null };
  const out = unit === null ? new Set<string>() : withBelow(units, unit.id);
  return (
    <FormDialog
      title={t(unit === null ? 'units.add.title' : 'units.edit.title')}
      submit={t('workspace.save')}
      done={t('workspace.saved')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={async () =>
        unit === null
          ? writes.send(CREATE_UNIT, { ...own, programme: slug })
          : heard(
              await writes.send(EDIT_UNIT, {
                ...touched({ name: unit.name, kind: unit.kind, parentId: unit.parentId }, own),
                unitId: unit.id,
                version,
              }),
            )
      }
    >
      <Field name="name" label={t('units.name')}>
        {(tied) => (
          <input {...tied} required value={name} onChange={({ target }) => setName(target.value)} />
        )}
      </Field>
      <Field name="kind" label={t('units.kind')} hint={t('units.kind.hint')}>
        {(tied) => (
          <input {...tied} value={kind} onChange={({ target }) => setKind(target.value)} />
        )}
      </Field>
      <Field name="parentId" label={t('units.parent')}>
        {(tied) => (
          <select {...tied} value={parentId} onChange={({ target }) => setParentId(target.value)}>
            <option value="">{t('units.top')}</option>
            {inOrder(units)
              .filter(({ unit: { id } }) => !out.has(id))
              .map(({ unit: { id, name: label }, level }) => (
                <option key={id} value={id}>
                  {'\u2003'.repeat(level)}
                  {label}
                </option>
              ))}
          </select>
        )}
      </Field>
    </FormDialog>
  );
}
