import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerApplicants } from '#application/calls/answer-applicants.js';
import { applyByEmail } from '#application/calls/apply-to-call.js';
import {
  makeConfirmLink,
  makeSignInLink,
  useSignInLink,
} from '#application/accounts/sign-in-links.js';
import { APPLICATION_NEWS } from '#domain/calls/call.record.js';
import { ok } from '#domain/shared/result.js';
import { LIMITS } from '#persistence/shared/limits.js';
import {
  anApplication,
  anApplicationOf,
  anOpenCall,
  applicationsOf,
  aProgrammeOfCalls,
  loopId,
  send,
  writingOn,
} from '../support/calls.js';
import { read, type Data } from '../support/graphql.js';
import { brought } from '../support/sample-programme.js';
import { sessionOf, signInAs, type SignedIn } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

let server: TestServer;
let circle: SignedIn;
let guide: SignedIn;
let employee: SignedIn;
let administrator: SignedIn;
let outsider: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  await brought(server.source, aProgrammeOfCalls('probe'));
  await brought(server.source, aProgrammeOfCalls('fremd'));
  circle = await signInAs(server, 'probe', 'olga');
  guide = await signInAs(server, 'probe', 'gisela');
  employee = await signInAs(server, 'probe', 'emil');
  administrator = await signInAs(server, 'probe', 'adam');
  await rowsOf(`UPDATE person SET mail_language = 'en' WHERE key = 'emil'`);
  outsider = await signInAs(server, 'fremd', 'olga');
});
afterAll(() => server?.stop());

const publicCall = async (): Promise<Data> =>
  (
    await read(
      server,
      '{ programme(slug: "probe") { openCall { id title text seats firstLoop closesOn qualifications questions { id } consentVersion consentText } } }',
    )
  ).programme.openCall;
const mine = async (who: SignedIn): Promise<Data> => {
  const { data } = await who.gql(
    '{ me { applications { id programme callState state reason motivation mayChange mayWithdraw answers { text } call { title } } } }',
  );
  return (data!['me'] as Data).applications;
};
const rowsOf = <Row>(sql: string, ...values: unknown[]): Promise<Row[]> =>
  server.source.query<Row[]>(sql, values);

/** Proves an address by a link, as whoever reads its mail does; answers who that is. */
async function signInByLink(email: string): Promise<SignedIn> {
  const writing = writingOn(server);
  const secret = await makeSignInLink(writing, { email, returnTo: '/workspace' });
  return used(secret);
}
/** The secret that goes out now with the application of an address; null when there is nothing to confirm. */
async function linkOf(email: string): Promise<string | null> {
  const [application] = await rowsOf<{ id: string; version: number }>(
    'SELECT id, version FROM application WHERE lower(email) = $1 ORDER BY received_at DESC LIMIT 1',
    email,
  );
  const confirms = { applicationId: application!.id, version: application!.version };
  return makeConfirmLink(writingOn(server), { confirms, returnTo: '/workspace' });
}
async function used(secret: string | null): Promise<SignedIn> {
  const link = await useSignInLink(writingOn(server), secret ?? '');
  if (!link.ok) throw new Error(link.error.code);
  return sessionOf(server, link.value.accountId);
}
/** Opens the link of the mail that asks to confirm an application; answers who that is. */
const followLinkOf = async (email: string): Promise<SignedIn> => used(await linkOf(email));

