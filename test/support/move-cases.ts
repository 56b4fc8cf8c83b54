import { randomUUID } from 'node:crypto';
import { CHECKER_ID, OWNER_ID } from '#domain/measures/measure-facts.builder.js';
import type { MeasureFacts } from '#domain/measures/measure.record.js';
import type { PdcaPhase } from '#domain/pdca/pdca-phase.js';
import type { MeasureDraft, ProgrammeDraft } from './sample-programme.js';
import type { TestServer } from './start-server.js';

/** A programme with the people and the loops that the cases of the moves speak of, and a question in each loop. */
export function aProgrammeOfMoves(slug = 'probe'): ProgrammeDraft {
  const person = (key: string, role: 'CIRCLE' | 'GUIDE' | 'ADMINISTRATOR') =>
    ({ key, name: `Probe ${key}`, role }) as const;
  return {
    format: 'lernschleife/programme',
    version: 1,
    programme: {
      slug,
      organisation: 'Stadtwerke Mooringen',
      title: 'Kurze Wege',
      purpose: 'Anliegen sollen beim ersten Mal ankommen.',
      contact: 'wege@example.org',
      language: 'de',
      published: true,
    },
    people: [
      person(OWNER_ID, 'GUIDE'),
      person(CHECKER_ID, 'GUIDE'),
      person('stranger', 'GUIDE'),
      person('circle-member', 'CIRCLE'),
      person('commissioner', 'CIRCLE'),
      person('administrator', 'ADMINISTRATOR'),
    ],
    loops: [
      { number: 1, start: '2026-01-12', end: '2026-04-30', stage: 'CLOSED', reflection: 'Fragen.' },
      { number: 2, start: '2026-05-04', end: '2026-12-18', stage: 'RUNNING' },
      { number: 3, stage: 'PLANNED' },
      { number: 4, stage: 'CLOSED', reflection: 'Früher fragen.' },
    ],
    topics: [{ key: 'telefon', title: 'Telefon' }],
    actionFields: [1, 2, 3].map((loop) => ({
      key: `frage-${loop}`,
      topic: 'telefon',
      loop,
      question: 'Wer ruft zurück?',
    })),
    measures: [],
  };
}

