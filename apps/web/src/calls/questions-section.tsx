import { Icon } from '#ui/parts/icon.js';
import { useRef, useState, type ReactElement } from 'react';
import { Field } from '../forms/field.js';
import { FormDialog } from '../forms/form-dialog.js';
import { OutcomeNote, useOutcome, type WriteOutcome } from '../forms/outcome-note.js';
import { useWords } from '../language.js';
import { announce } from '../parts/announcer.js';
import { WRITES, type Call } from './call-query.js';
import type { CallWrites } from './write-call.js';

/** The call's own questions: added, changed, removed, and put in another order. */
export function QuestionsSection({
  call,
  writes,
  editable,
}: {
  readonly call: Call;
  readonly writes: CallWrites;
  readonly editable: boolean;
}): ReactElement {
  const t = useWords();
  const texts = call.questions.map(({ text }) => text);
  const { outcome, keep } = useOutcome();
  /** Place of the question that is written; one past the last for a new one. */
  const [writing, setWriting] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const save = (questions: readonly string[]): Promise<WriteOutcome> =>
    writes.send(WRITES.edit, { questions: [...questions] });
  const move = async (from: number, by: 1 | -1): Promise<void> => {
    // A button that is disabled meanwhile couldn't have the focus afterwards.
    if (writes.busy) return;
    const to = from + by;
    const [moved = ''] = texts.slice(from, from + 1);
    const rest = texts.toSpliced(from, 1);
    if (!keep(await save(rest.toSpliced(to, 0, moved)))) return;
    announce(t('calls.questions.moved', { position: to + 1, count: texts.length }));
    // The places stay and the words change: the focus goes along with the question.
    const buttons = list.current?.children[to]?.querySelectorAll<HTMLElement>('[data-by]');
    const [first] = buttons ?? [];
    ([...(buttons ?? [])].find((one) => one.dataset['by'] === String(by)) ?? first)?.focus();
  };
  const remove = async (index: number): Promise<void> => {
    if (!keep(await save(texts.toSpliced(index, 1)))) return;
    announce(t('calls.removedOne', { name: texts[index] ?? '' }));
    adder.current?.focus();
  };
  return (
    <section className="ws-sec" aria-labelledby="questions">
      <h2 id="questions">{t('calls.questions')}</h2>
      <p className="ls-muted">{t('calls.questions.lead')}</p>
      {texts.length === 0 ? <p>{t('calls.questions.none')}</p> : null}
      <ol className="ws-asks ls-list" ref={list}>
        {texts.map((text, index) => (
          <li key={index}>
            <span className="ls-num" aria-hidden="true">
              {index + 1}
            </span>
            <p>{text}</p>
            {editable ? (
              <span className="ws-actions">
                {([-1, 1] as const).map((by) =>
                  texts[index + by] === undefined ? null : (
                    <button
                      key={by}
                      className="ws-icon-btn"
                      type="button"
                      data-by={by}
                      onClick={() => void move(index, by)}
                    >
                      <Icon name={by === -1 ? 'arrow-up' : 'arrow-down'} small />
                      <span className="kern-sr-only">
                        {t(by === -1 ? 'steps.up' : 'steps.down')}: {text}
                      </span>
                    </button>
                  ),
                )}
                <button
                  className="ws-btn ws-btn--small"
                  type="button"
                  onClick={() => setWriting(index)}
                >
                  {t('people.change')}
                  <span className="kern-sr-only"> {text}</span>
                </button>
                <button
                  className="ws-btn ws-btn--small"
                  type="button"
                  disabled={writes.busy}
                  onClick={() => void remove(index)}
                >
                  {t('records.remove')}
                  <span className="kern-sr-only"> {text}</span>
                </button>
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      <OutcomeNote outcome={outcome} />
      {editable ? (
        <div className="ws-actions">
          <button
            className="ws-btn"
            type="button"
            ref={adder}
            onClick={() => setWriting(texts.length)}
          >
            <Icon name="add" small />
            {t('calls.questions.add')}
          </button>
        </div>
      ) : null}
      {writing === null ? null : (
        <QuestionDialog
          index={writing}
          text={texts[writing] ?? null}
          busy={writes.busy}
          onSubmit={(text) => save(texts.toSpliced(writing, 1, text))}
          onClose={() => setWriting(null)}
        />
      )}
    </section>
  );
}

function QuestionDialog({
  index,
  text,
  busy,
  onSubmit,
  onClose,
}: {
  readonly index: number;
  /** Null for a new one. */
  readonly text: string | null;
  readonly busy: boolean;
  readonly onSubmit: (text: string) => Promise<WriteOutcome>;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const [written, setWritten] = useState(text ?? '');
  return (
    <FormDialog
      title={t(text === null ? 'calls.questions.add.title' : 'calls.questions.edit.title')}
      submit={t('workspace.save')}
      busy={busy}
      onClose={onClose}
      onSubmit={() => onSubmit(written)}
    >
      <Field
        name={`questions[${index}]`}
        label={t('calls.questions.field')}
        hint={t('calls.questions.hint')}
      >
        {(tied) => (
          <input
            {...tied}
            required
            value={written}
            onChange={({ target }) => setWritten(target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
