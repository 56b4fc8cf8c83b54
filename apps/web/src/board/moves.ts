import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { WorkspaceTranslate } from '#ui/messages/workspace.js';
import { ask, ClientError } from '../graphql/client.js';
import type { HistoryParts } from '../graphql/refusals.js';
import { useWords } from '../language.js';
import { lacking, type Requirement } from '../measures/requirements.js';
import { showToast } from '../parts/toasts.js';
import { readSoon } from '../shell/read-soon.js';
import { keys, useWorkspace } from '../shell/workspace.js';
import { focusCard } from './card-focus.js';
import {
  CARRY_OVER_MEASURE,
  CARRY_OVER_MEASURES,
  MOVE_MEASURE,
  MOVE_MEASURES,
  UNDO_LAST_MOVE,
  type BoardData,
  type Card,
  type CardAnswer,
  type CardRefusal,
  type Phase,
} from './board-query.js';

/** What somebody says with a move. */
export type Said = { readonly reason: string | null; readonly loopNumber: number | null };

/** What stands between the wish to move and the move: shown as a dialog. */
export type Question =
  | { readonly kind: 'NO_WAY' | 'NOT_YOURS'; readonly card: Card; readonly to: Phase }
  | {
      readonly kind: 'LACKS';
      readonly card: Card;
      readonly to: Phase;
      readonly missing: readonly Requirement[];
    }
  | { readonly kind: 'REASON'; readonly cards: readonly Card[]; readonly to: Phase }
  | { readonly kind: 'CARRY'; readonly cards: readonly Card[] }
  | {
      readonly kind: 'STALE';
      readonly card: Card;
      readonly to: Phase;
      readonly said: Said;
      readonly changes: readonly HistoryParts[];
    }
  | {
      readonly kind: 'REFUSED';
      readonly card: Card;
      readonly to: Phase;
      readonly refusal: CardRefusal;
    }
  | {
      readonly kind: 'OUTCOME';
      readonly to: Phase;
      readonly done: readonly Card[];
      readonly refused: readonly { readonly card: Card; readonly refusal: CardRefusal }[];
    };

export type Moves = {
  readonly question: Question | null;
  /** Cards whose move is under way. */
  readonly moving: ReadonlySet<string>;
  /** Wishes a move; asks first where something has to be said, and says what is missing. */
  readonly wish: (cards: readonly Card[], to: Phase) => void;
  /** Moves, after all questions are answered. */
  readonly perform: (cards: readonly Card[], to: Phase, said: Said) => void;
  readonly close: () => void;
};

const NOTHING_SAID: Said = { reason: null, loopNumber: null };

const isDone = (
  answer: CardAnswer,
): answer is Extract<CardAnswer, { readonly __typename: 'WorkspaceMeasure' }> =>
  answer.__typename === 'WorkspaceMeasure';

/** What a move of one card needs before it can be asked for; null when it can go. */
function questionOf(card: Card, to: Phase): Question | null {
  const move = card.availableMoves.find((one) => one.to === to);
  if (move === undefined) return { kind: 'NO_WAY', card, to };
  if (!move.permitted) return { kind: 'NOT_YOURS', card, to };
  const missing = lacking(move.missing);
  if (missing.length > 0) return { kind: 'LACKS', card, to, missing };
  if (to === 'CARRIED_OVER') return { kind: 'CARRY', cards: [card] };
  if (move.missing.includes('REASON')) return { kind: 'REASON', cards: [card], to };
  return null;
}

function questionOfSeveral(cards: readonly Card[], to: Phase): Question | null {
  if (to === 'CARRIED_OVER') return { kind: 'CARRY', cards };
  const needsReason = cards.some((card) =>
    card.availableMoves.some((move) => move.to === to && move.missing.includes('REASON')),
  );
  return needsReason ? { kind: 'REASON', cards, to } : null;
}

function toast(text: string, label: string, run: (() => void) | null): void {
  showToast({ text, ...(run === null ? {} : { action: { label, run } }) });
}

const saysDone = (card: Card, to: Phase, said: Said, t: WorkspaceTranslate): string =>
  to === 'CARRIED_OVER'
    ? t('move.carried', { title: card.title, number: said.loopNumber ?? 0 })
    : t('move.done', { title: card.title, phase: t(`workspace.phase.${to}`) });

/**
 * Moves cards of a loop's board: shown at once, taken back when the server refuses. `onMoved` hears of cards that
 * were moved together.
 */
