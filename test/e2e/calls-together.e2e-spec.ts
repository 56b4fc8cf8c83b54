import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { applyByEmail } from '#application/calls/apply-to-call.js';
import {
  anApplication,
  anApplicationOf,
  anOpenCall,
  applicationsOf,
  aProgrammeOfCalls,
  send,
  writingOn,
} from '../support/calls.js';
import type { Data } from '../support/graphql.js';
import { brought } from '../support/sample-programme.js';
import { signInAs, type SignedIn } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

/** Keys of fifty employees. */
const FIFTY = Array.from({ length: 50 }, (_one, at) => `n-${at + 1}`);

let server: TestServer;
let circle: readonly SignedIn[];
beforeAll(async () => {
  server = await startTestServer();
  const programme = aProgrammeOfCalls();
  programme.people?.push(
    ...FIFTY.map((key) => ({
      key,
      name: `Nummer ${key}`,
      email: `${key}@probe.example.org`,
      role: 'EMPLOYEE' as const,
    })),
  );
  await brought(server.source, programme);
  circle = await Promise.all(['olga', 'bea'].map((key) => signInAs(server, 'probe', key)));
});
afterAll(() => server?.stop());

const count = (answers: readonly Data[], of: string): number =>
  answers.filter(({ code, state }) => code === of || state === of).length;
const times = <Value>(number: number, make: (at: number) => Promise<Value>): Promise<Value[]> =>
  Promise.all(Array.from({ length: number }, (_one, at) => make(at)));

describe('fifty at once', () => {
  it('make one application of one person', async () => {
    const call = await anOpenCall(server, circle[0]!);
    const emil = await signInAs(server, 'probe', 'emil');
    const answers = await times(50, () => send(emil, 'applyToCall', anApplication(call.id)));
    expect([count(answers, 'RECEIVED'), count(answers, 'APPLICATION_EXISTS')]).toEqual([1, 49]);
    const requestId = randomUUID();
    const { id: applicationId } = answers.find(({ state }) => state === 'RECEIVED');
    const repeated = await times(10, () =>
      send(emil, 'withdrawApplication', { applicationId, requestId }),
    );
    expect(count(repeated, 'WITHDRAWN')).toBe(10);
    // Made anew just as often.
    const anew = await times(50, () => send(emil, 'applyToCall', anApplication(call.id)));
    expect([count(anew, 'RECEIVED'), count(anew, 'APPLICATION_EXISTS')]).toEqual([1, 49]);
    const writing = writingOn(server);
    const byEmail = await times(50, () =>
      applyByEmail(writing, anApplicationOf('ada@example.org', call.id)),
    );
    expect(new Set(byEmail.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(
      await server.source.query('SELECT email, state FROM application ORDER BY email'),
    ).toEqual([
      { email: 'ada@example.org', state: 'RECEIVED' },
      { email: 'emil@probe.example.org', state: 'RECEIVED' },
    ]);
  });
});

describe('two members of the circle', () => {
  let call: Data;
  beforeAll(async () => {
    const { source } = server;
    await source.query(`UPDATE volunteer_call SET state = 'CLOSED'`);
    call = await anOpenCall(server, circle[0]!, { seats: 5 });
  });

  it('get the application of each of fifty people who apply at once', async () => {
    const people = await Promise.all(FIFTY.map((key) => signInAs(server, 'probe', key)));
    const answers = await times(50, (at) =>
      send(people[at]!, 'applyToCall', anApplication(call.id, { name: `Nummer ${FIFTY[at]}` })),
    );
    expect(count(answers, 'RECEIVED')).toBe(50);
    const { applications, counts } = await applicationsOf(circle[0]!, call.id);
    expect(counts).toMatchObject({ received: 50, chosen: 0 });
    expect(applications.map(({ name, email }: Data) => [name, email]).sort()).toEqual(
      FIFTY.map((key) => [`Nummer ${key}`, `${key}@probe.example.org`]).sort(),
    );
    // Each is told so, once.
    expect(
      await server.source.query(
        `SELECT count(*)::int AS mails, count(DISTINCT address)::int AS readers FROM mail
         WHERE kind = 'APPLICATION_RECEIVED' AND address LIKE 'n-%'`,
      ),
    ).toEqual([{ mails: 50, readers: 50 }]);
    const { id: callId, version } = call;
    call = await send(circle[0]!, 'closeCall', { callId, version, reason: 'Genug.' });
  });

  it('never choose more applicants than there are seats', async () => {
    const { applications } = await applicationsOf(circle[0]!, call.id);
    expect(applications).toHaveLength(50);
    const answers = await times(50, (at) => {
      const { id: applicationId, version } = applications[at];
      return send(circle[at % 2]!, 'chooseApplicant', { applicationId, version });
    });
    expect([count(answers, 'CHOSEN'), count(answers, 'NO_SEAT_LEFT')]).toEqual([5, 45]);
    const { counts } = await applicationsOf(circle[0]!, call.id);
    expect(counts).toMatchObject({ chosen: 5, received: 45 });
  });

  it('rank the waitlist without a gap or a tie', async () => {
    const { applications } = await applicationsOf(circle[0]!, call.id);
    const open = applications.filter(({ state }: Data) => state === 'RECEIVED');
    await times(open.length, (at) => {
      const { id: applicationId, version } = open[at];
      const waits = at < 20;
      return send(circle[at % 2]!, waits ? 'waitlistApplicant' : 'declineApplicant', {
        applicationId,
        version,
        ...(!waits && { reason: 'Zu viele.' }),
      });
    });
    const ranks = async (): Promise<number[]> =>
      (await applicationsOf(circle[0]!, call.id)).applications
        .map(({ rank }: Data) => rank)
        .filter((rank: number | null) => rank !== null)
        .toSorted((a: number, b: number) => a - b);
    expect(await ranks()).toEqual(Array.from({ length: 20 }, (_one, at) => at + 1));
    const waiting = (await applicationsOf(circle[0]!, call.id)).applications.filter(
      ({ rank }: Data) => rank !== null,
    );
    await times(10, (at) => {
      const { id: applicationId, version } = waiting[at];
      return send(circle[at % 2]!, at < 5 ? 'moveOnWaitlist' : 'reconsiderApplicant', {
        applicationId,
        version,
        ...(at < 5 && { rank: 1 }),
      });
    });
    expect(await ranks()).toEqual(Array.from({ length: 15 }, (_one, at) => at + 1));
  });

  it('decide a call once, and make each chosen applicant one guide', async () => {
    const { applications, version } = await applicationsOf(circle[0]!, call.id);
    for (const { id: applicationId, version: seen, state } of applications)
      if (state === 'RECEIVED')
        await send(circle[0]!, 'waitlistApplicant', { applicationId, version: seen });
    const answers = await times(20, (at) =>
      send(circle[at % 2]!, 'decideCall', { callId: call.id, version }),
    );
    expect([count(answers, 'DECIDED'), count(answers, 'STALE_VERSION')]).toEqual([1, 19]);
    const guides = await server.source.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM person WHERE key LIKE 'n-%' AND role = 'GUIDE' AND term_first_loop = 3`,
    );
    expect(guides).toEqual([{ n: 5 }]);
  });
});
