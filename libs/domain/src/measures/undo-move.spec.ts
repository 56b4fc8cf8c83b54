import { describe, expect, it } from '@jest/globals';
import { PDCA_PHASES } from '../pdca/pdca-phase.js';
import { aMeasure, CHECKER_ID, OWNER_ID } from './measure-facts.builder.js';
import { moveBack, undoTarget } from './undo-move.js';

const circle = { personId: 'circle', roles: ['CIRCLE'] } as const;
const owner = { personId: OWNER_ID, roles: ['GUIDE'] } as const;
const checker = { personId: CHECKER_ID, roles: ['GUIDE'] } as const;
const byApi = (from: string, to: string) => ({ from, to, way: 'API' }) as const;

/** Copied by hand from docs/spec/pdca.md §2: of the moves there, those whose way back is there too. */
const WAYS_BACK = [
  'PLAN>DO',
  'DO>PLAN',
  'DO>CHECK',
  'CHECK>DO',
  'CHECK>ACT',
  'ACT>CHECK',
  'ACT>DONE',
  'DONE>ACT',
  'PLAN>STOPPED',
  'DO>STOPPED',
  'CHECK>STOPPED',
  'STOPPED>PLAN',
  'STOPPED>DO',
  'STOPPED>CHECK',
];

describe('undoing the last move', () => {
  it.each(PDCA_PHASES.flatMap((from) => PDCA_PHASES.map((to) => [from, to] as const)))(
    'of %s > %s goes back where the table has a way',
    (from, to) => {
      const measure = aMeasure({ phase: to, stoppedIn: to === 'STOPPED' ? from : null });
      expect(undoTarget(measure, byApi(from, to), circle)).toBe(
        WAYS_BACK.includes(`${from}>${to}`) ? from : null,
      );
    },
  );

  it('is there only for a move of a person that brought the measure where it is', () => {
    const measure = aMeasure({ phase: 'DO' });
    expect(undoTarget(measure, null, circle)).toBeNull();
    expect(undoTarget(measure, { ...byApi('PLAN', 'DO'), way: 'IMPORT' }, circle)).toBeNull();
    expect(undoTarget(measure, byApi('DO', 'CHECK'), circle)).toBeNull();
    expect(undoTarget(measure, { from: null, to: 'DO', way: 'API' }, circle)).toBeNull();
  });

  it('is for whoever may make the move back', () => {
    const measure = aMeasure({ phase: 'CHECK' });
    const lastMove = byApi('DO', 'CHECK');
    expect(undoTarget(measure, lastMove, owner)).toBeNull();
    expect(undoTarget(measure, lastMove, checker)).toBe('DO');
    expect(moveBack(measure, lastMove, owner)).toMatchObject({ to: 'DO', permitted: false });
  });

  it('waits for nothing but what is said with the move', () => {
    expect(undoTarget(aMeasure({ phase: 'DO' }), byApi('CHECK', 'DO'), circle)).toBe('CHECK');
    const bare = aMeasure({ phase: 'DO', resultStates: [] });
    expect(undoTarget(bare, byApi('CHECK', 'DO'), circle)).toBeNull();
    expect(moveBack(bare, byApi('CHECK', 'DO'), circle)?.missing).toEqual(['RESULT']);
    const closed = aMeasure({ phase: 'DO', loopStage: 'CLOSED' });
    expect(undoTarget(closed, byApi('PLAN', 'DO'), circle)).toBeNull();
  });
});