describe('from the draft of a call to its guides', () => {
  let call: Data;
  let ada: SignedIn;
  const application = async (name: string): Promise<Data> =>
    (await applicationsOf(circle, call.id)).applications.find((one: Data) => one.name === name);
  const say = async (mutation: string, name: string, more: object = {}): Promise<Data> => {
    const { id: applicationId, version } = await application(name);
    return send(circle, mutation, { applicationId, version, ...more });
  };
  const move = async (mutation: string, more: object = {}): Promise<Data> => {
    const { id: callId, version } = await applicationsOf(circle, call.id);
    return send(circle, mutation, { callId, version, ...more });
  };

  it('begins as the circle’s draft, which nobody else sees', async () => {
    const input = { programme: 'probe', title: 'Wer geht mit?' };
    expect(await send(guide, 'createCall', input)).toMatchObject({ __typename: 'NotAllowed' });
    for (const who of [employee, outsider])
      expect(await send(who, 'createCall', input)).toMatchObject({ __typename: 'NotFound' });
    call = await send(circle, 'createCall', input);
    expect(call).toMatchObject({
      __typename: 'WorkspaceCall',
      key: 'wer-geht-mit',
      state: 'DRAFT',
    });
    expect(await publicCall()).toBeNull();
    expect(await send(employee, 'applyToCall', anApplication(call.id))).toMatchObject({
      __typename: 'NotFound',
    });
  });

  it('names all that is missing, and all that is wrong', async () => {
    expect(await move('openCall')).toMatchObject({
      code: 'CALL_NOT_READY',
      missing: ['TEXT', 'CLOSING_DAY', 'SEATS', 'MINIMUM_TERM', 'FIRST_LOOP'],
    });
    const faulty = {
      title: ' ',
      seats: 0,
      minimumTerm: 101,
      firstLoopId: await loopId(server, 1),
      qualifications: ['Zeit', ' '],
      questions: ['x'.repeat(501)],
    };
    expect(await move('editCall', faulty)).toMatchObject({
      faults: [
        { field: 'input.title', problem: 'MISSING' },
        { field: 'input.qualifications[1]', problem: 'MISSING' },
        { field: 'input.questions[0]', problem: 'TOO_LONG' },
        { field: 'input.seats', problem: 'OUT_OF_RANGE' },
        { field: 'input.minimumTerm', problem: 'OUT_OF_RANGE' },
        { field: 'input.firstLoopId', problem: 'WRONG_STATE' },
      ],
    });
    const written = await move('editCall', {
      text: 'Wir suchen Begleitung.',
      closesOn: '2090-01-31',
      seats: 1,
      minimumTerm: 2,
      firstLoopId: await loopId(server, 3),
      qualifications: ['Moderation', 'Zeit'],
      questions: ['Was reizt Sie?'],
    });
    expect(written).toMatchObject({ state: 'DRAFT', seats: 1, version: 2 });
  });

  it('is public while it is open', async () => {
    expect(await move('openCall')).toMatchObject({ state: 'OPEN', closesOn: '2090-01-31' });
    expect(await publicCall()).toMatchObject({
      title: 'Wer geht mit?',
      seats: 1,
      firstLoop: 3,
      consentVersion: 'applications-1',
      consentText: expect.stringContaining('jederzeit zurückziehen'),
    });
    expect(
      await move('editCall', { qualifications: ['Mut'], closesOn: '2090-02-01' }),
    ).toMatchObject({
      faults: [
        { field: 'input.closesOn', problem: 'WRONG_STATE' },
        { field: 'input.qualifications', problem: 'WRONG_STATE' },
      ],
    });
    expect(await move('editCall', { title: 'Wer begleitet uns?' })).toMatchObject({
      state: 'OPEN',
    });
    const other = await send(circle, 'createCall', {
      programme: 'probe',
      title: 'Noch einer',
      text: 'Text',
      closesOn: '2090-01-31',
      seats: 1,
      minimumTerm: 1,
      firstLoopId: await loopId(server, 3),
    });
    expect(
      await send(circle, 'openCall', { callId: other.id, version: other.version }),
    ).toMatchObject({ missing: ['NO_OTHER_OPEN'] });
  });

  it('is answered by an employee who is signed in, once', async () => {
    const [question] = (await publicCall()).questions;
    const [topic] = await rowsOf<{ id: string }>(
      `SELECT t.id FROM topic t JOIN programme p ON p.id = t.programme_id WHERE p.slug = 'probe' AND t.key = 'telefon'`,
    );
    const wrong = anApplication(call.id, {
      name: ' ',
      qualifications: ['Mut'],
      topicIds: [call.id],
      lastLoop: 3,
      answers: [{ questionId: call.id, text: 'x' }],
      consentVersion: 'applications-0',
    });
    expect(await send(employee, 'applyToCall', wrong)).toMatchObject({
      faults: [
        { field: 'input.name', problem: 'MISSING' },
        { field: 'input.qualifications[0]', problem: 'UNKNOWN' },
        { field: 'input.answers[0].questionId', problem: 'UNKNOWN' },
        { field: 'input.topicIds[0]', problem: 'UNKNOWN' },
        { field: 'input.lastLoop', problem: 'OUT_OF_RANGE' },
        { field: 'input.consentVersion', problem: 'UNKNOWN' },
      ],
    });
    const input = anApplication(call.id, {
      qualifications: ['Zeit'],
      topicIds: [topic!.id],
      lastLoop: 6,
      answers: [{ questionId: question.id, text: 'Die Leute' }],
    });
    expect(await send(employee, 'applyToCall', input)).toMatchObject({
      state: 'RECEIVED',
      mayChange: true,
      mayWithdraw: true,
    });
    expect(await send(employee, 'applyToCall', input)).toMatchObject({
      code: 'APPLICATION_EXISTS',
    });
    expect(await send(outsider, 'applyToCall', input)).toMatchObject({ __typename: 'NotFound' });
    // A person of whom no address is known couldn't be told the answer.
    expect(await send(guide, 'applyToCall', input)).toMatchObject({
      faults: [{ field: 'input.email', problem: 'MISSING' }],
    });
    expect(await application('Emil Ehlers')).toMatchObject({
      email: 'emil@probe.example.org',
      personId: expect.any(String),
      qualifications: ['Zeit'],
      topics: [{ title: 'Telefon' }],
      lastLoop: 6,
      answers: [{ question: 'Was reizt Sie?', text: 'Die Leute' }],
      selections: [],
    });
  });

  it('is answered by e-mail, and counts once the address has proved to be the applicant’s', async () => {
    await rowsOf(
      `UPDATE programme SET application_domains = '{Haus.example.org}' WHERE slug = 'probe'`,
    );
    const writing = writingOn(server);
    const as = (email: string, more: object = {}) =>
      applyByEmail(writing, anApplicationOf(email, call.id, { name: 'Ada Adler', ...more }));
    expect(await as('ada@elsewhere.example.org')).toEqual({
      ok: false,
      error: {
        code: 'INVALID_INPUT',
        faults: [{ field: 'email', problem: 'DOMAIN_NOT_ALLOWED' }],
      },
    });
    for (const wrong of ['', 'ada', 'a@b@haus.example.org'])
      expect(await as(wrong)).toMatchObject({ error: { faults: [{ field: 'email' }] } });
    const answer = await as('ada@haus.example.org');
    expect(answer).toEqual({ ok: true, value: { email: 'ada@haus.example.org' } });
    const earlier = await linkOf('ada@haus.example.org');
    // Corrected before it was confirmed, or written by somebody else: the earlier link can't mean it.
    expect(await as(' ADA@haus.example.org', { motivation: 'Ich will.' })).toMatchObject({
      ok: true,
    });
    ada = await used(earlier);
    expect(await application('Ada Adler')).toBeUndefined();
    // Nor does whoever only signs in.
    expect((await signInByLink('Ada@haus.example.org')).accountId).toBe(ada.accountId);
    expect(await application('Ada Adler')).toBeUndefined();
    expect(await mine(ada)).toEqual([]);
    expect((await followLinkOf('ada@haus.example.org')).accountId).toBe(ada.accountId);
    expect(await linkOf('ada@haus.example.org')).toBeNull();
    expect(await application('Ada Adler')).toMatchObject({
      motivation: 'Ich will.',
      personId: null,
    });
    expect(await mine(ada)).toMatchObject([
      {
        programme: 'probe',
        callState: 'OPEN',
        state: 'RECEIVED',
        call: { title: 'Wer begleitet uns?' },
      },
    ]);
    // Nobody learns by trying that she has applied, and what she has said stays.
    expect(await as('ada@haus.example.org', { motivation: 'Fremdes' })).toEqual(answer);
    expect(await application('Ada Adler')).toMatchObject({ motivation: 'Ich will.' });
    const { data } = await ada.gql('{ workspace(programme: "probe") { today } }');
    expect(data).toEqual({ workspace: null });
  });

  it('is changed and withdrawn by its applicant alone, and made anew', async () => {
    const [{ id: applicationId }] = await mine(ada);
    for (const who of [circle, employee, outsider])
      for (const mutation of ['editApplication', 'withdrawApplication'])
        expect(await send(who, mutation, { applicationId })).toMatchObject({
          __typename: 'NotFound',
        });
    const edited = { applicationId, motivation: 'Ich will sehr.' };
    expect(await send(ada, 'editApplication', edited)).toMatchObject({
      motivation: 'Ich will sehr.',
    });
    expect(await send(ada, 'editApplication', { applicationId, name: null })).toMatchObject({
      faults: [{ field: 'input.name', problem: 'MISSING' }],
    });
    expect(await send(ada, 'withdrawApplication', { applicationId })).toMatchObject({
      state: 'WITHDRAWN',
      motivation: null,
      mayWithdraw: false,
    });
    expect(await send(ada, 'withdrawApplication', { applicationId })).toMatchObject({
      code: 'APPLICATION_WITHDRAWN',
    });
    expect(await send(ada, 'editApplication', edited)).toMatchObject({
      code: 'APPLICATION_WITHDRAWN',
    });
    // Nobody else makes it anew in her name, neither by a mail nor by her next sign-in.
    const another = anApplicationOf('ada@haus.example.org', call.id, { motivation: 'Fremdes' });
    expect(await applyByEmail(writingOn(server), another)).toMatchObject({ ok: true });
    await signInByLink('ada@haus.example.org');
    expect(await mine(ada)).toMatchObject([{ state: 'WITHDRAWN', motivation: null }]);
    const anew = anApplication(call.id, { name: 'Ada Adler', motivation: 'Doch.' });
    expect(await send(ada, 'applyToCall', anew)).toMatchObject({
      state: 'RECEIVED',
      motivation: 'Doch.',
    });
    await applyByEmail(
      writingOn(server),
      anApplicationOf('cem@haus.example.org', call.id, { name: 'Cem Celik', language: 'en' }),
    );
    await followLinkOf('cem@haus.example.org');
  });

  it('is chosen from once it is closed', async () => {
    expect(await say('chooseApplicant', 'Emil Ehlers')).toMatchObject({ code: 'CALL_NOT_CLOSED' });
    expect(await say('noteApplicant', 'Emil Ehlers', { note: 'Kennt jeden.' })).toMatchObject({
      note: 'Kennt jeden.',
    });
    expect(await move('closeCall')).toMatchObject({ missing: ['REASON'] });
    expect(await move('closeCall', { reason: 'Es sind genug.' })).toMatchObject({
      state: 'CLOSED',
      closedReason: 'Es sind genug.',
    });
    expect(await publicCall()).toBeNull();
    const [{ id: applicationId }] = await mine(ada);
    expect(await send(ada, 'editApplication', { applicationId })).toMatchObject({
      code: 'CALL_NOT_OPEN',
    });
    expect(await send(guide, 'applyToCall', anApplication(call.id))).toMatchObject({
      code: 'CALL_NOT_OPEN',
    });
  });

  it('never has more chosen than seats', async () => {
    expect(await say('chooseApplicant', 'Emil Ehlers')).toMatchObject({ state: 'CHOSEN' });
    expect(await say('chooseApplicant', 'Ada Adler')).toMatchObject({
      code: 'NO_SEAT_LEFT',
      seats: 1,
    });
    expect((await application('Ada Adler')).selections).toEqual(['WAITLISTED', 'DECLINED']);
    const { id: applicationId, version } = await application('Ada Adler');
    const guess = { applicationId, version };
    expect(await send(guide, 'waitlistApplicant', guess)).toMatchObject({
      __typename: 'NotAllowed',
    });
    for (const who of [employee, outsider, ada])
      expect(await send(who, 'waitlistApplicant', guess)).toMatchObject({ __typename: 'NotFound' });
    expect(await say('waitlistApplicant', 'Cem Celik')).toMatchObject({ rank: 1 });
    expect(await say('waitlistApplicant', 'Ada Adler')).toMatchObject({ rank: 2 });
    expect(await send(circle, 'chooseApplicant', guess)).toMatchObject({
      __typename: 'StaleVersion',
      changes: [{ field: 'application.waitlisted', actor: 'Olga Ostermann' }],
    });
    expect(await say('moveOnWaitlist', 'Ada Adler', { rank: 3 })).toMatchObject({
      faults: [{ field: 'input.rank', problem: 'OUT_OF_RANGE' }],
    });
    expect(await say('moveOnWaitlist', 'Ada Adler', { rank: 1 })).toMatchObject({ rank: 1 });
    expect((await application('Cem Celik')).rank).toBe(2);
    expect(await say('declineApplicant', 'Cem Celik', { reason: ' ' })).toMatchObject({
      faults: [{ field: 'input.reason', problem: 'MISSING' }],
    });
    expect(await say('reconsiderApplicant', 'Cem Celik')).toMatchObject({
      state: 'RECEIVED',
      rank: null,
    });
    expect(await move('editCall', { seats: 2 })).toMatchObject({ seats: 2 });
    expect(await say('chooseApplicant', 'Cem Celik')).toMatchObject({ state: 'CHOSEN' });
    expect(await move('editCall', { seats: 1 })).toMatchObject({
      faults: [{ field: 'input.seats', problem: 'FEWER_THAN_CHOSEN' }],
    });
    expect(await say('reconsiderApplicant', 'Cem Celik')).toMatchObject({ state: 'RECEIVED' });
    expect(await move('editCall', { seats: 1 })).toMatchObject({ seats: 1 });
  });

  /** What was mailed of the applications of this call: the news, the first name of who was told, and the language. */
  const mailed = async (): Promise<string[]> => {
    const rows = await rowsOf<{ news: string; name: string }>(
      `SELECT replace(m.kind, 'APPLICATION_', '') AS news, split_part(a.name, ' ', 1) || ' ' || m.language AS name
       FROM mail m JOIN application a ON split_part(m.cause, ':', 2) = a.id::text
       WHERE a.call_id = $1 AND m.kind = ANY ($2) ORDER BY news, name`,
      call.id,
      APPLICATION_NEWS.map((news) => `APPLICATION_${news}`),
    );
    return rows.map(({ news, name }) => `${news} ${name}`);
  };

  it('tells everyone the own answer when it is decided, and makes the chosen guides', async () => {
    // The longest there is, and written out it is six times as long.
    const reason = `Zu viele.${'\u0001'.repeat(LIMITS.text - 9)}`;
    expect(await move('decideCall')).toMatchObject({ missing: ['ALL_DECIDED'] });
    expect(await say('declineApplicant', 'Cem Celik', { reason })).toMatchObject({
      state: 'DECLINED',
    });
    for (const who of [ada, employee])
      expect(await mine(who)).toMatchObject([{ state: 'RECEIVED', reason: null }]);
    // Ada has applied anew.
    const received = ['RECEIVED Ada de', 'RECEIVED Ada de', 'RECEIVED Cem en', 'RECEIVED Emil en'];
    expect(await mailed()).toEqual(received);
    const cem = await signInByLink('cem@haus.example.org');
    expect(await mine(cem)).toMatchObject([{ state: 'RECEIVED', reason: null, mayWithdraw: true }]);
    expect(await move('decideCall')).toMatchObject({ state: 'DECIDED' });
    expect(await mailed()).toEqual([
      'CHOSEN Emil en',
      'DECLINED Cem en',
      ...received,
      'WAITLISTED Ada de',
    ]);
    // Nobody is told a second time, when the mails of the first are kept no longer.
    await rowsOf(`DELETE FROM mail WHERE kind LIKE 'APPLICATION_%'`);
    await writingOn(server).work.run<null, never>(async (em) => {
      await answerApplicants(em, { callId: call.id }, new Date());
      return ok(null);
    });
    expect(await mailed()).toEqual([]);
    expect(await mine(ada)).toMatchObject([{ state: 'WAITLISTED', mayWithdraw: true }]);
    expect(await mine(cem)).toMatchObject([{ state: 'DECLINED', reason, mayWithdraw: false }]);
    expect(
      await rowsOf(
        `SELECT name, role, term_first_loop AS first, term_last_loop AS last FROM person WHERE key = 'emil'
         AND programme_id = (SELECT id FROM programme WHERE slug = 'probe')`,
      ),
    ).toEqual([{ name: 'Emil Ehlers', role: 'GUIDE', first: 3, last: 6 }]);
    expect(await say('chooseApplicant', 'Cem Celik')).toMatchObject({ code: 'CALL_IS_DECIDED' });
    expect(await move('extendCall', { closesOn: '2091-01-01' })).toMatchObject({
      code: 'CALL_MOVE_NOT_ALLOWED',
      from: 'DECIDED',
    });
  });

  it('gives a seat that was left to the next one who waits, on the circle’s word', async () => {
    expect(await say('chooseApplicant', 'Ada Adler')).toMatchObject({ code: 'NO_SEAT_LEFT' });
    // His new role has ended the session that he had.
    employee = await signInAs(server, 'probe', 'emil');
    const [{ id: applicationId }] = await mine(employee);
    expect(await send(employee, 'withdrawApplication', { applicationId })).toMatchObject({
      state: 'WITHDRAWN',
    });
    expect(
      await rowsOf(
        `SELECT p.key, m.kind FROM mail m JOIN person p ON p.id = m.person_id
         WHERE m.cause LIKE 'applicant-withdrew:' || $1 || ':%' ORDER BY p.key`,
        applicationId,
      ),
    ).toEqual(['adam', 'olga'].map((key) => ({ key, kind: 'APPLICANT_WITHDREW' })));
    expect((await application('Ada Adler')).state).toBe('WAITLISTED');
    expect(await say('chooseApplicant', 'Ada Adler')).toMatchObject({
      state: 'CHOSEN',
      rank: null,
    });
    expect(await mailed()).toContain('CHOSEN Ada de');
    const { data } = await ada.gql(
      '{ workspace(programme: "probe") { me { name role termFirstLoop termLastLoop } } }',
    );
    expect(data).toEqual({
      workspace: { me: { name: 'Ada Adler', role: 'GUIDE', termFirstLoop: 3, termLastLoop: 4 } },
    });
  });

  it('keeps a history without the applicants', async () => {
    const { history } = await applicationsOf(circle, call.id);
    expect(history.map(({ field }: Data) => field)).toEqual([
      'decided',
      'seats',
      'seats',
      'closed',
      'title',
      'opened',
      ...['questions', 'qualifications', 'firstLoopId', 'minimumTerm', 'seats', 'closesOn', 'text'],
      'created',
    ]);
    const told = JSON.stringify(
      await rowsOf(`SELECT from_value, to_value, reason FROM history_entry WHERE subject = 'CALL'`),
    );
    for (const word of ['Ehlers', 'Adler', 'Celik', '@', 'Doch.', 'Ich will', 'Zu viele', 'Kennt'])
      expect([word, told.includes(word)]).toEqual([word, false]);
  });

  it('records who has read the applications, once an hour, for administrators', async () => {
    expect((await applicationsOf(circle, call.id)).accesses).toBeNull();
    const seen = await applicationsOf(guide, call.id);
    expect([seen.applications, seen.accesses, seen.counts]).toEqual([null, null, null]);
    await Promise.all(Array.from({ length: 5 }, () => applicationsOf(administrator, call.id)));
    const { accesses } = await applicationsOf(administrator, call.id);
    expect(accesses).toEqual([{ name: 'Adam Ahrens' }, { name: 'Olga Ostermann' }]);
    await rowsOf(`UPDATE application_access SET at = at - interval '61 minutes'`);
    await applicationsOf(circle, call.id);
    await applicationsOf(administrator, call.id);
    expect(
      await rowsOf('SELECT id FROM application_access WHERE call_id = $1', call.id),
    ).toHaveLength(4);
  });
});

