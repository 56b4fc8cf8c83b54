import { useQuery } from '@tanstack/react-query';
import { Icon } from '#ui/parts/icon.js';
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { at } from '../addresses.js';
import { ask } from '../graphql/client.js';
import { Field } from '../forms/field.js';
import { useWords } from '../language.js';
import { Person } from '../parts/person.js';
import { useScreen } from '../parts/screen.js';
import { Failure, Loading } from '../parts/states.js';
import { FormDialog } from '../forms/form-dialog.js';
import { useRecordWrites } from '../forms/write-record.js';
import { actsForCircle, keys, useWorkspace } from '../shell/workspace.js';
import { EraseDialog } from './erase-dialog.js';
import { HandOverDialog } from './hand-over-dialog.js';
import { OwnNameDialog } from './own-name-dialog.js';
import { PersonDialog } from './person-dialog.js';
import { BLOCK, PEOPLE, ROLES, UNBLOCK, type OnePerson } from './person-query.js';

/** From so many people on, a search is worth its place. */
const MANY = 8;

type Asked =
  | { readonly what: 'INVITE' }
  | {
      readonly what: 'EDIT' | 'BLOCK' | 'HAND_OVER' | 'ERASE' | 'NAME';
      readonly person: OnePerson;
    };

/** Whether a person is the only one left who may administer the programme. */
export function isLastAdministrator(
  person: Pick<OnePerson, 'id' | 'role' | 'blocked'>,
  people: readonly Pick<OnePerson, 'id' | 'role' | 'blocked'>[],
): boolean {
  return (
    person.role === 'ADMINISTRATOR' &&
    !people.some(
      ({ id, role, blocked }) => id !== person.id && role === 'ADMINISTRATOR' && !blocked,
    )
  );
}

/** Everyone of the programme; administrators invite, change roles and block. */
export default function PeopleScreen(): ReactElement {
  const t = useWords();
  const workspace = useWorkspace();
  const { slug, frame } = workspace;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [search, setSearch] = useState('');
  const [role, setRole] = useState('');
  const administers = frame.me.role === 'ADMINISTRATOR';
  const { data, error, refetch } = useQuery({
    queryKey: keys.list(slug, 'people'),
    queryFn: () => ask(PEOPLE, { programme: slug }),
  });
  const people = data?.workspace?.people;
  const heading = useScreen(people || error ? t('workspace.nav.people') : null);
  const words = search.toLocaleLowerCase().split(/\s+/);
  const shown = (people ?? []).filter(
    (person) =>
      (role === '' || (role === 'BLOCKED' ? person.blocked : person.role === role)) &&
      words.every((word) =>
        [person.name, person.unit?.name, person.email].join(' ').toLocaleLowerCase().includes(word),
      ),
  );
  const close = (): void => setAsked(null);
  return (
    <>
      <div className="ws-title">
        <h1 className="ws-h1" ref={heading} tabIndex={-1}>
          {t('workspace.nav.people')}
        </h1>
        {administers ? (
          <button
            className="ws-btn ws-btn--main"
            type="button"
            onClick={() => setAsked({ what: 'INVITE' })}
          >
            <Icon name="add" small />
            {t('persons.invite')}
          </button>
        ) : null}
      </div>
      {administers ? null : <p className="ws-lead">{t('persons.notYours')}</p>}
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {people === undefined && !error ? <Loading /> : null}
      {people && people.length >= MANY ? (
        <search className="ws-narrow" aria-label={t('persons.search.label')}>
          <Field label={t('persons.search')}>
            {(tied) => (
              <input
                {...tied}
                type="search"
                value={search}
                onChange={({ target }) => setSearch(target.value)}
              />
            )}
          </Field>
          <Field label={t('persons.role')}>
            {(tied) => (
              <select {...tied} value={role} onChange={({ target }) => setRole(target.value)}>
                <option value="">{t('board.filter.all')}</option>
                {ROLES.map((one) => (
                  <option key={one} value={one}>
                    {t(`workspace.role.${one}`)}
                  </option>
                ))}
                <option value="BLOCKED">{t('persons.blocked')}</option>
              </select>
            )}
          </Field>
        </search>
      ) : null}
      {people ? (
        <p className="ls-muted" role="status">
          {t('persons.shown', { shown: shown.length, all: people.length })}
        </p>
      ) : null}
      <ul className="ws-rows ls-list">
        {shown.map((person) => (
          <PersonItem
            key={person.id}
            person={person}
            administers={administers}
            me={person.id === frame.me.id}
            mayHandOver={actsForCircle(workspace) || person.id === frame.me.id}
            onAsk={(what) => setAsked({ what, person })}
          />
        ))}
      </ul>
      {asked === null ? null : asked.what === 'BLOCK' ? (
        <BlockDialog person={asked.person} onClose={close} />
      ) : asked.what === 'HAND_OVER' ? (
        <HandOverDialog
          from={asked.person}
          measures={asked.person.openMeasures.filter(({ owned }) => owned)}
          onClose={close}
        />
      ) : asked.what === 'ERASE' ? (
        <EraseDialog person={asked.person} onClose={close} />
      ) : asked.what === 'NAME' ? (
        <OwnNameDialog person={asked.person} onClose={close} />
      ) : (
        <PersonDialog
          person={asked.what === 'EDIT' ? asked.person : null}
          roleFixed={asked.what === 'EDIT' && isLastAdministrator(asked.person, people ?? [])}
          onClose={close}
        />
      )}
    </>
  );
}

