import { randomUUID } from 'node:crypto';
import type { MeasureFacts } from '#domain/measures/measure.record.js';
import type { PdcaPhase } from '#domain/pdca/pdca-phase.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { aProgramme, brought, type ProgrammeDraft } from './sample-programme.js';
import { signInAs, type SignedIn } from './sign-in.js';
import type { TestServer } from './start-server.js';

/** The sample programme with someone of each role. `olga` owns the measure `kuerzen`, `carl` checks it. */
export function aStaffedProgramme(slug = 'probe'): ProgrammeDraft {
  const programme = aProgramme(slug);
  return {
    ...programme,
    people: [
      ...(programme.people ?? []),
      { key: 'gerd', name: 'Gerd Gilde', role: 'GUIDE' },
      { key: 'adam', name: 'Adam Amsel', role: 'ADMINISTRATOR' },
      { key: 'eva', name: 'Eva Ems', role: 'EMPLOYEE' },
      { key: 'gus', name: 'Gus Grau', role: 'GUIDE' },
    ],
  };
}

export const STAFF = [
  'olga',
  'carl',
  'bea',
  'gisela',
  'gerd',
  'adam',
  'eva',
  'gus',
  'stranger',
] as const;
/** Everyone who may ask: `gus` is blocked, `stranger` is of the circle of another programme. */
export type Staff = Record<(typeof STAFF)[number], SignedIn>;

/** Imports `probe` and `fremd`, and signs everyone in. */
export async function staffed(server: TestServer): Promise<Staff> {
  await brought(server.source, aStaffedProgramme('probe'));
  await brought(server.source, aProgramme('fremd'));
  const staff: Partial<Staff> = {};
  for (const key of STAFF)
    staff[key] =
      key === 'stranger'
        ? await signInAs(server, 'fremd', 'olga')
        : await signInAs(server, 'probe', key);
  await server.source.query(
    `UPDATE person SET blocked_at = now() FROM programme pr
     WHERE pr.id = person.programme_id AND pr.slug = 'probe' AND person.key = 'gus'`,
  );
  return staff as Staff;
}

/** The id of a record of a programme, by its key. */
export async function idOf(
  server: TestServer,
  table: 'measure' | 'person' | 'action_field' | 'organisational_unit' | 'strategic_goal' | 'topic',
  key: string,
  slug = 'probe',
): Promise<string> {
  const [row] = await server.source.query<{ id: string }[]>(
    `SELECT r.id FROM ${table} r JOIN programme pr ON pr.id = r.programme_id
     WHERE pr.slug = $1 AND r.key = $2`,
    [slug, key],
  );
  if (row === undefined) throw new Error(`${slug} has no ${table} ${key}`);
  return row.id;
}

/** All that a refusal may carry. */
const REFUSALS = `__typename
  ... on UserError { code message field }
  ... on InvalidInput { faults { field problem limit } }
  ... on StaleVersion { currentVersion changes { actor field from to version } }
  ... on LoopFrozen { frozen: loopNumber }
  ... on MoveNotAllowed { from to }
  ... on MoveNotReady { missing }
  ... on MeasureHasSuccessor { goesOnIn: loopNumber }`;

/** What these tests read of a measure. */
export const MEASURE = `id key version phase title loopNumber ownerAccepted commissionerTookOver verdict
  owner { key } checker { key } commissioner { key } helpWanted endReason stoppedIn undoTo
  contributors { key } guides { key } description successCriterion dueDay lesson anchoredIn noNextStepNeeded
  decisionRequiredFor unit { key } goals { key } actionField { key question }
  steps { id position text stage dueDay state doneDay dropReason }
  results { id key text day state publishedAt internalReason attachments { id kind title address alternativeText } }
  nextSteps { id text dueFrom dueDay state doneDay dropReason addresseeUnit { key } addresseePerson { key }
    becameMeasure { measureId title loopNumber } }
  chain { measureId loopNumber phase }`;

type Input = Readonly<Record<string, unknown>>;
/** What a client reads is as deep as its query: tests know what they asked. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Read = any;

/** Sends a mutation about one measure; answers what it answers, or throws with its errors. */
export async function write(who: SignedIn, mutation: string, input: Input): Promise<Read> {
  const { data, errors } = await ask(who, mutation, input);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as Read)[mutation];
}