describe('the last day of a call', () => {
  it('closes it by itself, where the programme is', async () => {
    const call = await anOpenCall(server, circle);
    expect(await publicCall()).toMatchObject({ id: call.id });
    const inKiritimati = `(now() AT TIME ZONE 'Pacific/Kiritimati')::date`;
    await rowsOf(`UPDATE volunteer_call SET closes_on = ${inKiritimati} WHERE id = $1`, call.id);
    await rowsOf(`UPDATE programme SET time_zone = 'Pacific/Kiritimati' WHERE slug = 'probe'`);
    expect((await applicationsOf(circle, call.id)).state).toBe('OPEN');
    await rowsOf(`UPDATE volunteer_call SET closes_on = closes_on - 1 WHERE id = $1`, call.id);
    expect((await applicationsOf(circle, call.id)).state).toBe('CLOSED');
    expect(await publicCall()).toBeNull();
    expect(await send(administrator, 'applyToCall', anApplication(call.id))).toMatchObject({
      code: 'CALL_NOT_OPEN',
    });
    // A day there begins earlier than anywhere else, so that it is still that day elsewhere.
    await rowsOf(`UPDATE programme SET time_zone = 'Pacific/Pago_Pago' WHERE slug = 'probe'`);
    expect((await applicationsOf(circle, call.id)).state).toBe('OPEN');
  });
});

