import { describe, expect, it } from '@jest/globals';
import { PDCA_PHASES, type PdcaPhase } from '../pdca/pdca-phase.js';
import { ROLES } from '../people/role.js';
import { decideErasure, type ErasedMembership, type OwnedMeasure } from './decide-erasure.js';

const GOING_ON: readonly PdcaPhase[] = ['PLAN', 'DO', 'CHECK', 'ACT'];
const owned = (more: Partial<OwnedMeasure> = {}): OwnedMeasure => ({
  id: 'm-1',
  title: 'Rückrufe',
  programme: 'Kurze Wege',
  phase: 'DO',
  accepted: true,
  ...more,
});
const member = (more: Partial<ErasedMembership> = {}): ErasedMembership => ({
  programme: 'Kurze Wege',
  role: 'GUIDE',
  blocked: false,
  otherAdministrators: 1,
  ...more,
});

describe('the erasure of a person', () => {
  it('needs nothing of who owns nothing and administers nothing', () => {
    expect(decideErasure({ owned: [], memberships: [] }).ok).toBe(true);
    expect(decideErasure({ owned: [], memberships: [member()] }).ok).toBe(true);
  });

  it.each(PDCA_PHASES)('waits for a handing over of accepted measures that go on: %s', (phase) => {
    const decided = decideErasure({ owned: [owned({ phase })], memberships: [] });
    expect(decided.ok).toBe(!GOING_ON.includes(phase));
  });

  it('doesn’t wait for what was only offered', () => {
    expect(decideErasure({ owned: [owned({ accepted: false })], memberships: [] }).ok).toBe(true);
  });

  it.each(ROLES)('waits for another administrator where nobody else is one: %s', (role) => {
    const only = (more: Partial<ErasedMembership>) =>
      decideErasure({ owned: [], memberships: [member({ role, ...more })] }).ok;
    expect(only({ otherAdministrators: 0 })).toBe(role !== 'ADMINISTRATOR');
    expect(only({ otherAdministrators: 1 })).toBe(true);
    expect(only({ otherAdministrators: 0, blocked: true })).toBe(true);
  });

  it('tells all that stands in the way, by name', () => {
    const decided = decideErasure({
      owned: [owned(), owned({ id: 'm-2', title: 'Formulare', programme: 'Zweites' })],
      memberships: [member({ role: 'ADMINISTRATOR', otherAdministrators: 0 })],
    });
    expect(decided).toEqual({
      ok: false,
      error: {
        code: 'ERASURE_NOT_READY',
        obstacles: [
          {
            code: 'MEASURE_OWNED',
            programme: 'Kurze Wege',
            measureId: 'm-1',
            title: 'Rückrufe',
          },
          { code: 'MEASURE_OWNED', programme: 'Zweites', measureId: 'm-2', title: 'Formulare' },
          { code: 'LAST_ADMINISTRATOR', programme: 'Kurze Wege' },
        ],
      },
    });
  });
});