/** As `write`, but answers errors as well. */
export function ask(who: SignedIn, mutation: string, input: Input) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const bulk = mutation.endsWith('Measures');
  const answer = `${REFUSALS} ... on WorkspaceMeasure { ${MEASURE} }`;
  return who.gql(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${bulk ? `measureId answer { ${answer} }` : answer} } }`,
    { input },
  );
}

/** Reads a measure with what these tests look at, and with `more`. */
export async function measureOf(who: SignedIn, id: string, more = ''): Promise<Read> {
  const { data, errors } = await who.gql(
    `query ($id: ID!) { workspace(programme: "probe") { measure(id: $id) { ${MEASURE} ${more} } } }`,
    { id },
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as Read).workspace?.measure ?? null;
}

/** A measure row in a phase of loop 2, with `facts` and nothing else; answers its id. Its version is 1. */
export async function placed(
  server: TestServer,
  phase: PdcaPhase,
  facts: Partial<
    Pick<
      MeasureFacts,
      | 'stoppedIn'
      | 'ownerAccepted'
      | 'successCriterion'
      | 'dueDay'
      | 'verdict'
      | 'lesson'
      | 'commissionerTookOver'
      | 'noNextStepNeeded'
      | 'anchoredIn'
    >
  > & {
    readonly owner?: string;
    readonly checker?: string;
    readonly commissioner?: string;
    readonly step?: boolean;
    readonly result?: 'DRAFT' | 'PUBLISHED';
    readonly title?: string;
    readonly field?: string;
  } = {},
): Promise<string> {
  const id = randomUUID();
  await server.source.query(
    `INSERT INTO measure (id, programme_id, action_field_id, loop_id, key, title, phase, stopped_in, owner_id,
       owner_accepted, success_criterion, due_day, verdict, lesson, checker_id, commissioner_id,
       commissioner_took_over, no_next_step_needed, anchored_in, position)
     SELECT $1::uuid, f.programme_id, f.id, f.loop_id, 'm-' || $1::uuid, $3, $4, $5,
       (SELECT id FROM person p WHERE p.programme_id = f.programme_id AND p.key = $6), $7, $8, $9, $10, $11,
       (SELECT id FROM person p WHERE p.programme_id = f.programme_id AND p.key = $12),
       (SELECT id FROM person p WHERE p.programme_id = f.programme_id AND p.key = $13),
       $14, $15, $16, 1000
     FROM action_field f JOIN programme pr ON pr.id = f.programme_id WHERE f.key = $2 AND pr.slug = 'probe'`,
    [
      id,
      facts.field ?? 'telefon-2',
      facts.title ?? 'Anrufe zählen',
      phase,
      facts.stoppedIn ?? null,
      facts.owner ?? null,
      facts.ownerAccepted ?? false,
      facts.successCriterion ?? null,
      facts.dueDay ?? null,
      facts.verdict ?? null,
      facts.lesson ?? null,
      facts.checker ?? null,
      facts.commissioner ?? null,
      facts.commissionerTookOver ?? false,
      facts.noNextStepNeeded ?? false,
      facts.anchoredIn ?? null,
    ],
  );
  if (facts.step === true)
    await server.source.query(
      `INSERT INTO measure_step (id, measure_id, position, text, state, done_day)
       VALUES ($1, $2, 0, 'Zählen', 'DONE', '2026-06-01')`,
      [randomUUID(), id],
    );
  if (facts.result !== undefined)
    await server.source.query(
      `INSERT INTO result (id, programme_id, measure_id, key, text, position, state, published_at)
       SELECT $1::uuid, programme_id, id, 'r-' || $1::uuid, 'Gezählt.', 0, $3::text, CASE WHEN $3::text = 'PUBLISHED' THEN now() END
       FROM measure WHERE id = $2`,
      [randomUUID(), id, facts.result],
    );
  return id;
}

/** What lacks nothing on its way: `olga` owns it, `gerd` checks it, `bea` asked for it. */
export const COMPLETE = {
  owner: 'olga',
  ownerAccepted: true,
  successCriterion: 'Jeder Anruf kommt an',
  dueDay: '2026-12-01' as LocalDay,
  checker: 'gerd',
  commissioner: 'bea',
  commissionerTookOver: true,
  verdict: 'STOP',
  lesson: 'Früh anfangen',
  noNextStepNeeded: true,
  step: true,
  result: 'PUBLISHED',
} as const satisfies Parameters<typeof placed>[2];

/** What the history keeps of a subject, oldest first. */
export function historyRows(server: TestServer, subjectId: string): Promise<Read[]> {
  return server.source.query(
    `SELECT h.field, h.from_value AS "from", h.to_value AS "to", h.reason, h.version, h.way, p.key AS actor
     FROM history_entry h LEFT JOIN person p ON p.id = h.actor_id
     WHERE h.subject_id = $1 ORDER BY h.at, h.id`,
    [subjectId],
  );
}
