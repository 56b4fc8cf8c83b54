import { describe, expect, it } from '@jest/globals';
import type { Card } from './board-query.js';
import { matcher, readFilter, unitsWithin } from './filter.js';

const UNITS = [
  { id: '1', key: 'department', name: 'Department', parentId: null },
  { id: '2', key: 'division', name: 'Division', parentId: '1' },
  { id: '3', key: 'section', name: 'Section', parentId: '2' },
  { id: '4', key: 'other', name: 'Other', parentId: null },
];
const FRAME = { units: UNITS, me: { id: 'me', name: 'Me', role: 'GUIDE' as const } };

const aCard = (parts: Partial<Card>): Card => ({
  id: 'm',
  version: 1,
  title: 'Measure',
  phase: 'DO',
  stoppedIn: null,
  endReason: null,
  loopNumber: 1,
  recorded: false,
  dueDay: null,
  helpWanted: null,
  late: false,
  stale: false,
  staleDays: 0,
  stepCount: 0,
  stepsSettled: 0,
  ownerAccepted: false,
  undoTo: null,
  owner: null,
  guides: [],
  hints: [],
  unit: null,
  goals: [],
  actionField: { topic: { key: 'topic', title: 'Topic' } },
  availableMoves: [],
  ...parts,
});
const fits = (query: string, parts: Partial<Card>): boolean =>
  matcher(readFilter(new URLSearchParams(query)), FRAME)(aCard(parts));

describe('the filter of the board', () => {
  it('takes a unit with all that belong to it', () => {
    expect([...unitsWithin('department', UNITS)]).toEqual(['department', 'division', 'section']);
    expect(fits('unit=department', { unit: { key: 'section' } })).toBe(true);
    expect(fits('unit=division', { unit: { key: 'department' } })).toBe(false);
    expect(fits('unit=division', { unit: null })).toBe(false);
  });

  it('ends on units that name each other as their parents', () => {
    const circle = [
      { id: '1', key: 'a', name: 'A', parentId: '2' },
      { id: '2', key: 'b', name: 'B', parentId: '1' },
    ];
    expect([...unitsWithin('a', circle)]).toEqual(['a', 'b']);
  });

  it('finds a guide as owner and as guide', () => {
    expect(fits('guide=ann', { owner: { id: 'ann', name: 'Ann' } })).toBe(true);
    expect(fits('guide=ann', { guides: [{ id: 'ann', name: 'Ann' }] })).toBe(true);
    expect(fits('guide=ann', { owner: { id: 'bob', name: 'Bob' } })).toBe(false);
  });

  it('wants every filter to fit, and nothing of an address that names none', () => {
    const late = { late: true, goals: [{ id: 'g', key: 'g', title: 'G' }] };
    expect(fits('', {})).toBe(true);
    expect(fits('goal=g&show=late', late)).toBe(true);
    expect(fits('goal=h&show=late', late)).toBe(false);
    expect(fits('topic=other', {})).toBe(false);
    expect(fits('show=mine', { owner: { id: 'me', name: 'Me' } })).toBe(true);
    expect(fits('show=mine', {})).toBe(false);
    expect(fits('show=help', { helpWanted: 'Please' })).toBe(true);
    expect(fits('show=help', {})).toBe(false);
  });
});
