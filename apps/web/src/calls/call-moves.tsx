import { formatDay, formatDayOf } from '#ui/format.js';
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { at } from '../addresses.js';
import { Field } from '../forms/field.js';
import { FormDialog } from '../forms/form-dialog.js';
import { TextDialog } from '../forms/text-dialog.js';
import { useLanguage, useWords } from '../language.js';
import { useWorkspace } from '../shell/workspace.js';
import { WRITES, type Call, type CallMove } from './call-query.js';
import type { CallWrites } from './write-call.js';

type Intent = CallMove['intent'];
type Requirement = CallMove['missing'][number];
/** What the moves ask of a call; the screens of a call and of its applications both have it. */
type MovedCall = Pick<
  Call,
  | 'id'
  | 'key'
  | 'version'
  | 'state'
  | 'closesOn'
  | 'closedReason'
  | 'decidedAt'
  | 'moves'
  | 'counts'
>;
type Props = { readonly call: MovedCall; readonly writes: CallWrites };

/** The way onwards, which comes first; the others lead aside. */
const MAIN: readonly Intent[] = ['OPEN', 'DECIDE'];
const mainFirst = (moves: readonly CallMove[]): CallMove[] =>
  moves.toSorted(
    (one, other) => Number(MAIN.includes(other.intent)) - Number(MAIN.includes(one.intent)),
  );

/** Where what is missing is filled in. */
function placeOf(requirement: Requirement, key: string): string {
  switch (requirement) {
    case 'TEXT':
      return at.call(key, 'text');
    case 'CLOSING_DAY':
    case 'SEATS':
    case 'MINIMUM_TERM':
    case 'FIRST_LOOP':
      return at.call(key, 'facts');
    case 'ALL_DECIDED':
      return at.applicants(key);
    case 'REASON':
      return at.call(key);
    case 'NO_OTHER_OPEN':
      return at.calls;
  }
}

/** What can be done with a call as a whole, each with what it lacks. */
export function CallMoves({ call, writes }: Props): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { frame } = useWorkspace();
  const [asked, setAsked] = useState<Intent | null>(null);
  const { state, moves, closesOn, decidedAt, closedReason } = call;
  const missing = [...new Set(moves.flatMap((move) => move.missing))];
  const day =
    state === 'DECIDED' && decidedAt !== null
      ? formatDayOf(decidedAt, frame.programme.timeZone, language)
      : formatDay(closesOn ?? frame.today, language);
  const close = (): void => setAsked(null);
  return (
    <section className="ws-sec" aria-labelledby="next">
      <h2 id="next">{t('loopPage.nextTitle')}</h2>
      <p>{t(`calls.about.${state}`, { day })}</p>
      {closedReason === null ? null : (
        <p className="ls-muted">{t('calls.closedReason', { reason: closedReason })}</p>
      )}
      {missing.length === 0 ? null : (
        <div className="ws-lack">
          <b>{t('move.lacks')}</b>
          <ul className="ls-list">
            {missing.map((requirement) => (
              <li key={requirement}>
                <Link href={placeOf(requirement, call.key)}>
                  {t(`calls.requirement.${requirement}`)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {moves.some(({ permitted }) => !permitted) ? (
        <p className="ls-muted">{t('move.may.CIRCLE')}</p>
      ) : (
        <div className="ws-actions">
          {mainFirst(moves).map(({ intent, missing: lacks }) => (
            <button
              key={intent}
              className={MAIN.includes(intent) ? 'ws-btn ws-btn--main' : 'ws-btn'}
              type="button"
              disabled={lacks.length > 0 || writes.busy}
              onClick={() => setAsked(intent)}
            >
              {t(`calls.move.${intent === 'EXTEND' && state === 'CLOSED' ? 'REOPEN' : intent}`)}
            </button>
          ))}
        </div>
      )}
      {asked === null ? null : (
        <MoveDialog intent={asked} day={day} call={call} writes={writes} onClose={close} />
      )}
    </section>
  );
}

/** Asks once more, and for what the move needs with itself. */
function MoveDialog({
  intent,
  day,
  call,
  writes,
  onClose,
}: Props & {
  readonly intent: Intent;
  /** The last day so far, as it is read. */
  readonly day: string;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { frame } = useWorkspace();
  const [closesOn, setClosesOn] = useState('');
  const counts = call.counts ?? { chosen: 0, waitlisted: 0, declined: 0 };
  const common = { busy: writes.busy, onClose };
  switch (intent) {
    case 'OPEN':
      return (
        <FormDialog
          {...common}
          title={t('calls.open.title')}
          submit={t('calls.open.submit')}
          done={t('calls.open.done')}
          onSubmit={() => writes.send(WRITES.open, {})}
        >
          <p>{t('calls.open.text', { day })}</p>
        </FormDialog>
      );
    case 'EXTEND':
      return (
        <FormDialog
          {...common}
          title={t('calls.extend.title')}
          submit={t('calls.extend.submit')}
          done={t('calls.extend.done')}
          onSubmit={() => writes.send(WRITES.extend, { closesOn })}
        >
          <Field
            name="closesOn"
            label={t('calls.extend.day')}
            hint={t('calls.extend.hint', { day })}
          >
            {(tied) => (
              <input
                {...tied}
                type="date"
                required
                min={frame.today}
                value={closesOn}
                onChange={({ target }) => setClosesOn(target.value)}
              />
            )}
          </Field>
        </FormDialog>
      );
    case 'CLOSE':
      return (
        <TextDialog
          {...common}
          title={t('calls.close.title')}
          label={t('move.reason.label')}
          hint={t('calls.close.hint')}
          submit={t('calls.close.submit')}
          onSubmit={(reason) => writes.send(WRITES.close, { reason })}
        />
      );
    case 'DECIDE':
      return (
        <FormDialog
          {...common}
          title={t('calls.decide.title')}
          submit={t('calls.decide.submit')}
          done={t('calls.decide.done')}
          onSubmit={() => writes.send(WRITES.decide, {})}
        >
          <p>{t('calls.decide.text')}</p>
          <ul className="ws-points">
            <li>{t('calls.decide.chosen', { count: counts.chosen })}</li>
            <li>{t('calls.decide.waitlisted', { count: counts.waitlisted })}</li>
            <li>{t('calls.decide.declined', { count: counts.declined })}</li>
          </ul>
          <p>{t('calls.decide.forGood')}</p>
        </FormDialog>
      );
  }
}