describe('whose address has changed', () => {
  it('applies anew with the present one, whatever a stranger has written under it', async () => {
    await rowsOf(`UPDATE volunteer_call SET state = 'CLOSED' WHERE state = 'OPEN'`);
    const call = await anOpenCall(server, circle);
    const address = (email: string): Promise<unknown> =>
      rowsOf('UPDATE person SET email = $1 WHERE account_id = $2', email, administrator.accountId);
    await rowsOf(`UPDATE programme SET application_domains = '{}'`);
    const { id: applicationId } = await send(
      administrator,
      'applyToCall',
      anApplication(call.id, { name: 'Adam Ahrens' }),
    );
    await send(administrator, 'withdrawApplication', { applicationId });
    await applyByEmail(writingOn(server), anApplicationOf('neu@example.org', call.id));
    await address('Neu@example.org');
    expect(
      await send(administrator, 'applyToCall', anApplication(call.id, { motivation: 'Meins.' })),
    ).toMatchObject({ id: applicationId, state: 'RECEIVED', motivation: 'Meins.' });
    expect(
      await rowsOf('SELECT email, motivation FROM application WHERE call_id = $1', call.id),
    ).toEqual([{ email: 'Neu@example.org', motivation: 'Meins.' }]);
    // What another one has confirmed stays that one's.
    await send(administrator, 'withdrawApplication', { applicationId });
    await applyByEmail(writingOn(server), anApplicationOf('dritte@example.org', call.id));
    await followLinkOf('dritte@example.org');
    await address('dritte@example.org');
    expect(await send(administrator, 'applyToCall', anApplication(call.id))).toMatchObject({
      code: 'APPLICATION_EXISTS',
    });
  });
});

