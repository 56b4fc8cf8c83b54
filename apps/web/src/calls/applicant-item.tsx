import { formatDayOf } from '#ui/format.js';
import { Icon } from '#ui/parts/icon.js';
import { useEffect, useRef, useState, type ReactElement, type RefObject } from 'react';
import { OutcomeNote, useOutcome, type WriteOutcome } from '../forms/outcome-note.js';
import { TextDialog } from '../forms/text-dialog.js';
import { FormDialog } from '../forms/form-dialog.js';
import { Field } from '../forms/field.js';
import { useUndo } from '../forms/undo.js';
import { useRecordWrites, type RecordWrites } from '../forms/write-record.js';
import { useLanguage, useWords } from '../language.js';
import { announce } from '../parts/announcer.js';
import { showToast } from '../parts/toasts.js';
import { useWorkspace } from '../shell/workspace.js';
import {
  MOVE_ON_WAITLIST,
  NOTE,
  SAY,
  type Applicant,
  type CallWithApplicants,
  type Selection,
} from './applicants-query.js';

/** Whom I have just moved, and by which button on the waitlist. */
export type Moved = { readonly id: string; readonly by: -1 | 1 | null };

type Asked = 'DECLINE' | 'MOVE_UP' | 'NOTE';

/** An applicant with all that was said, what the circle notes, and what it can say. */
export function ApplicantItem({
  call,
  applicant,
  place,
  of,
  moved,
}: {
  readonly call: CallWithApplicants;
  readonly applicant: Applicant;
  /** Place in the group, from 1. */
  readonly place: number;
  readonly of: number;
  readonly moved: RefObject<Moved | null>;
}): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { frame } = useWorkspace();
  const writes = useRecordWrites();
  const { outcome, keep } = useOutcome();
  const undoable = useUndo();
  const item = useRef<HTMLLIElement>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { id, name, state, rank, selections, version } = applicant;
  const decided = call.state === 'DECIDED';

  useEffect(() => {
    if (moved.current?.id !== id) return;
    const { by } = moved.current;
    moved.current = null;
    const button =
      by === null ? null : item.current?.querySelector<HTMLElement>(`[data-by="${by}"]`);
    (button ?? item.current?.querySelector<HTMLElement>('h3'))?.focus();
  }, [id, state, rank, moved]);

  /** Sends what moves the applicant; the focus goes along if it was done. */
  const moveBy = async (by: Moved['by'], work: Promise<WriteOutcome>): Promise<WriteOutcome> => {
    moved.current = { id, by };
    const done = await work;
    if (done.kind !== 'DONE') moved.current = null;
    return done;
  };
  const say = (to: Selection, reason: string | null, known = version): Promise<WriteOutcome> => {
    const input = { applicationId: id, version: known };
    const told = (answer: { readonly version: number }): void => {
      const text = t(decided ? 'applicants.moveUp.done' : `applicants.done.${to}`, { name });
      // Back on the waitlist it would be the last one, and after the decision there is no way back.
      if (decided || state === 'WAITLISTED' || state === 'WITHDRAWN') showToast({ text });
      else undoable(text, () => say(state, applicant.reason, answer.version));
    };
    return moveBy(
      null,
      to === 'DECLINED'
        ? writes.send(SAY.DECLINED, { ...input, reason }, told)
        : writes.send(SAY[to], input, told),
    );
  };
  const sayAtOnce = async (to: Selection): Promise<void> => void keep(await say(to, null));
  const move = async (by: -1 | 1): Promise<void> => {
    // A button that is disabled meanwhile couldn't have the focus afterwards.
    if (writes.busy) return;
    const input = { applicationId: id, version, rank: place + by };
    if (keep(await moveBy(by, writes.send(MOVE_ON_WAITLIST, input))))
      announce(t('applicants.ranked', { name, rank: place + by, count: of }));
  };
  const can = (to: Selection): boolean => selections.includes(to);
  const full = call.state === 'CLOSED' && state !== 'CHOSEN' && !can('CHOSEN');
  return (
    <li className="ws-applicant" ref={item}>
      <div className="ws-applicant__head">
        <h3 tabIndex={-1}>{name}</h3>
        {state === 'WAITLISTED' ? (
          <span className="ws-actions">
            <span>{t('applicants.rank', { rank: place })}</span>
            {([-1, 1] as const).map((by) =>
              place + by < 1 || place + by > of ? null : (
                <button
                  key={by}
                  className="ws-icon-btn"
                  type="button"
                  data-by={by}
                  onClick={() => void move(by)}
                >
                  <Icon name={by === -1 ? 'arrow-up' : 'arrow-down'} small />
                  <span className="kern-sr-only">
                    {t(by === -1 ? 'applicants.up' : 'applicants.down', { name })}
                  </span>
                </button>
              ),
            )}
          </span>
        ) : null}
      </div>
      <p className="ls-muted">
        <a href={`mailto:${applicant.email}`}>{applicant.email}</a> ·{' '}
        {t('join.own.receivedAt', {
          day: formatDayOf(applicant.receivedAt, frame.programme.timeZone, language),
        })}
      </p>
      {state === 'WITHDRAWN' ? (
        <p className="ls-muted">{t('applicants.withdrawn')}</p>
      ) : (
        <Said call={call} applicant={applicant} />
      )}
      {full ? <p className="ls-muted">{t('applicants.full')}</p> : null}
      <OutcomeNote outcome={outcome} />
      {state === 'WITHDRAWN' ? null : (
        <div className="ws-actions">
          {can('CHOSEN') ? (
            <button
              className="ws-btn ws-btn--main"
              type="button"
              disabled={writes.busy}
              onClick={() => (decided ? setAsked('MOVE_UP') : void sayAtOnce('CHOSEN'))}
            >
              {t(decided ? 'applicants.moveUp' : 'applicants.choose')}
              <span className="kern-sr-only"> {name}</span>
            </button>
          ) : null}
          {can('WAITLISTED') ? (
            <button
              className="ws-btn"
              type="button"
              disabled={writes.busy}
              onClick={() => void sayAtOnce('WAITLISTED')}
            >
              {t('applicants.waitlist')}
              <span className="kern-sr-only"> {name}</span>
            </button>
          ) : null}
          {can('DECLINED') ? (
            <button className="ws-btn" type="button" onClick={() => setAsked('DECLINE')}>
              {t('applicants.decline')}
              <span className="kern-sr-only"> {name}</span>
            </button>
          ) : null}
          {can('RECEIVED') ? (
            <button
              className="ws-btn"
              type="button"
              disabled={writes.busy}
              onClick={() => void sayAtOnce('RECEIVED')}
            >
              {t('applicants.reconsider')}
              <span className="kern-sr-only"> {name}</span>
            </button>
          ) : null}
          <button className="ws-btn ws-btn--small" type="button" onClick={() => setAsked('NOTE')}>
            {t(applicant.note === null ? 'applicants.note.add' : 'applicants.note.edit')}
            <span className="kern-sr-only"> {name}</span>
          </button>
        </div>
      )}
      {asked === 'DECLINE' ? (
        <TextDialog
          title={t('applicants.decline.title', { name })}
          label={t('move.reason.label')}
          hint={t('applicants.decline.hint')}
          submit={t('applicants.decline.submit')}
          busy={writes.busy}
          onSubmit={(reason) => say('DECLINED', reason)}
          onClose={() => setAsked(null)}
        />
      ) : asked === 'MOVE_UP' ? (
        <FormDialog
          title={t('applicants.moveUp.title', { name })}
          submit={t('applicants.moveUp.submit')}
          busy={writes.busy}
          onSubmit={() => say('CHOSEN', null)}
          onClose={() => setAsked(null)}
        >
          <p>{t('applicants.moveUp.text', { name })}</p>
        </FormDialog>
      ) : asked === 'NOTE' ? (
        <NoteDialog applicant={applicant} writes={writes} onClose={() => setAsked(null)} />
      ) : null}
    </li>
  );
}