export function useMoves(loop: number, onMoved: () => void): Moves {
  const t = useWords();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const [question, setQuestion] = useState<Question | null>(null);
  const [moving, setMoving] = useState<ReadonlySet<string>>(new Set());
  const boardKey = keys.board(slug, loop);

  const change = (id: string, next: (card: Card) => Card): void => {
    client.setQueryData<BoardData>(boardKey, (data) =>
      data?.workspace
        ? {
            workspace: {
              board: data.workspace.board.map((card) => (card.id === id ? next(card) : card)),
            },
          }
        : data,
    );
  };
  const underWay = (ids: readonly string[], is: boolean): void =>
    setMoving((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (is) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  /** A read that began before an answer would show what was before it. */
  const stopReading = (): Promise<void> => client.cancelQueries({ queryKey: boardKey });
  const readNow = (): Promise<void> => client.invalidateQueries({ queryKey: keys.all(slug) });

  const undo = async (moved: Card, requestId: string): Promise<void> => {
    try {
      const { undoLastMove: answer } = await ask(UNDO_LAST_MOVE, {
        input: {
          measureId: moved.id,
          version: moved.version,
          requestId,
          reason: t('move.undoReason'),
        },
      });
      if (isDone(answer)) {
        await stopReading();
        change(moved.id, () => answer);
        focusCard(moved.id);
        showToast({
          text: t('move.undone', {
            title: answer.title,
            phase: t(`workspace.phase.${answer.phase}`),
          }),
        });
      } else {
        showToast({ text: `${t('move.undoFailed')} ${answer.message}` });
      }
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      toast(t('move.undoFailed'), t('workspace.retry'), () => void undo(moved, requestId));
    }
    readSoon(client, slug);
  };

  const undoSeveral = async (
    moved: readonly { readonly id: string; readonly version: number }[],
  ): Promise<void> => {
    let count = 0;
    for (const { id, version } of moved) {
      const { undoLastMove: answer } = await ask(UNDO_LAST_MOVE, {
        input: {
          measureId: id,
          version,
          requestId: crypto.randomUUID(),
          reason: t('move.undoReason'),
        },
      }).catch((error: unknown) => {
        if (!(error instanceof ClientError)) throw error;
        return { undoLastMove: null };
      });
      if (answer !== null && isDone(answer)) count += 1;
    }
    showToast({ text: t('undo.several', { count, all: moved.length }) });
    await readNow();
  };

  const sendOne = async (
    card: Card,
    to: Phase,
    { reason, loopNumber }: Said,
    requestId: string,
  ): Promise<CardAnswer> => {
    const input = { measureId: card.id, version: card.version, requestId };
    if (to === 'CARRIED_OVER')
      return (
        await ask(CARRY_OVER_MEASURE, {
          input: { ...input, loopNumber: loopNumber ?? 0, reason: reason ?? '' },
        })
      ).carryOverMeasure;
    return (await ask(MOVE_MEASURE, { input: { ...input, to, reason } })).moveMeasure;
  };

  const moveOne = async (card: Card, to: Phase, said: Said, requestId: string): Promise<void> => {
    await stopReading();
    change(card.id, (now) => ({ ...now, phase: to }));
    underWay([card.id], true);
    focusCard(card.id);
    try {
      const answer = await sendOne(card, to, said, requestId);
      await stopReading();
      if (isDone(answer)) {
        // A carried-over measure is answered by its successor, which stands on another board.
        const here = answer.id === card.id;
        if (here) change(card.id, () => answer);
        toast(
          saysDone(card, to, said, t),
          t('workspace.undo'),
          here && answer.undoTo !== null ? () => void undo(answer, crypto.randomUUID()) : null,
        );
      } else {
        change(card.id, () => card);
        setQuestion(
          answer.__typename === 'StaleVersion'
            ? {
                kind: 'STALE',
                card: { ...card, version: answer.currentVersion },
                to,
                said,
                changes: answer.changes,
              }
            : { kind: 'REFUSED', card, to, refusal: answer },
        );
      }
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      change(card.id, () => card);
      focusCard(card.id);
      // The same request again: should it have arrived after all, it does its work once.
      toast(
        t('move.failed', { title: card.title }),
        t('workspace.retry'),
        () => void moveOne(card, to, said, requestId),
      );
    } finally {
      underWay([card.id], false);
    }
    readSoon(client, slug);
  };

  const moveSeveral = async (
    cards: readonly Card[],
    to: Phase,
    { reason, loopNumber }: Said,
    requestId: string,
  ): Promise<void> => {
    const ids = cards.map(({ id }) => id);
    const measures = cards.map(({ id, version }) => ({ measureId: id, version }));
    underWay(ids, true);
    try {
      const answers =
        to === 'CARRIED_OVER'
          ? (
              await ask(CARRY_OVER_MEASURES, {
                input: { measures, loopNumber: loopNumber ?? 0, reason: reason ?? '', requestId },
              })
            ).carryOverMeasures
          : (await ask(MOVE_MEASURES, { input: { measures, to, reason, requestId } })).moveMeasures;
      const outcome = answers.flatMap(({ measureId, answer }) => {
        const card = cards.find(({ id }) => id === measureId);
        return card === undefined ? [] : [{ card, answer }];
      });
      const done = outcome.flatMap(({ card, answer }) =>
        answer.__typename === 'WorkspaceMeasure' ? [card] : [],
      );
      const undoable = outcome.flatMap(({ answer }) =>
        answer.__typename === 'WorkspaceMeasure' && answer.undoTo !== null ? [answer] : [],
      );
      const refused = outcome.flatMap(({ card, answer }) =>
        answer.__typename === 'WorkspaceMeasure' ? [] : [{ card, refusal: answer }],
      );
      onMoved();
      if (refused.length > 0) setQuestion({ kind: 'OUTCOME', to, done, refused });
      else
        toast(
          t('selection.outcome.done', { count: done.length }),
          t('workspace.undo'),
          undoable.length === 0 ? null : () => void undoSeveral(undoable),
        );
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      toast(
        t('selection.outcome.done', { count: 0 }),
        t('workspace.retry'),
        () => void moveSeveral(cards, to, { reason, loopNumber }, requestId),
      );
    } finally {
      underWay(ids, false);
    }
    await readNow();
  };

  const perform: Moves['perform'] = (cards, to, said) => {
    setQuestion(null);
    const [card, second] = cards;
    if (card === undefined) return;
    if (second === undefined) void moveOne(card, to, said, crypto.randomUUID());
    else void moveSeveral(cards, to, said, crypto.randomUUID());
  };

  return {
    question,
    moving,
    perform,
    wish: (cards, to) => {
      const [card, second] = cards;
      if (card === undefined) return;
      const asked = second === undefined ? questionOf(card, to) : questionOfSeveral(cards, to);
      if (asked === null) perform(cards, to, NOTHING_SAID);
      else setQuestion(asked);
    },
    close: useCallback(() => setQuestion(null), []),
  };
}
