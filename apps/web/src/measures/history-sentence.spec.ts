import { describe, expect, it } from '@jest/globals';
import { workspaceMessagesFor } from '#ui/messages/workspace.js';
import type { HistoryParts } from '../graphql/refusals.js';
import { historyMoment, historySentence } from './history-sentence.js';

const de = workspaceMessagesFor('de');
const entry = (parts: Partial<HistoryParts>): HistoryParts => ({
  id: '1',
  at: '2025-11-12T08:15:00Z',
  actor: 'Jana Kaya',
  formerMember: false,
  way: 'API',
  subject: 'MEASURE',
  field: 'dueDay',
  from: null,
  to: null,
  reason: null,
  ...parts,
});

describe('sentences of the history', () => {
  it('say who did what', () => {
    expect(historySentence(entry({}), de)).toBe('Jana Kaya hat den Termin geändert.');
    expect(historySentence(entry({ field: 'step.added' }), de)).toBe(
      'Jana Kaya hat die Schritte geändert.',
    );
    expect(historySentence(entry({ field: 'phase', from: 'PLAN', to: 'DO' }), de)).toBe(
      'Jana Kaya hat die Maßnahme von Plan nach Do verschoben.',
    );
  });

  it('name nobody who was erased, and no person for a file', () => {
    expect(historySentence(entry({ actor: null, formerMember: true }), de)).toMatch(
      /^Ein früheres Mitglied hat/,
    );
    expect(historySentence(entry({ actor: null, way: 'IMPORT' }), de)).toMatch(
      /^Der Import einer Programmdatei hat/,
    );
  });

  it('tell the time of day where the programme is', () => {
    expect(historyMoment('2025-11-12T08:15:00Z', 'Europe/Berlin', 'de', de)).toBe(
      '12. November 2025, 09:15',
    );
  });
});
