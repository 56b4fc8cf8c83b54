import { formatPeriod } from '#ui/format.js';
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { at } from '../addresses.js';
import { Field } from '../forms/field.js';
import { Form } from '../forms/form.js';
import { useLanguage, useWords } from '../language.js';
import { historyMoment, historySentence } from '../measures/history-sentence.js';
import { Lacks } from '../measures/lacks.js';
import { moveLabel, whoMayMove } from '../measures/move-words.js';
import { RefusalText } from '../measures/refusal-text.js';
import { Dialog } from '../parts/dialog.js';
import { useWorkspace } from '../shell/workspace.js';
import type { Card, Phase } from './board-query.js';
import type { Moves, Question } from './moves.js';

function ReasonField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactElement {
  const t = useWords();
  return (
    <Field label={t('move.reason.label')} hint={t('move.reason.hint')}>
      {(tied) => (
        <textarea
          {...tied}
          required
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

function Buttons({
  submit,
  onClose,
}: {
  readonly submit: string;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  return (
    <div className="ws-actions">
      <button className="ws-btn ws-btn--main" type="submit">
        {submit}
      </button>
      <button className="ws-btn" type="button" onClick={onClose}>
        {t('workspace.cancel')}
      </button>
    </div>
  );
}

/** Asks why; the reason is kept in the history. */
function ReasonDialog({
  cards,
  to,
  moves,
}: {
  readonly cards: readonly Card[];
  readonly to: Phase;
  readonly moves: Moves;
}): ReactElement {
  const t = useWords();
  const [reason, setReason] = useState('');
  const stop = to === 'STOPPED';
  const values = {
    count: cards.length,
    title: cards[0]?.title ?? '',
    to: t(`workspace.phase.${to}`),
  };
  const submit = (): void => moves.perform(cards, to, { reason, loopNumber: null });
  return (
    <Dialog
      title={t(stop ? 'move.reason.stop' : 'move.reason.title', values)}
      onClose={moves.close}
    >
      <Form
        outcome={null}
        onSubmit={submit}
        actions={
          <Buttons
            submit={t(stop ? 'move.reason.submitStop' : 'move.reason.submit')}
            onClose={moves.close}
          />
        }
      >
        <ReasonField value={reason} onChange={setReason} />
      </Form>
    </Dialog>
  );
}

/** Asks in which later loop, and why. */
function CarryDialog({
  cards,
  moves,
}: {
  readonly cards: readonly Card[];
  readonly moves: Pick<Moves, 'perform' | 'close'>;
}): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { frame } = useWorkspace();
  const newest = Math.max(...cards.map(({ loopNumber }) => loopNumber));
  const later = frame.loops.filter(({ number, stage }) => number > newest && stage !== 'CLOSED');
  const [loopNumber, setLoopNumber] = useState(later[0]?.number ?? null);
  const [reason, setReason] = useState('');
  const title = t('move.carry.title', { count: cards.length, title: cards[0]?.title ?? '' });
  if (loopNumber === null)
    return (
      <Dialog title={title} onClose={moves.close}>
        <p>{t('move.carry.noLoop')}</p>
        <p>
          <Link className="ws-btn" href={at.loops}>
            {t('move.carry.toLoops')}
          </Link>
        </p>
      </Dialog>
    );
  const submit = (): void => moves.perform(cards, 'CARRIED_OVER', { reason, loopNumber });
  return (
    <Dialog title={title} onClose={moves.close}>
      <p>{t('move.carry.text', { count: cards.length })}</p>
      <p>
        <b>{t('move.carry.forGood')}</b>
      </p>
      <Form
        outcome={null}
        onSubmit={submit}
        actions={<Buttons submit={t('move.carry.submit')} onClose={moves.close} />}
      >
        <Field label={t('move.carry.loop')}>
          {(tied) => (
            <select
              {...tied}
              value={loopNumber}
              onChange={({ target }) => setLoopNumber(Number(target.value))}
            >
              {later.map((loop) => (
                <option key={loop.number} value={loop.number}>
                  {`${t('loop.name', { number: loop.number })} (${formatPeriod(loop, language)})`}
                </option>
              ))}
            </select>
          )}
        </Field>
        <ReasonField value={reason} onChange={setReason} />
      </Form>
    </Dialog>
  );
}

function StaleDialog({
  question,
  moves,
}: {
  readonly question: Extract<Question, { kind: 'STALE' }>;
  readonly moves: Moves;
}): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { frame } = useWorkspace();
  const { card, to, said, changes } = question;
  return (
    <Dialog title={t('move.stale.title')} onClose={moves.close}>
      <p>{t('move.stale.text', { title: card.title })}</p>
      <ul className="ws-lines ls-list">
        {changes.map((entry) => (
          <li key={entry.id}>
            {historySentence(entry, t, language)}{' '}
            <time className="ls-muted" dateTime={entry.at}>
              {historyMoment(entry.at, frame.programme.timeZone, language, t)}
            </time>
          </li>
        ))}
      </ul>
      <div className="ws-actions">
        <button
          className="ws-btn ws-btn--main"
          type="button"
          onClick={() => moves.perform([card], to, said)}
        >
          {t('move.stale.again')}
        </button>
        <button className="ws-btn" type="button" onClick={moves.close}>
          {t('move.stale.leave')}
        </button>
      </div>
    </Dialog>
  );
}

/** The dialog of a question; null when nothing is asked. */
export function MoveDialogs({ moves }: { readonly moves: Moves }): ReactElement | null {
  const t = useWords();
  const { question, close } = moves;
  if (question === null) return null;
  const toMeasure = (card: Card): ReactElement => (
    <div className="ws-actions">
      <Link className="ws-btn ws-btn--main" href={at.measure(card.id)}>
        {t('move.blocked.toMeasure')}
      </Link>
      <button className="ws-btn" type="button" onClick={close}>
        {t('workspace.close')}
      </button>
    </div>
  );
  switch (question.kind) {
    case 'REASON':
      return <ReasonDialog cards={question.cards} to={question.to} moves={moves} />;
    case 'CARRY':
      return <CarryDialog cards={question.cards} moves={moves} />;
    case 'STALE':
      return <StaleDialog question={question} moves={moves} />;
    case 'NO_WAY': {
      const { card, to } = question;
      const from = t(`workspace.phase.${card.phase}`);
      const ways = card.availableMoves.filter(({ permitted }) => permitted);
      return (
        <Dialog title={t('move.noWay.title')} onClose={close}>
          <p>{t('move.noWay.text', { from, to: t(`workspace.phase.${to}`) })}</p>
          {ways.length === 0 ? null : (
            <>
              <p>{t('move.noWay.instead')}</p>
              <div className="ws-actions">
                {ways.map((way) => (
                  <button
                    key={way.to}
                    className="ws-btn"
                    type="button"
                    onClick={() => moves.wish([card], way.to)}
                  >
                    {moveLabel(card.phase, way.to, t)}
                  </button>
                ))}
              </div>
            </>
          )}
        </Dialog>
      );
    }
    case 'NOT_YOURS':
      return (
        <Dialog title={t('move.notYours.title')} onClose={close}>
          <p>{whoMayMove(question.card.phase, question.to, t)}</p>
          {toMeasure(question.card)}
        </Dialog>
      );
    case 'LACKS': {
      const { card, to, missing } = question;
      return (
        <Dialog title={t('move.blocked.title')} onClose={close}>
          <p>{t('move.blocked.text', { title: card.title, to: t(`workspace.phase.${to}`) })}</p>
          <div className="ws-lack">
            <Lacks measure={card} missing={missing} onGo={close} />
          </div>
          {toMeasure(card)}
        </Dialog>
      );
    }
    case 'REFUSED':
      return (
        <Dialog title={t('move.refused.title')} onClose={close}>
          <RefusalText {...question} onGo={close} />
          {toMeasure(question.card)}
        </Dialog>
      );
    case 'OUTCOME': {
      const { done, refused, to } = question;
      return (
        <Dialog title={t('selection.outcome.title')} onClose={close}>
          <p>{t('selection.outcome.done', { count: done.length })}</p>
          <p>{t('selection.outcome.refused', { count: refused.length })}</p>
          <ul className="ws-outcome ls-list">
            {refused.map(({ card, refusal }) => (
              <li key={card.id}>
                <b>{card.title}</b>
                <RefusalText card={card} to={to} refusal={refusal} onGo={close} />
              </li>
            ))}
          </ul>
          <div className="ws-actions">
            <button className="ws-btn" type="button" onClick={close}>
              {t('workspace.close')}
            </button>
          </div>
        </Dialog>
      );
    }
  }
}
