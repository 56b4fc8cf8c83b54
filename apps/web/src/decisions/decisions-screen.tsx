import { useQuery } from '@tanstack/react-query';
import { formatNearDay } from '#ui/format.js';
import { Icon } from '#ui/parts/icon.js';
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { at } from '../addresses.js';
import { ask } from '../graphql/client.js';
import { graphql, type VariablesOf } from '../graphql/graphql.js';
import { REFUSAL_PARTS } from '../graphql/refusals.js';
import { useLanguage, useWords } from '../language.js';
import { FormDialog } from '../measures/form-dialog.js';
import { useScreen } from '../parts/screen.js';
import { Failure, Loading, Nothing } from '../parts/states.js';
import { useRecordWrites } from '../records/write-record.js';
import { currentLoop } from '../shell/frame-query.js';
import { actsForCircle, keys, useWorkspace } from '../shell/workspace.js';

const RULINGS = [
  'DISCUSSED',
  'NOTED',
  'APPROVED',
  'APPROVED_WITH_CHANGES',
  'REFERRED',
  'REJECTED',
] as const;

const DECISIONS = graphql(`
  query Decisions($programme: String!, $loop: Int!) {
    workspace(programme: $programme) {
      decisions(first: 100) {
        edges {
          node {
            id
            body
            day
            point
            ruling
            note
            measures {
              measureId
              title
            }
          }
        }
      }
      board(loop: $loop) {
        id
        title
      }
    }
  }
`);

const RECORD_DECISION = graphql(
  `
    mutation RecordDecision($input: RecordDecisionInput!) {
      recordDecision(input: $input) {
        __typename
        ...RefusalParts
        ... on WorkspaceDecision {
          id
        }
      }
    }
  `,
  [REFUSAL_PARTS],
);

type Ruling = VariablesOf<typeof RECORD_DECISION>['input']['ruling'];

/** What bodies have ruled, newest first. */
export default function DecisionsScreen(): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const workspace = useWorkspace();
  const { slug, frame } = workspace;
  const heading = useScreen(t('workspace.nav.decisions'));
  const [recording, setRecording] = useState(false);
  const loop = currentLoop(frame.loops)?.number ?? 1;
  const { data, error, refetch } = useQuery({
    queryKey: keys.list(slug, 'decisions'),
    queryFn: () => ask(DECISIONS, { programme: slug, loop }),
  });
  const decisions = data?.workspace?.decisions.edges.map(({ node }) => node);
  return (
    <>
      <div className="ws-title">
        <h1 className="ws-h1" ref={heading} tabIndex={-1}>
          {t('workspace.nav.decisions')}
        </h1>
        {actsForCircle(workspace) ? (
          <button className="ws-btn ws-btn--main" type="button" onClick={() => setRecording(true)}>
            <Icon name="add" small />
            {t('decisions.add')}
          </button>
        ) : null}
      </div>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {decisions === undefined && !error ? <Loading /> : null}
      {decisions?.length === 0 ? <Nothing>{t('decisions.none')}</Nothing> : null}
      <ul className="ws-lines ls-list">
        {(decisions ?? []).map((decision) => (
          <li key={decision.id}>
            <small>
              {decision.body},{' '}
              <time dateTime={decision.day}>
                {formatNearDay(decision.day, frame.today, language)}
              </time>
            </small>
            {decision.point} <b>{t(`ruling.${decision.ruling}`)}</b>
            {decision.note === null ? null : <p className="ws-reflection">{decision.note}</p>}
            {decision.measures.map(({ measureId, title }) => (
              <p key={measureId}>
                <Link href={at.measure(measureId, 'decisions')}>{title}</Link>
              </p>
            ))}
          </li>
        ))}
      </ul>
      {recording ? (
        <DecisionDialog
          measures={data?.workspace?.board ?? []}
          onClose={() => setRecording(false)}
        />
      ) : null}
    </>
  );
}

function DecisionDialog({
  measures,
  onClose,
}: {
  readonly measures: readonly { readonly id: string; readonly title: string }[];
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { slug, frame } = useWorkspace();
  const writes = useRecordWrites();
  const [body, setBody] = useState(t('decisions.body.usual'));
  const [day, setDay] = useState<string>(frame.today);
  const [point, setPoint] = useState('');
  const [ruling, setRuling] = useState<Ruling>('APPROVED');
  const [note, setNote] = useState('');
  const [measureId, setMeasureId] = useState('');
  return (
    <FormDialog
      title={t('decisions.add')}
      submit={t('workspace.save')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() =>
        writes.send(RECORD_DECISION, {
          programme: slug,
          body,
          day,
          point,
          ruling,
          note: note.trim() === '' ? null : note,
          measureIds: measureId === '' ? [] : [measureId],
        })
      }
    >
      <label className="ws-field">
        <span>{t('decisions.point')}</span>
        <textarea required value={point} onChange={({ target }) => setPoint(target.value)} />
      </label>
      <label className="ws-field">
        <span>{t('decisions.ruling')}</span>
        <select value={ruling} onChange={({ target }) => setRuling(target.value as Ruling)}>
          {RULINGS.map((one) => (
            <option key={one} value={one}>
              {t(`ruling.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="ws-field">
        <span>{t('decisions.body')}</span>
        <input required value={body} onChange={({ target }) => setBody(target.value)} />
      </label>
      <label className="ws-field">
        <span>{t('decisions.day')}</span>
        <input required type="date" value={day} onChange={({ target }) => setDay(target.value)} />
      </label>
      <label className="ws-field">
        <span>{t('decisions.measure')}</span>
        <select value={measureId} onChange={({ target }) => setMeasureId(target.value)}>
          <option value="">{t('decisions.noMeasure')}</option>
          {measures.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="ws-field">
        <span>{t('decisions.note')}</span>
        <textarea value={note} onChange={({ target }) => setNote(target.value)} />
      </label>
    </FormDialog>
  );
}