/** What an applicant has said, and what the circle has noted and answered. */
function Said({
  call,
  applicant,
}: {
  readonly call: CallWithApplicants;
  readonly applicant: Applicant;
}): ReactElement {
  const t = useWords();
  const { motivation, qualifications, topics, lastLoop, answers, note, reason } = applicant;
  const least = (call.firstLoop ?? 1) + (call.minimumTerm ?? 1) - 1;
  const loop = (number: number): string => t('join.form.lastLoop.loop', { number });
  const facts: (readonly [string, string | null])[] = [
    [t('applicants.topics'), topics.map(({ title }) => title).join(' · ') || null],
    [
      t('applicants.lastLoop'),
      lastLoop === null
        ? t('join.form.lastLoop.least', { loop: loop(least) })
        : t('join.form.lastLoop.until', { loop: loop(lastLoop) }),
    ],
    ...answers.map(({ question, text }) => [question, text] as const),
    [t('applicants.reason'), reason],
  ];
  return (
    <>
      {qualifications.length === 0 ? null : (
        <ul className="ws-tags ls-list" aria-label={t('applicants.qualifications')}>
          {qualifications.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <p className="ws-reflection">{motivation}</p>
      <dl className="ws-said">
        {facts.map(([label, text], index) =>
          text === null ? null : (
            <div key={index}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
      {note === null ? null : (
        <div className="ws-applicant__note">
          <p className="ls-muted">{t('applicants.note')}</p>
          <p className="ws-reflection">{note}</p>
        </div>
      )}
    </>
  );
}

/** Notes something that the circle alone reads; an empty text takes the note away. */
function NoteDialog({
  applicant,
  writes,
  onClose,
}: {
  readonly applicant: Applicant;
  readonly writes: RecordWrites;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const [note, setNote] = useState(applicant.note ?? '');
  return (
    <FormDialog
      title={t('applicants.note.title', { name: applicant.name })}
      submit={t('workspace.save')}
      done={t('workspace.saved')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() =>
        writes.send(NOTE, { applicationId: applicant.id, version: applicant.version, note })
      }
    >
      <Field name="note" label={t('applicants.note')} hint={t('applicants.note.hint')}>
        {(tied) => (
          <textarea {...tied} value={note} onChange={({ target }) => setNote(target.value)} />
        )}
      </Field>
    </FormDialog>
  );
}
