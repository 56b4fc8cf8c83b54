import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../people/role.js';
import { PDCA_PHASES } from '../pdca/pdca-phase.js';
import {
  carriesTooMany,
  isGuided,
  isOpen,
  measureHints,
  MOST_MEASURES_OF_A_GUIDE,
  termHint,
  type Carrier,
} from './measure-hints.js';
import { LOOP_STAGES } from './measure.record.js';

const guide: Carrier = {
  role: 'GUIDE',
  blocked: false,
  termFirstLoop: 3,
  termLastLoop: 4,
  openMeasures: 1,
  guides: false,
};
const measure = {
  phase: 'DO',
  loopStage: 'RUNNING',
  loopNumber: 4,
  owned: true,
  carriers: [guide],
} as const;
const kindsOf = (part: Partial<Parameters<typeof measureHints>[0]>): string[] =>
  measureHints({ ...measure, ...part }).map(({ kind }) => kind);

describe('the hints of a measure', () => {
  it('are none where its owner’s term holds its loop', () => {
    expect(kindsOf({})).toEqual([]);
    expect(kindsOf({ loopNumber: 3 })).toEqual([]);
  });

  it('say that nobody owns it, also where it has a guide', () => {
    expect(measureHints({ ...measure, owned: false })).toEqual([{ kind: 'NO_OWNER', of: null }]);
    expect(kindsOf({ owned: false, carriers: [] })).toEqual(['NO_OWNER', 'NO_GUIDE']);
  });

  it('say that nobody guides it, also where somebody of the circle owns it', () => {
    const owner: Carrier = { ...guide, role: 'CIRCLE', termFirstLoop: null, termLastLoop: null };
    expect(measureHints({ ...measure, carriers: [owner] })).toEqual([
      { kind: 'NO_GUIDE', of: null },
    ]);
    expect(kindsOf({ carriers: [owner, guide] })).toEqual([]);
  });

  it('say whose term ends before its loop, or begins after it', () => {
    expect(measureHints({ ...measure, loopNumber: 5 })).toEqual([
      { kind: 'TERM_ENDS_EARLIER', of: guide },
    ]);
    expect(kindsOf({ loopNumber: 2 })).toEqual(['TERM_BEGINS_LATER']);
  });

  it('say who carries too many, and all of each person, in the order of the people', () => {
    const busy = { ...guide, openMeasures: MOST_MEASURES_OF_A_GUIDE + 1 };
    const gone = { ...busy, blocked: true };
    expect(measureHints({ ...measure, loopNumber: 5, carriers: [busy, guide, gone] })).toEqual([
      { kind: 'TERM_ENDS_EARLIER', of: busy },
      { kind: 'TOO_MANY_MEASURES', of: busy },
      { kind: 'TERM_ENDS_EARLIER', of: guide },
      { kind: 'AWAY', of: gone },
    ]);
  });

  it('say who is away: blocked, or not of the workspace any more', () => {
    const owner: Carrier = { ...guide, guides: true };
    expect(kindsOf({ carriers: [owner, { ...guide, blocked: true }] })).toEqual(['AWAY']);
    expect(kindsOf({ carriers: [owner, { ...guide, role: 'EMPLOYEE' }] })).toEqual(['AWAY']);
    expect(kindsOf({ carriers: [{ ...guide, blocked: true }] })).toEqual(['NO_GUIDE', 'AWAY']);
  });

  it('are none of the circle, whose terms bind no more, and which judges for itself', () => {
    for (const role of ['CIRCLE', 'ADMINISTRATOR'] as const)
      expect(
        kindsOf({ loopNumber: 9, carriers: [{ ...guide, role, openMeasures: 20, guides: true }] }),
      ).toEqual([]);
  });

  it.each(PDCA_PHASES.flatMap((phase) => LOOP_STAGES.map((loopStage) => ({ phase, loopStage }))))(
    'are none once nobody has to carry it: $phase, $loopStage',
    ({ phase, loopStage }) => {
      const open = ['PLAN', 'DO', 'CHECK', 'ACT'].includes(phase) && loopStage !== 'CLOSED';
      expect(isOpen({ phase, loopStage })).toBe(open);
      expect(kindsOf({ phase, loopStage, owned: false })).toEqual(open ? ['NO_OWNER'] : []);
    },
  );
});

describe('a measure', () => {
  it.each(
    ROLES.flatMap((role) =>
      [true, false].flatMap((guides) =>
        [true, false].map((blocked) => ({ role, guides, blocked })),
      ),
    ),
  )('is guided by a guide, or by whoever is named so, who is there: %o', (person) => {
    const { role, guides, blocked } = person;
    const there = !blocked && role !== 'EMPLOYEE';
    expect(isGuided([person])).toBe(there && (guides || role === 'GUIDE'));
    expect(isGuided([{ role: 'CIRCLE', guides: false, blocked: false }, person])).toBe(
      isGuided([person]),
    );
  });

  it('is guided by nobody where nobody carries it', () => {
    expect(isGuided([])).toBe(false);
  });
});

describe('a person', () => {
  it('without a term has none that could end', () => {
    expect(termHint({ role: 'GUIDE', termFirstLoop: null, termLastLoop: null }, 1)).toBeNull();
  });

  it.each(ROLES)('carries too many from the fifth on, only as a guide: %s', (role) => {
    expect(carriesTooMany({ role, openMeasures: 4 })).toBe(false);
    expect(carriesTooMany({ role, openMeasures: 5 })).toBe(role === 'GUIDE');
  });
});
