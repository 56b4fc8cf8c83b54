import { describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '../people/role.js';
import { canBe, holdsRight, MEASURE_PARTS, type MeasureRight } from './measure-rights.js';

const measure = {
  ownerId: 'owner',
  checkerId: 'checker',
  commissionerId: 'commissioner',
  contributorIds: ['contributor'],
};
const PEOPLE = ['owner', 'contributor', 'checker', 'commissioner', 'somebody'] as const;
/** By hand: who holds a right by being that to the measure, as a guide. */
const GUIDES: Readonly<Record<MeasureRight, readonly string[]>> = {
  ANYONE: PEOPLE,
  EDITOR: ['owner', 'contributor'],
  CIRCLE: [],
  OWNER: ['owner'],
  JUDGE: ['checker'],
  COMMISSIONER: ['commissioner'],
};
/** By hand: the same for someone of the circle. */
const CIRCLE: Readonly<Record<MeasureRight, readonly string[]>> = {
  ANYONE: PEOPLE,
  EDITOR: PEOPLE,
  CIRCLE: PEOPLE,
  OWNER: ['owner'],
  JUDGE: ['contributor', 'checker', 'commissioner', 'somebody'],
  COMMISSIONER: PEOPLE,
};
const RIGHTS = Object.keys(GUIDES) as MeasureRight[];

describe.each(RIGHTS)('the right of %s', (right) => {
  it.each(PEOPLE)('is held by the %s as the specification says', (personId) => {
    const held = (roles: readonly Role[]) => holdsRight(right, { personId, roles }, measure);
    expect(held(['GUIDE'])).toBe(GUIDES[right].includes(personId));
    expect(held(['CIRCLE'])).toBe(CIRCLE[right].includes(personId));
    expect(held(['ADMINISTRATOR'])).toBe(CIRCLE[right].includes(personId));
    expect(held(['EMPLOYEE'])).toBe(false);
    expect(held([])).toBe(false);
  });

  it('isn’t held by the owner as checker, where an import says so', () => {
    const own = { ...measure, checkerId: 'owner' };
    const actor = { personId: 'owner', roles: ['GUIDE'] } as const;
    expect(holdsRight('JUDGE', actor, own)).toBe(false);
  });
});

describe('who can be what', () => {
  it.each(MEASURE_PARTS.flatMap((part) => ROLES.map((role) => [part, role] as const)))(
    '%s, %s',
    (part, role) => {
      const mayBeAnyone = part === 'COMMISSIONER' || part === 'CONTRIBUTOR';
      expect(canBe(part, role)).toBe(mayBeAnyone || role !== 'EMPLOYEE');
    },
  );
});
