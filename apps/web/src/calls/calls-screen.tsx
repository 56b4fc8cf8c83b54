import { useQuery } from '@tanstack/react-query';
import { formatDayOf, formatNearDay } from '#ui/format.js';
import { Icon } from '#ui/parts/icon.js';
import { useState, type ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { at } from '../addresses.js';
import { Field } from '../forms/field.js';
import { FormDialog } from '../forms/form-dialog.js';
import { useRecordWrites } from '../forms/write-record.js';
import { ask } from '../graphql/client.js';
import { useLanguage, useWords } from '../language.js';
import { useScreen } from '../parts/screen.js';
import { Failure, Loading, Nothing } from '../parts/states.js';
import { actsForCircle, keys, useWorkspace } from '../shell/workspace.js';
import { CALLS, CREATE_CALL, type CallInList } from './call-query.js';

/** All volunteer calls, newest first; the circle writes a new one. */
export default function CallsScreen(): ReactElement {
  const t = useWords();
  const workspace = useWorkspace();
  const { slug } = workspace;
  const circle = actsForCircle(workspace);
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: keys.list(slug, 'calls'),
    queryFn: () => ask(CALLS, { programme: slug }),
  });
  const calls = data?.workspace?.calls;
  const heading = useScreen(calls || error ? t('workspace.nav.calls') : null);
  return (
    <>
      <div className="ws-title">
        <h1 className="ws-h1" ref={heading} tabIndex={-1}>
          {t('workspace.nav.calls')}
        </h1>
        {circle ? (
          <button className="ws-btn ws-btn--main" type="button" onClick={() => setAdding(true)}>
            <Icon name="add" small />
            {t('calls.add')}
          </button>
        ) : null}
      </div>
      <p className="ws-lead">{t('calls.lead')}</p>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {calls === undefined && !error ? <Loading /> : null}
      {calls?.length === 0 ? (
        <Nothing>{t(circle ? 'calls.none.circle' : 'calls.none')}</Nothing>
      ) : null}
      <ul className="ws-calls ls-list">
        {calls?.map((call) => (
          <CallItem key={call.id} call={call} />
        ))}
      </ul>
      {adding ? <NewCallDialog onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function CallItem({ call }: { readonly call: CallInList }): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { frame } = useWorkspace();
  const { state, closesOn, decidedAt, seats, counts } = call;
  const day =
    state === 'DECIDED' && decidedAt !== null
      ? formatDayOf(decidedAt, frame.programme.timeZone, language)
      : closesOn && formatNearDay(closesOn, frame.today, language);
  const applied = counts && counts.received + counts.chosen + counts.waitlisted + counts.declined;
  const facts = [
    day === null ? null : t(`calls.when.${state}`, { day }),
    seats === null ? null : t('calls.seats', { count: seats }),
    applied === null || state === 'DRAFT' ? null : t('calls.applied', { count: applied }),
    counts === null || state !== 'DECIDED' ? null : t('calls.chosen', { count: counts.chosen }),
    counts === null || state !== 'CLOSED' || counts.received === 0
      ? null
      : t('calls.undecided', { count: counts.received }),
  ].filter((fact) => fact !== null);
  return (
    <li className={state === 'OPEN' ? 'is-now' : undefined}>
      <h2>
        <Link href={at.call(call.key)}>{call.title}</Link>{' '}
        <span className={state === 'OPEN' ? 'ls-now' : 'ls-now ls-now--planned'}>
          {t(`calls.state.${state}`)}
        </span>
      </h2>
      {facts.length === 0 ? null : <p className="ls-muted">{facts.join(' · ')}</p>}
    </li>
  );
}

/** Begins a draft; everything but the title is written on its page. */
function NewCallDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useWords();
  const { slug } = useWorkspace();
  const [, go] = useLocation();
  const writes = useRecordWrites();
  const [title, setTitle] = useState('');
  return (
    <FormDialog
      title={t('calls.add.title')}
      submit={t('calls.add.submit')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() =>
        writes.send(CREATE_CALL, { programme: slug, title }, ({ key }) => go(at.call(key)))
      }
    >
      <Field name="title" label={t('facts.name')} hint={t('calls.add.hint')}>
        {(tied) => (
          <input
            {...tied}
            required
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