/** Measures of `aProgrammeOfMoves`, under its usual slug, as the database would hold them, whatever their phase lacks; answers their ids in order. */
export async function measuresWith(
  server: TestServer,
  all: readonly MeasureFacts[],
): Promise<string[]> {
  const measures = all.map((facts) => ({ ...facts, id: randomUUID() }));
  const each = (sql: string, rows: readonly object[]): Promise<unknown> =>
    server.source.query(sql, [JSON.stringify(rows)]);

  await each(
    `INSERT INTO measure (id, programme_id, action_field_id, loop_id, key, title, phase, stopped_in, owner_id,
       owner_accepted, success_criterion, due_day, verdict, lesson, checker_id, commissioner_id,
       commissioner_took_over, no_next_step_needed, anchored_in, decision_required_for, end_reason, position)
     SELECT c.id, f.programme_id, f.id, f.loop_id, 'm-' || c.id, 'Anrufe zählen', c.phase, c."stoppedIn", o.id,
       c."ownerAccepted", c."successCriterion", c."dueDay", c.verdict, c.lesson, k.id, m.id,
       c."commissionerTookOver", c."noNextStepNeeded", c."anchoredIn", c."decisionRequiredFor",
       CASE WHEN c.phase IN ('STOPPED', 'CARRIED_OVER') THEN 'Anders.' END, 1000
     FROM jsonb_to_recordset($1) AS c(id uuid, "loopNumber" int, phase text, "stoppedIn" text, "ownerId" text,
       "ownerAccepted" boolean, "successCriterion" text, "dueDay" date, verdict text, lesson text, "checkerId" text,
       "commissionerId" text, "commissionerTookOver" boolean, "noNextStepNeeded" boolean, "anchoredIn" text,
       "decisionRequiredFor" text)
     JOIN programme p ON p.slug = 'probe'
     JOIN action_field f ON f.programme_id = p.id AND f.key = 'frage-' || c."loopNumber"
     LEFT JOIN person o ON o.programme_id = p.id AND o.key = c."ownerId"
     LEFT JOIN person k ON k.programme_id = p.id AND k.key = c."checkerId"
     LEFT JOIN person m ON m.programme_id = p.id AND m.key = c."commissionerId"`,
    measures,
  );
  const parts = <Part>(of: (facts: MeasureFacts) => readonly Part[]) =>
    measures.flatMap((facts) =>
      of(facts).map((part, position) => ({ id: randomUUID(), measure: facts.id, position, part })),
    );
  await each(
    `INSERT INTO measure_step (id, measure_id, position, text, state, drop_reason)
     SELECT id, measure, position, 'Zählen', part->>'state', part->>'dropReason'
     FROM jsonb_to_recordset($1) AS c(id uuid, measure uuid, position int, part jsonb)`,
    parts(({ steps }) => steps),
  );
  await each(
    `INSERT INTO result (id, programme_id, measure_id, key, text, position, state, published_at, internal_reason)
     SELECT c.id, m.programme_id, m.id, 'r-' || c.id, 'Gezählt.', c.position, part,
       CASE part WHEN 'PUBLISHED' THEN now() END, CASE part WHEN 'INTERNAL' THEN 'Namen stehen darin.' END
     FROM jsonb_to_recordset($1) AS c(id uuid, measure uuid, position int, part text) JOIN measure m ON m.id = c.measure`,
    parts(({ resultStates }) => resultStates),
  );
  await each(
    `INSERT INTO next_step (id, programme_id, measure_id, key, text, position)
     SELECT c.id, m.programme_id, m.id, 'n-' || c.id, 'Nachfragen', c.position
     FROM jsonb_to_recordset($1) AS c(id uuid, measure uuid, position int) JOIN measure m ON m.id = c.measure`,
    parts(({ nextStepCount }) => Array.from({ length: nextStepCount }, () => 1)),
  );
  await each(
    `INSERT INTO measure (id, programme_id, action_field_id, loop_id, key, title, carried_from_id, position)
     SELECT c.id, f.programme_id, f.id, f.loop_id, 'm-' || c.id, 'Weiter zählen', c.measure, 1000
     FROM jsonb_to_recordset($1) AS c(id uuid, measure uuid, part int)
     JOIN measure m ON m.id = c.measure
     JOIN action_field f ON f.programme_id = m.programme_id AND f.key = 'frage-' || c.part`,
    parts(({ successor }) => (successor === null ? [] : [successor.loopNumber])),
  );
  await each(
    `WITH c AS (SELECT * FROM jsonb_to_recordset($1) AS c(id uuid, measure uuid, part text)),
       d AS (INSERT INTO decision (id, programme_id, key, body, day, point, ruling)
         SELECT c.id, m.programme_id, 'd-' || c.id, 'Kreis', '2026-06-01', 'Anrufe', c.part
         FROM c JOIN measure m ON m.id = c.measure RETURNING id)
     INSERT INTO decision_measure (decision_id, measure_id) SELECT c.id, c.measure FROM d JOIN c ON c.id = d.id`,
    parts(({ rulings }) => rulings),
  );
  return measures.map(({ id }) => id);
}

/** What a file claims of a measure beside its facts. */
export type Claim = Pick<MeasureDraft, 'stoppedIn'> & {
  readonly phase: PdcaPhase;
  readonly reason: string | null;
};

/** The measure as a file says it: what isn't there is left out, and a blank text as well. */
export function draftOf(
  facts: MeasureFacts,
  key: string,
  { phase, stoppedIn, reason }: Claim,
): MeasureDraft {
  return {
    key,
    actionField: `frage-${facts.loopNumber}`,
    title: `Anrufe zählen ${key}`,
    phase,
    stoppedIn: phase === 'STOPPED' ? stoppedIn : undefined,
    reason: reason?.trim() ? reason : undefined,
    owner: facts.ownerId ?? undefined,
    ownerAccepted: facts.ownerId !== null && facts.ownerAccepted,
    checker: facts.checkerId ?? undefined,
    successCriterion: facts.successCriterion ?? undefined,
    due: facts.dueDay ?? undefined,
    verdict: facts.verdict ?? undefined,
    lesson: facts.lesson ?? undefined,
    commissioner: facts.commissionerId ?? undefined,
    commissionerTookOver: facts.commissionerTookOver,
    noNextStepNeeded: facts.noNextStepNeeded,
    anchoredIn: facts.anchoredIn ?? undefined,
    decisionRequiredFor: facts.decisionRequiredFor ?? undefined,
    steps: facts.steps.map(({ state, dropReason }) => ({
      text: 'Zählen',
      state,
      reason: dropReason ?? undefined,
    })),
    results: facts.resultStates.map((state, at) => ({
      key: `${key}-r${at}`,
      text: 'Gezählt.',
      state,
      publishedAt: state === 'PUBLISHED' ? '2026-06-02T08:00:00Z' : undefined,
      internalReason: state === 'INTERNAL' ? 'Namen stehen darin.' : undefined,
    })),
    nextSteps: Array.from({ length: facts.nextStepCount }, (_one, at) => ({
      key: `${key}-n${at}`,
      text: 'Nachfragen',
    })),
  };
}
