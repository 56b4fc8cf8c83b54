import { describe, expect, it } from '@jest/globals';
import { HISTORY_FIELDS, IMPORTED_FIELDS } from '#domain/history/history-fields.js';
import { workspaceMessagesFor } from '#ui/messages/workspace.js';
import type { HistoryParts } from '../graphql/refusals.js';
import { historyMoment, historySentence, sentenceOf, textsOf } from './history-sentence.js';

const de = workspaceMessagesFor('de');
const en = workspaceMessagesFor('en');
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
  fromFormerMember: false,
  toFormerMember: false,
  reason: null,
  partId: null,
  ...parts,
});
const say = (field: string, from: string | null, to: string | null): string =>
  historySentence(entry({ field, from, to }), de, 'de');

describe('sentences of the history', () => {
  it('say who did what, from what to what', () => {
    expect(say('phase', 'PLAN', 'DO')).toBe(
      'Jana Kaya hat die Maßnahme von Plan nach Do verschoben.',
    );
    expect(say('phase', 'DO', 'STOPPED')).toBe('Jana Kaya hat die Maßnahme in Do gestoppt.');
    expect(say('dueDay', null, '2025-12-05')).toBe(
      'Jana Kaya hat den Termin auf den 5. Dezember 2025 gelegt.',
    );
    expect(say('dueDay', '2025-12-05', '2026-01-07')).toBe(
      'Jana Kaya hat den Termin vom 5. Dezember 2025 auf den 7. Januar 2026 verschoben.',
    );
    expect(say('step.done', null, 'Formulare sichten')).toBe(
      'Jana Kaya hat den Schritt „Formulare sichten“ erledigt.',
    );
    expect(say('step.changed', 'Sichten', 'Sichten · Pilot · 2026-01-07')).toBe(
      'Jana Kaya hat den Schritt „Sichten“ geändert in „Sichten · Pilot · 7. Januar 2026“.',
    );
    expect(say('result.day', '2025-12-05', '2026-01-07')).toBe(
      'Jana Kaya hat den Tag des Ergebnisses vom 5. Dezember 2025 auf den 7. Januar 2026 geändert.',
    );
    expect(say('nextStep.unit', null, 'Büro')).toBe(
      'Jana Kaya hat einen nächsten Schritt an Büro gerichtet.',
    );
    expect(say('owner', 'Gerd Gilde', 'Olga Ott')).toBe(
      'Jana Kaya hat Olga Ott gebeten, die Verantwortung zu übernehmen (vorher: Gerd Gilde).',
    );
    expect(say('commissionerTookOver', null, 'Jana Kaya')).toBe(
      'Jana Kaya hat das Ergebnis übernommen.',
    );
    expect(say('commissionerTookOver', null, 'Olga Ott')).toBe(
      'Jana Kaya hat festgehalten, dass Olga Ott das Ergebnis übernommen hat.',
    );
    expect(
      historySentence(
        entry({ subject: 'LOOP', field: 'stage', from: 'CLOSED', to: 'REVIEW' }),
        en,
        'en',
      ),
    ).toBe('Jana Kaya reopened the learning loop.');
  });

  it('show long texts beside the sentence', () => {
    expect(textsOf(entry({ field: 'lesson', from: null, to: 'Früh fragen' }))).toEqual({
      before: null,
      after: 'Früh fragen',
    });
    expect(textsOf(entry({ field: 'title', from: 'A', to: 'B' }))).toBeNull();
  });

  it('name nobody who was erased, and no person for a file', () => {
    expect(historySentence(entry({ actor: null, formerMember: true }), de, 'de')).toMatch(
      /^Ein früheres Mitglied hat/,
    );
    expect(historySentence(entry({ actor: null, way: 'IMPORT' }), de, 'de')).toMatch(
      /^Der Import einer Programmdatei hat/,
    );
    expect(
      historySentence(entry({ field: 'owner', fromFormerMember: true, to: 'Olga Ott' }), de, 'de'),
    ).toBe(
      'Jana Kaya hat Olga Ott gebeten, die Verantwortung zu übernehmen (vorher: ein früheres Mitglied).',
    );
  });

  it('are there for everything that the server tells', () => {
    const codes = [HISTORY_FIELDS, IMPORTED_FIELDS].flatMap((fields) =>
      Object.entries(fields).flatMap(([subject, names]) =>
        (names as readonly string[]).map((name): [string, string] => [subject, name]),
      ),
    );
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.filter(([subject, field]) => sentenceOf(subject, field) === null)).toEqual([]);
    for (const [subject, field] of codes)
      for (const [language, t] of [
        ['de', de],
        ['en', en],
      ] as const)
        for (const [from, to] of [
          [null, 'b'],
          ['a', null],
          ['a', 'b'],
        ] as const) {
          const subjects = subject as HistoryParts['subject'];
          const said = historySentence(entry({ subject: subjects, field, from, to }), t, language);
          expect(said).toMatch(/^Jana Kaya \S.*[^{}]$/);
          expect(said).not.toBe(t('history.changed', { who: 'Jana Kaya' }));
          expect(said).not.toMatch(/[{}]|history\.|undefined|null/);
        }
  });

  it('tell the time of day where the programme is', () => {
    expect(historyMoment('2025-11-12T08:15:00Z', 'Europe/Berlin', 'de', de)).toBe(
      '12. November 2025, 09:15',
    );
  });
});