describe('whoever is shut out', () => {
  it('can neither apply nor confirm, and may still withdraw', async () => {
    await rowsOf(`UPDATE volunteer_call SET state = 'CLOSED' WHERE state = 'OPEN'`);
    const call = await anOpenCall(server, circle);
    const carl = await signInAs(server, 'fremd', 'emil');
    await rowsOf(
      `UPDATE person SET email = 'carl@example.org', account_id = $1 WHERE key = 'carl'
       AND programme_id = (SELECT id FROM programme WHERE slug = 'probe')`,
      carl.accountId,
    );
    const { id: applicationId } = await send(carl, 'applyToCall', anApplication(call.id));
    await rowsOf(
      `UPDATE person SET blocked_at = now() WHERE account_id = $1 AND key = 'carl'`,
      carl.accountId,
    );
    for (const [mutation, input] of [
      ['applyToCall', anApplication(call.id)],
      ['editApplication', { applicationId }],
    ] as const)
      expect(await send(carl, mutation, input)).toMatchObject({ __typename: 'NotFound' });
    expect(await send(carl, 'withdrawApplication', { applicationId })).toMatchObject({
      state: 'WITHDRAWN',
    });
    await rowsOf(`UPDATE programme SET application_domains = '{}'`);
    const byEmail = anApplicationOf('carl@example.org', call.id);
    expect(await applyByEmail(writingOn(server), byEmail)).toMatchObject({ ok: true });
    const now = (): Promise<Data[]> =>
      rowsOf(
        'SELECT state, confirmed_at IS NOT NULL AS confirmed FROM application WHERE email = $1',
        'carl@example.org',
      );
    expect(await now()).toEqual([{ state: 'WITHDRAWN', confirmed: true }]);
    await rowsOf('DELETE FROM application WHERE id = $1', applicationId);
    expect(await applyByEmail(writingOn(server), byEmail)).toMatchObject({ ok: true });
    await followLinkOf('carl@example.org');
    expect(await now()).toEqual([{ state: 'RECEIVED', confirmed: false }]);
    // Shut out after being chosen: neither told of it nor given a term.
    await rowsOf(
      `UPDATE application SET state = 'CHOSEN', confirmed_at = now(), account_id = $1 WHERE email = 'carl@example.org'`,
      carl.accountId,
    );
    await rowsOf(`UPDATE volunteer_call SET state = 'CLOSED' WHERE id = $1`, call.id);
    const { id: callId, version } = await applicationsOf(circle, call.id);
    expect(await send(circle, 'decideCall', { callId, version })).toMatchObject({
      state: 'DECIDED',
    });
    expect(
      await rowsOf(
        `SELECT term_first_loop AS term, (SELECT count(*)::int FROM mail WHERE kind = 'APPLICATION_CHOSEN'
           AND address = 'carl@example.org') AS mails
         FROM person WHERE key = 'carl' AND account_id = $1`,
        carl.accountId,
      ),
    ).toEqual([{ term: null, mails: 0 }]);
  });
});
