import { describe, expect, it } from '@jest/globals';
import { workspaceMessagesFor } from '#ui/messages/workspace.js';
import type { Phase } from '../board/board-query.js';
import { inOrderOfMenu, isForward, moveLabel } from './move-words.js';
import { lacking, placeOf } from './requirements.js';

const de = workspaceMessagesFor('de');
const move = (to: Phase) => ({ to, permitted: true, missing: [] });

describe('words of moves', () => {
  it('say what happens, with an ellipsis where a dialog asks for more', () => {
    expect(moveLabel('PLAN', 'DO', de)).toBe('Umsetzung beginnen');
    expect(moveLabel('ACT', 'DONE', de)).toBe('Abschließen');
    expect(moveLabel('CHECK', 'DO', de)).toBe('Zurück zu Do\u00a0…');
    expect(moveLabel('DONE', 'ACT', de)).toBe('Wieder öffnen\u00a0…');
    expect(moveLabel('STOPPED', 'DO', de)).toBe('In Do wieder aufnehmen\u00a0…');
    expect(moveLabel('DO', 'STOPPED', de)).toBe('Stoppen\u00a0…');
  });

  it('stand in the menu with the way onwards first and the way out last', () => {
    const order = inOrderOfMenu({
      phase: 'DO',
      availableMoves: [move('PLAN'), move('STOPPED'), move('CARRIED_OVER'), move('CHECK')],
    });
    expect(order.map(({ to }) => to)).toEqual(['CHECK', 'PLAN', 'CARRIED_OVER', 'STOPPED']);
  });

  it('know what leads onwards', () => {
    expect(isForward('PLAN', 'DO')).toBe(true);
    expect(isForward('DO', 'PLAN')).toBe(false);
    expect(isForward('DO', 'STOPPED')).toBe(false);
    expect(isForward('STOPPED', 'DO')).toBe(false);
  });
});

describe('what a move lacks', () => {
  it('leaves out what is said with the move', () => {
    expect(lacking(['REASON', 'STEP', 'LATER_LOOP'])).toEqual(['STEP']);
  });

  it('leads to where it is filled in', () => {
    const measure = { id: 'm', loopNumber: 5 };
    expect(placeOf('STEPS_SETTLED', measure)).toBe('/measures/m#steps');
    expect(placeOf('DECISION', measure)).toBe('/decisions');
    expect(placeOf('LOOP_NOT_CLOSED', measure)).toBe('/loops/5');
  });
});
