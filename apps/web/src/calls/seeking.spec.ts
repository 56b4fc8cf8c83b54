import { describe, expect, it } from '@jest/globals';
import { inGroup } from './applicants-query.js';
import { seeks, whoWishes } from './seeking.js';

const staffed = { phase: 'DO', hints: [{ kind: 'TERM_ENDS_EARLIER' }], helpWanted: null } as const;
const NOBODY = [{ kind: 'NO_OWNER' }, { kind: 'NO_GUIDE' }] as const;

describe('what a measure looks for', () => {
  it('is nothing when it has an owner and a guide and asks for no help', () => {
    expect(seeks(staffed)).toEqual([]);
  });
  it('is all that it lacks', () => {
    expect(seeks({ ...staffed, hints: [{ kind: 'NO_OWNER' }] })).toEqual(['OWNER']);
    expect(seeks({ ...staffed, hints: [{ kind: 'NO_GUIDE' }] })).toEqual(['GUIDE']);
    expect(seeks({ phase: 'PLAN', hints: NOBODY, helpWanted: 'Wer zählt?' })).toEqual([
      'OWNER',
      'GUIDE',
      'HELP',
    ]);
  });
  it.each(['DONE', 'STOPPED', 'CARRIED_OVER'] as const)('is nothing once it is %s', (phase) => {
    expect(seeks({ phase, hints: NOBODY, helpWanted: 'Wer zählt?' })).toEqual([]);
  });
});

describe('who wishes a topic', () => {
  const topics = [{ key: 'telefon', title: 'Telefon' }];
  it('is asked of those alone who may still guide it', () => {
    const all = (['RECEIVED', 'CHOSEN', 'WAITLISTED', 'DECLINED', 'WITHDRAWN'] as const).map(
      (state) => ({ name: state, state, topics }),
    );
    expect(whoWishes('telefon', all)).toEqual(['RECEIVED', 'CHOSEN', 'WAITLISTED']);
    expect(whoWishes('formulare', all)).toEqual([]);
  });
});

describe('a group of applicants', () => {
  it('is in the order of the waitlist, else as they came', () => {
    const one = (name: string, rank: number | null) =>
      ({ name, rank, state: rank === null ? 'CHOSEN' : 'WAITLISTED' }) as const;
    const all = [one('a', 2), one('b', null), one('c', 1), one('d', null)];
    expect(inGroup(all, 'WAITLISTED').map(({ name }) => name)).toEqual(['c', 'a']);
    expect(inGroup(all, 'CHOSEN').map(({ name }) => name)).toEqual(['b', 'd']);
  });
});
