import { APPLICATION_CONSENT } from '#domain/calls/consent.js';
import { figure, percentile } from '../figures.js';
import { BENCH_SLUG } from '../generate-programme.js';
import type { ProgrammeDatabase } from '../programme-database.js';
import { table } from '../report.js';
import { Servers } from '../servers.js';
import { addPeople, mutate, type Answered } from './programme-people.js';

const APPLICANTS = 50;
const SEATS = 5;
const CALL = '... on WorkspaceCall { id version }';

/** An answer, and how many milliseconds it took. */
type Timed = { readonly answer: Answered; readonly took: number };

/** Fifty people apply for five seats at once, then two of the circle choose all of them at once. */
export async function fiftyApplicants(database: ProgrammeDatabase): Promise<readonly string[]> {
  const { client, url } = database;
  const servers = new Servers();
  try {
    const applicants = await addPeople(client, 'EMPLOYEE', APPLICANTS);
    const circle = await addPeople(client, 'CIRCLE', 2);
    const [one, other] = circle;
    if (!one || !other) throw new Error('There is no circle.');
    const { origin } = await servers.product(url);
    const { rows } = await client.query<{ id: string }>(
      `SELECT l.id FROM learning_loop l JOIN programme p ON p.id = l.programme_id
       WHERE p.slug = $1 AND l.stage <> 'CLOSED' ORDER BY l.number LIMIT 1`,
      [BENCH_SLUG],
    );
    const draft = await mutate(
      origin,
      one,
      'createCall',
      {
        programme: BENCH_SLUG,
        title: 'Wer geht mit?',
        text: 'Wir suchen Begleitung.',
        closesOn: '2090-01-31',
        seats: SEATS,
        minimumTerm: 1,
        firstLoopId: rows[0]?.id,
        qualifications: [],
        questions: [],
      },
      CALL,
    );
    const step = (name: string, call: Answered, more: object = {}): Promise<Answered> =>
      mutate(origin, one, name, { callId: call['id'], version: call['version'], ...more }, CALL);
    const call = await step('openCall', draft);

    const applied = await atOnce(applicants, (who) =>
      mutate(
        origin,
        who,
        'applyToCall',
        {
          callId: call['id'],
          name: who.name,
          motivation: 'Weil es vorangehen soll.',
          consentVersion: APPLICATION_CONSENT,
        },
        '... on MyApplication { id state }',
      ),
    );
    await step('closeCall', call, { reason: 'Genug.' });
    const { rows: applications } = await client.query<{ id: string; version: number }>(
      `SELECT id, version FROM application WHERE call_id = $1 ORDER BY id`,
      [call['id']],
    );
    const chosen = await atOnce(
      applications.map((application, at) => ({ ...application, who: at % 2 === 0 ? one : other })),
      ({ id: applicationId, version, who }) =>
        mutate(
          origin,
          who,
          'chooseApplicant',
          { applicationId, version },
          '... on WorkspaceApplication { state }',
        ),
    );
    const kept = await client.query<{ received: number; chosen: number; people: number }>(
      `SELECT count(*)::int AS received, count(DISTINCT email)::int AS people,
         count(*) FILTER (WHERE state = 'CHOSEN')::int AS chosen FROM application WHERE call_id = $1`,
      [call['id']],
    );
    const { received = 0, people = 0, chosen: seated = 0 } = kept.rows[0] ?? {};
    return [
      `### ${APPLICANTS} applicants for ${SEATS} seats at once`,
      '',
      ...table(
        ['Sent at once', 'Answers', 'Kept in the database', 'p50', 'p95'],
        [
          [
            `${APPLICANTS} applications, each of another person`,
            countsOf(applied),
            `${received} applications of ${people} people`,
            ...times(applied),
          ],
          [
            `${applications.length} choices by two of the circle`,
            countsOf(chosen),
            `${seated} chosen of ${SEATS} seats`,
            ...times(chosen),
          ],
        ],
      ),
    ];
  } finally {
    await servers.stop();
  }
}

function atOnce<Item>(
  items: readonly Item[],
  send: (item: Item) => Promise<Answered>,
): Promise<Timed[]> {
  return Promise.all(
    items.map(async (item) => {
      const begun = performance.now();
      const answer = await send(item);
      return { answer, took: performance.now() - begun };
    }),
  );
}

/** How many answers there are of each state or refusal, such as `5 × CHOSEN, 45 × NO_SEAT_LEFT`. */
function countsOf(answers: readonly Timed[]): string {
  const names = answers.map(({ answer }) => String(answer['state'] ?? answer['code']));
  return [...new Set(names)]
    .sort()
    .map((name) => `${names.filter((one) => one === name).length} × ${name}`)
    .join(', ');
}

function times(answers: readonly Timed[]): [string, string] {
  const all = answers.map(({ took }) => took);
  return [`${figure(percentile(all, 0.5))} ms`, `${figure(percentile(all, 0.95))} ms`];
}