function PersonItem({
  person,
  administers,
  me,
  mayHandOver,
  onAsk,
}: {
  readonly person: OnePerson;
  readonly administers: boolean;
  readonly me: boolean;
  readonly mayHandOver: boolean;
  readonly onAsk: (what: 'EDIT' | 'BLOCK' | 'HAND_OVER' | 'ERASE' | 'NAME') => void;
}): ReactElement {
  const t = useWords();
  const facts = [
    t(`workspace.role.${person.role}`),
    person.unit?.name ?? null,
    person.termFirstLoop === null
      ? null
      : t('persons.term', {
          first: person.termFirstLoop,
          last: person.termLastLoop ?? person.termFirstLoop,
        }),
    person.email,
  ].filter((fact) => fact !== null);
  const handsOver = mayHandOver && person.openMeasures.some(({ owned }) => owned);
  return (
    <li>
      <div className="ws-record">
        <Person name={person.name} />
        {me ? <span className="ws-tag">{t('persons.me')}</span> : null}
        {person.blocked ? <span className="ws-tag">{t('persons.blocked')}</span> : null}
        <p className="ls-muted">{facts.join(' · ')}</p>
        <Carried person={person} />
      </div>
      {me ? (
        <button className="ws-btn" type="button" onClick={() => onAsk('NAME')}>
          {t('persons.ownName')}
        </button>
      ) : null}
      {administers || handsOver ? (
        <span className="ws-actions">
          {handsOver ? (
            <button className="ws-btn" type="button" onClick={() => onAsk('HAND_OVER')}>
              {t('handOver.open')}
              <span className="kern-sr-only"> {person.name}</span>
            </button>
          ) : null}
          {administers ? (
            <button className="ws-btn" type="button" onClick={() => onAsk('EDIT')}>
              {t('people.change')}
              <span className="kern-sr-only"> {person.name}</span>
            </button>
          ) : null}
          {!administers || me ? null : (
            <button className="ws-btn" type="button" onClick={() => onAsk('BLOCK')}>
              {t(person.blocked ? 'persons.unblock' : 'persons.block')}
              <span className="kern-sr-only"> {person.name}</span>
            </button>
          )}
          {!administers || me ? null : (
            <button className="ws-btn" type="button" onClick={() => onAsk('ERASE')}>
              {t('persons.erase')}
              <span className="kern-sr-only"> {person.name}</span>
            </button>
          )}
        </span>
      ) : null}
    </li>
  );
}

/** What a person owns and guides, folded; what is amiss with it stands beside it. */
function Carried({ person }: { readonly person: OnePerson }): ReactElement | null {
  const t = useWords();
  const { name, openMeasures, tooManyMeasures } = person;
  const count = openMeasures.length;
  const amiss = new Set(openMeasures.flatMap(({ hint }) => hint ?? []));
  if (count === 0) return null;
  return (
    <>
      <ul className="ws-hints ls-list">
        {tooManyMeasures ? <Amiss text={t('carried.tooMany')} /> : null}
        {(['TERM_BEGINS_LATER', 'TERM_ENDS_EARLIER'] as const)
          .filter((hint) => amiss.has(hint))
          .map((hint) => (
            <Amiss key={hint} text={t(`carried.some.${hint}`)} />
          ))}
      </ul>
      <details className="ws-more">
        <summary>
          <span aria-hidden="true">{t('carried.count', { count })}</span>
          <span className="kern-sr-only">{t('carried.of', { name, count })}</span>
        </summary>
        <ul className="ws-lines ls-list">
          {openMeasures.map(({ measureId, title, loopNumber, owned, hint }) => (
            <li key={measureId}>
              <Link href={at.measure(measureId, 'people')}>{title}</Link>
              <small>
                {t('loop.name', { number: loopNumber })} ·{' '}
                {t(owned ? 'carried.owned' : 'carried.guided')}
              </small>
              {hint === 'TERM_BEGINS_LATER' || hint === 'TERM_ENDS_EARLIER' ? (
                <small className="ws-mark ws-mark--late">
                  <Icon name="warning" small />
                  {t(`carried.${hint}`)}
                </small>
              ) : null}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Amiss({ text }: { readonly text: string }): ReactElement {
  return (
    <li className="ws-mark ws-mark--late">
      <Icon name="warning" small />
      <span>{text}</span>
    </li>
  );
}

/** Asks before a person is shut out, or let in again. */
function BlockDialog({
  person,
  onClose,
}: {
  readonly person: OnePerson;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const writes = useRecordWrites();
  const what = person.blocked ? 'unblock' : 'block';
  return (
    <FormDialog
      title={t(`persons.${what}.title`, { name: person.name })}
      submit={t(`persons.${what}.submit`)}
      done={t('workspace.saved')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() => writes.send(person.blocked ? UNBLOCK : BLOCK, { personId: person.id })}
    >
      <p>{t(`persons.${what}.text`)}</p>
    </FormDialog>
  );
}
