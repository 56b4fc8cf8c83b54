import { describe, expect, it } from '@jest/globals';
import { PDCA_PHASES } from '../pdca/pdca-phase.js';
import { ROLES } from '../people/role.js';
import { handOverObstacle, mayHandOver } from './hand-over.js';

const measure = { phase: 'DO', ownerId: 'from', checkerId: 'checker' } as const;
const between = { from: 'from', to: 'to' };

describe('handing a measure over', () => {
  it.each(ROLES)('is the owner’s to do, and the circle’s: %s', (role) => {
    const circle = role === 'CIRCLE' || role === 'ADMINISTRATOR';
    expect(mayHandOver({ personId: 'from', roles: [role] }, 'from')).toBe(role !== 'EMPLOYEE');
    expect(mayHandOver({ personId: 'other', roles: [role] }, 'from')).toBe(circle);
  });

  it.each(PDCA_PHASES)('is possible until it has ended: %s', (phase) => {
    const open = ['PLAN', 'DO', 'CHECK', 'ACT'].includes(phase);
    expect(handOverObstacle({ ...measure, phase }, between)).toBe(open ? null : 'ENDED');
  });

  it('asks that the one who gives it owns it, and that the other doesn’t check it', () => {
    expect(handOverObstacle({ ...measure, ownerId: 'other' }, between)).toBe('OTHER_OWNER');
    expect(handOverObstacle({ ...measure, ownerId: null }, between)).toBe('OTHER_OWNER');
    expect(handOverObstacle({ ...measure, checkerId: 'to' }, between)).toBe('CHECKED_BY_THEM');
    expect(handOverObstacle({ ...measure, checkerId: null }, between)).toBeNull();
  });
});
