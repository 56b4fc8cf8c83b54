import { useQuery } from '@tanstack/react-query';
import { Icon } from '#ui/parts/icon.js';
import { useState, type ReactElement } from 'react';
import { ask } from '../graphql/client.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { REFUSAL_PARTS } from '../graphql/refusals.js';
import { useWords } from '../language.js';
import { FormDialog } from '../measures/form-dialog.js';
import { OutcomeNote, useOutcome } from '../measures/outcome-note.js';
import { Person } from '../parts/person.js';
import { useScreen } from '../parts/screen.js';
import { Failure, Loading } from '../parts/states.js';
import { useRecordWrites } from '../records/write-record.js';
import { keys, useWorkspace } from '../shell/workspace.js';

const ROLES = ['EMPLOYEE', 'GUIDE', 'CIRCLE', 'ADMINISTRATOR'] as const;

const PEOPLE = graphql(`
  query People($programme: String!) {
    workspace(programme: $programme) {
      people {
        id
        name
        role
        email
        blocked
        termFirstLoop
        termLastLoop
        unit {
          id
          name
        }
      }
    }
  }
`);

const ANSWER = graphql(
  `
    fragment PersonPageAnswer on PersonAnswer {
      __typename
      ...RefusalParts
      ... on WorkspacePerson {
        id
      }
    }
  `,
  [REFUSAL_PARTS],
);

const INVITE = graphql(
  `
    mutation InvitePerson($input: InvitePersonInput!) {
      invitePerson(input: $input) {
        ...PersonPageAnswer
      }
    }
  `,
  [ANSWER],
);

const EDIT = graphql(
  `
    mutation EditPerson($input: EditPersonInput!) {
      editPerson(input: $input) {
        ...PersonPageAnswer
      }
    }
  `,
  [ANSWER],
);

const BLOCK = graphql(
  `
    mutation BlockPerson($input: BlockPersonInput!) {
      blockPerson(input: $input) {
        ...PersonPageAnswer
      }
    }
  `,
  [ANSWER],
);

const UNBLOCK = graphql(
  `
    mutation UnblockPerson($input: UnblockPersonInput!) {
      unblockPerson(input: $input) {
        ...PersonPageAnswer
      }
    }
  `,
  [ANSWER],
);

type OnePerson = NonNullable<ResultOf<typeof PEOPLE>['workspace']>['people'][number];

/** Everyone of the programme; administrators invite, change roles and block. */
export default function PeopleScreen(): ReactElement {
  const t = useWords();
  const { slug, frame } = useWorkspace();
  const heading = useScreen(t('workspace.nav.people'));
  const writes = useRecordWrites();
  const { outcome, keep } = useOutcome();
  const [asked, setAsked] = useState<OnePerson | 'NEW' | null>(null);
  const administers = frame.me.role === 'ADMINISTRATOR';
  const { data, error, refetch } = useQuery({
    queryKey: keys.list(slug, 'people'),
    queryFn: () => ask(PEOPLE, { programme: slug }),
  });
  const people = data?.workspace?.people;
  const block = async (person: OnePerson): Promise<void> => {
    const input = { personId: person.id };
    keep(await (person.blocked ? writes.send(UNBLOCK, input) : writes.send(BLOCK, input)));
  };
  return (
    <>
      <div className="ws-title">
        <h1 className="ws-h1" ref={heading} tabIndex={-1}>
          {t('workspace.nav.people')}
        </h1>
        {administers ? (
          <button className="ws-btn ws-btn--main" type="button" onClick={() => setAsked('NEW')}>
            <Icon name="add" small />
            {t('persons.invite')}
          </button>
        ) : null}
      </div>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {people === undefined && !error ? <Loading /> : null}
      <OutcomeNote outcome={outcome} />
      <ul className="ws-rows ls-list">
        {(people ?? []).map((person) => (
          <li key={person.id}>
            <Person name={person.name} />
            <span className="ls-muted">
              {[
                t(`workspace.role.${person.role}`),
                person.unit?.name ?? null,
                person.termFirstLoop === null
                  ? null
                  : t('persons.term', {
                      first: person.termFirstLoop,
                      last: person.termLastLoop ?? person.termFirstLoop,
                    }),
                person.email,
                person.blocked ? t('persons.blocked') : null,
              ]
                .filter((fact) => fact !== null)
                .join(' · ')}
            </span>
            {administers ? (
              <span className="ws-actions">
                <button className="ws-btn" type="button" onClick={() => setAsked(person)}>
                  {t('people.change')}
                  <span className="kern-sr-only"> {person.name}</span>
                </button>
                <button
                  className="ws-btn"
                  type="button"
                  disabled={writes.busy}
                  onClick={() => void block(person)}
                >
                  {t(person.blocked ? 'persons.unblock' : 'persons.block')}
                  <span className="kern-sr-only"> {person.name}</span>
                </button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {asked === null ? null : (
        <PersonDialog person={asked === 'NEW' ? null : asked} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

function PersonDialog({
  person,
  onClose,
}: {
  readonly person: OnePerson | null;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { slug, frame } = useWorkspace();
  const writes = useRecordWrites();
  const [name, setName] = useState(person?.name ?? '');
  const [email, setEmail] = useState(person?.email ?? '');
  const [role, setRole] = useState<(typeof ROLES)[number]>(person?.role ?? 'GUIDE');
  const [unitId, setUnitId] = useState(person?.unit?.id ?? '');
  const own = { name, email: email.trim() || null, role, unitId: unitId || null };
  return (
    <FormDialog
      title={t(person === null ? 'persons.invite' : 'persons.edit')}
      submit={t('workspace.save')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() =>
        person === null
          ? writes.send(INVITE, { ...own, programme: slug })
          : writes.send(EDIT, { ...own, personId: person.id })
      }
    >
      <label className="ws-field">
        <span>{t('persons.name')}</span>
        <input
          required
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <label className="ws-field">
        <span>{t('persons.email')}</span>
        <small>{t('persons.email.hint')}</small>
        <input
          type="email"
          autoComplete="off"
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
      </label>
      <label className="ws-field">
        <span>{t('persons.role')}</span>
        <select
          value={role}
          onChange={({ target }) => setRole(target.value as (typeof ROLES)[number])}
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {t(`workspace.role.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="ws-field">
        <span>{t('facts.unit')}</span>
        <select value={unitId} onChange={({ target }) => setUnitId(target.value)}>
          <option value="">{t('facts.noUnit')}</option>
          {frame.units.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.name}
            </option>
          ))}
        </select>
      </label>
    </FormDialog>
  );
}
