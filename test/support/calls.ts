import type { ApplyByEmailCommand } from '#application/calls/apply-to-call.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import { APPLICATION_CONSENT } from '#domain/calls/consent.js';
import { Transactions } from '#persistence/shared/transactions.js';
import type { Data } from './graphql.js';
import { aProgramme, type ProgrammeDraft } from './sample-programme.js';
import type { SignedIn } from './sign-in.js';
import type { TestServer } from './start-server.js';

/** The sample programme with an employee and an administrator; loop 3 is still to come. */
export function aProgrammeOfCalls(slug = 'probe'): ProgrammeDraft {
  const draft = aProgramme(slug);
  draft.people?.push(
    { key: 'emil', name: 'Emil Ehlers', email: `emil@${slug}.example.org`, role: 'EMPLOYEE' },
    { key: 'adam', name: 'Adam Ahrens', email: `adam@${slug}.example.org`, role: 'ADMINISTRATOR' },
  );
  return draft;
}

/** Use cases on the server's own database, without its HTTP. */
export function writingOn(server: TestServer): Writing {
  return { work: new Transactions(server.source), now: () => new Date() };
}

const REFUSED = `__typename ... on UserError { code message } ... on InvalidInput { faults { field problem } }`;
const STALE = '... on StaleVersion { currentVersion changes { field actor } }';
const CALL = `${REFUSED} ${STALE} ... on CallNotReady { missing } ... on CallMoveNotAllowed { from intent }
  ... on WorkspaceCall { id key version state opensOn closesOn closedReason seats questions { id text } }`;
const APPLICANT = `${REFUSED} ${STALE} ... on NoSeatLeft { seats }
  ... on WorkspaceApplication { id version state rank note reason selections }`;
const OWN = `${REFUSED} ... on MyApplication { id state motivation qualifications lastLoop mayChange mayWithdraw reason }`;
const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/Call$/, CALL],
  [/Applicant$|Waitlist$/, APPLICANT],
  [/Application$/, OWN],
];

/** Sends one of the mutations about calls; answers its member of the union. */
export async function send(who: SignedIn, name: string, input: object): Promise<Data> {
  const answer =
    name === 'applyToCall' ? OWN : ANSWERS.find(([pattern]) => pattern.test(name))?.[1];
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await who.gql(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${answer} } }`,
    { input },
  );
  if (data === undefined) throw new Error(JSON.stringify(errors));
  return data[name];
}

/** The id of a loop of `probe`. */
export async function loopId(server: TestServer, number: number): Promise<string> {
  const [row] = await server.source.query<{ id: string }[]>(
    `SELECT l.id FROM learning_loop l JOIN programme p ON p.id = l.programme_id
     WHERE p.slug = 'probe' AND l.number = $1`,
    [number],
  );
  return row!.id;
}

/** A call of `probe` that is open for long; `closesOn` is in the far future. */
export async function anOpenCall(
  server: TestServer,
  circle: SignedIn,
  more: object = {},
): Promise<Data> {
  const draft = await send(circle, 'createCall', {
    programme: 'probe',
    title: 'Wer geht mit?',
    text: 'Wir suchen **Begleitung**.',
    closesOn: '2090-01-31',
    seats: 2,
    minimumTerm: 2,
    firstLoopId: await loopId(server, 3),
    qualifications: ['Moderation', 'Zeit'],
    questions: ['Was reizt Sie?'],
    ...more,
  });
  return send(circle, 'openCall', { callId: draft.id, version: draft.version });
}

/** What an applicant has to say at least. */
export const anApplication = (callId: string, more: object = {}) => ({
  callId,
  name: 'Emil Ehlers',
  motivation: 'Weil es vorangehen soll.',
  consentVersion: APPLICATION_CONSENT,
  ...more,
});

/** The same, as somebody sends it who isn't signed in. */
export const anApplicationOf = (
  email: string,
  callId: string,
  more: object = {},
): ApplyByEmailCommand => ({ email, language: 'de', ...anApplication(callId, more) });

/** The applications to a call as someone reads them. */
export async function applicationsOf(who: SignedIn, callId: string): Promise<Data> {
  const { data } = await who.gql(
    `{ workspace(programme: "probe") { calls { id state version counts { received chosen waitlisted declined withdrawn }
      moves { intent permitted missing } history { field from to reason }
      accesses { name } applications { id version name email personId state motivation qualifications lastLoop
        topics { title } answers { question text } rank note reason selections } } } }`,
  );
  const { calls } = data!['workspace'] as Data;
  return calls.find(({ id }: Data) => id === callId);
}
