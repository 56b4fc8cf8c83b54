import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aProgrammeOfCalls } from '../support/calls.js';
import { until } from '../support/compiled-server.js';
import type { Data } from '../support/graphql.js';
import { idOf } from '../support/measures.js';
import { brought } from '../support/sample-programme.js';
import { sessionOf, signInAs, type SignedIn } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

let server: TestServer;
let folder: string;
let olga: SignedIn;
let bea: SignedIn;
let guide: SignedIn;
let employee: SignedIn;
let outsider: SignedIn;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lernschleife-mails-'));
  server = await startTestServer({ mail: { from: 'lernschleife@example.org', way: { folder } } });
  await brought(server.source, aProgrammeOfCalls('probe'));
  await brought(server.source, aProgrammeOfCalls('fremd'));
  await rows(`UPDATE programme SET ideas_open = true`);
  olga = await signInAs(server, 'probe', 'olga');
  bea = await signInAs(server, 'probe', 'bea');
  guide = await signInAs(server, 'probe', 'gisela');
  employee = await signInAs(server, 'probe', 'emil');
  outsider = await signInAs(server, 'fremd', 'olga');
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const rows = <Row>(sql: string, ...values: unknown[]): Promise<Row[]> =>
  server.source.query<Row[]>(sql, values);

const REFUSED = `__typename ... on UserError { code } ... on InvalidInput { faults { field problem } }
  ... on IdeaMoveNotAllowed { from }`;
const OWN = `${REFUSED}
  ... on MyIdea { id state title text reason mayChange mayWithdraw email measure { key title } }`;
const SEEN = `${REFUSED} ... on StaleVersion { currentVersion } ... on LoopFrozen { loopNumber }
  ... on WorkspaceIdea { id version state title name email reason moves answeredBy topic { key }
    measure { measureId title loopNumber phase } }`;

async function send(who: SignedIn, name: string, input: object): Promise<Data> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await who.gql(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${/^(submit|edit|withdraw)/.test(name) ? OWN : SEEN} } }`,
    { input },
  );
  if (data === undefined) throw new Error(JSON.stringify(errors));
  return data[name];
}
const anIdea = (more: object = {}) => ({
  programme: 'probe',
  name: 'Emil Ehlers',
  title: 'Rufen statt warten',
  text: 'Wer lange wartet, wird angerufen.',
  ...more,
});
const mine = async (who: SignedIn): Promise<Data> => {
  const { data } = await who.gql(
    '{ me { ideas { id state title text reason mayChange mayWithdraw measure { key title } } } }',
  );
  return (data!['me'] as Data).ideas;
};
const seenBy = async (who: SignedIn, state = 'null'): Promise<Data> => {
  const { data } = await who.gql(
    `{ workspace(programme: "probe") { ideas(state: ${state}) { id version state title text name email reason moves } } }`,
  );
  return (data!['workspace'] as Data)?.ideas;
};
const submitted = (who = employee, more: object = {}): Promise<Data> =>
  send(who, 'submitIdea', anIdea(more));
const questionOf = (key: string): Promise<string> => idOf(server, 'action_field', key);
const causes = async (ideaId: string): Promise<string[]> => {
  const found = await rows<{ mail: string }>(
    `SELECT kind || ' ' || address AS mail FROM mail WHERE cause LIKE '%' || $1 || '%' ORDER BY kind, address`,
    ideaId,
  );
  return found.map(({ mail }) => mail);
};

describe('bringing an idea', () => {
  it('is for the people of the programme, and for addresses that it takes', async () => {
    for (const who of [employee, guide, olga])
      expect(await submitted(who)).toMatchObject({ __typename: 'MyIdea', state: 'SUBMITTED' });
    const accountId = randomUUID();
    await rows('INSERT INTO account (id) VALUES ($1)', accountId);
    const stranger = await sessionOf(server, accountId);
    for (const who of [outsider, stranger])
      expect(await submitted(who)).toMatchObject({ __typename: 'NotFound' });
    await rows(
      `INSERT INTO identity (issuer, subject, account_id) VALUES ('email', 'kim@amt.example.org', $1)`,
      accountId,
    );
    await rows(
      `UPDATE programme SET application_domains = '{haus.example.org}' WHERE slug = 'probe'`,
    );
    expect(await submitted(stranger)).toMatchObject({ __typename: 'NotFound' });
    await rows(
      `UPDATE programme SET application_domains = '{amt.example.org}' WHERE slug = 'probe'`,
    );
    expect(await submitted(stranger)).toMatchObject({ email: 'kim@amt.example.org' });
    await rows(`UPDATE programme SET application_domains = '{}'`);
    await rows(`UPDATE person SET blocked_at = now() WHERE account_id = $1`, guide.accountId);
    expect(await submitted(guide)).toMatchObject({ __typename: 'NotFound' });
    await rows(`UPDATE person SET blocked_at = NULL WHERE account_id = $1`, guide.accountId);
  });

  it('is open only where the programme takes ideas', async () => {
    await rows(`UPDATE programme SET ideas_open = false WHERE slug = 'probe'`);
    expect(await submitted()).toMatchObject({ code: 'IDEAS_NOT_OPEN' });
    await rows(`UPDATE programme SET ideas_open = true WHERE slug = 'probe'`);
  });

  it('names all that is wrong', async () => {
    const topicId = await idOf(server, 'topic', 'telefon', 'fremd');
    expect(
      await submitted(employee, { name: ' ', title: 'x'.repeat(301), text: '', topicId }),
    ).toMatchObject({
      faults: [
        { field: 'input.name', problem: 'MISSING' },
        { field: 'input.title', problem: 'TOO_LONG' },
        { field: 'input.text', problem: 'MISSING' },
        { field: 'input.topicId', problem: 'UNKNOWN' },
      ],
    });
  });

  it('is for another day after twenty, whatever became of them', async () => {
    for (let at = 0; at < 20; at += 1) {
      const idea = await submitted(bea);
      expect(idea).toMatchObject({ state: 'SUBMITTED' });
      await send(bea, 'withdrawIdea', { ideaId: idea.id as string });
    }
    expect(await submitted(bea)).toMatchObject({
      faults: [{ field: 'input.text', problem: 'TOO_OFTEN' }],
    });
    await rows(
      `UPDATE idea SET created_at = created_at - interval '1 day' WHERE account_id = $1`,
      bea.accountId,
    );
    expect(await submitted(bea)).toMatchObject({ state: 'SUBMITTED' });
  });

  it('is done once, however often it is sent', async () => {
    const before = ((await mine(employee)) as Data[]).length;
    const requestId = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => submitted(employee, { requestId })),
    );
    expect(new Set(answers.map(({ id }) => id as string)).size).toBe(1);
    expect(await mine(employee)).toHaveLength(before + 1);
  });

  it('tells the circle by mail, but for an author of its own', async () => {
    const byEmil = await submitted();
    expect(await causes(byEmil.id)).toEqual([
      'IDEA_RECEIVED adam@probe.example.org',
      'IDEA_RECEIVED olga@example.org',
    ]);
    const byOlga = await submitted(olga);
    expect(await causes(byOlga.id)).toEqual(['IDEA_RECEIVED adam@probe.example.org']);
  });
});

describe('an author', () => {
  it('changes the own idea until it is acknowledged, and nobody else’s', async () => {
    const { id: ideaId } = await submitted();
    const topicId = await idOf(server, 'topic', 'telefon');
    expect(await send(employee, 'editIdea', { ideaId, title: 'Besser', topicId })).toMatchObject({
      title: 'Besser',
      text: 'Wer lange wartet, wird angerufen.',
      mayChange: true,
    });
    for (const who of [guide, olga, outsider]) {
      expect(await send(who, 'editIdea', { ideaId, title: 'Fremd' })).toMatchObject({
        __typename: 'NotFound',
      });
      expect(await send(who, 'withdrawIdea', { ideaId })).toMatchObject({ __typename: 'NotFound' });
    }
    expect(await send(olga, 'acknowledgeIdea', { ideaId, version: 1 })).toMatchObject({
      __typename: 'StaleVersion',
      currentVersion: 2,
    });
    expect(await send(olga, 'acknowledgeIdea', { ideaId, version: 2 })).toMatchObject({
      state: 'ACKNOWLEDGED',
      topic: { key: 'telefon' },
      moves: ['TAKE_UP', 'DECLINE'],
    });
    expect(await send(employee, 'editIdea', { ideaId, title: 'Zu spät' })).toMatchObject({
      code: 'IDEA_MOVE_NOT_ALLOWED',
      from: 'ACKNOWLEDGED',
    });
  });

  it('withdraws the own idea, of which no word is left', async () => {
    const { id: ideaId } = await submitted(employee, { text: 'Verschwindetqx' });
    await send(olga, 'declineIdea', { ideaId, version: 1, reason: 'Auchwegqx' });
    expect(await send(employee, 'withdrawIdea', { ideaId })).toMatchObject({
      state: 'WITHDRAWN',
      title: null,
      text: null,
      reason: null,
      mayWithdraw: false,
    });
    const [left] = await rows<{ words: string }>(
      'SELECT i::text AS words FROM idea i WHERE id = $1',
      ideaId,
    );
    expect(left!.words).not.toMatch(/qx/);
    expect(await rows('SELECT kind FROM mail WHERE cause LIKE $1', `%${ideaId}`)).toEqual([]);
    expect(await send(employee, 'withdrawIdea', { ideaId })).toMatchObject({
      code: 'IDEA_MOVE_NOT_ALLOWED',
    });
    for (const name of ['acknowledgeIdea', 'declineIdea', 'takeUpIdea'])
      expect(
        await send(olga, name, {
          ideaId,
          version: 3,
          ...(name === 'declineIdea' && { reason: 'Weil' }),
        }),
      ).toMatchObject({ code: 'IDEA_MOVE_NOT_ALLOWED', from: 'WITHDRAWN' });
  });
});

describe('the workspace', () => {
  it('reads all ideas, and the circle alone their addresses', async () => {
    const { id } = await submitted();
    const of = async (who: SignedIn): Promise<Data> =>
      (await seenBy(who)).find((idea: Data) => idea.id === id);
    expect(await of(olga)).toMatchObject({
      email: 'emil@probe.example.org',
      moves: ['ACKNOWLEDGE', 'TAKE_UP', 'DECLINE'],
    });
    expect(await of(guide)).toMatchObject({ email: null, name: 'Emil Ehlers', moves: [] });
    for (const who of [employee, outsider]) expect(await seenBy(who)).toBeUndefined();
    const states = (await seenBy(olga, 'DECLINED')).map(({ state }: Data) => state);
    expect(new Set(states)).not.toContain('SUBMITTED');
  });

  it('leaves what becomes of them to the circle', async () => {
    const { id: ideaId } = await submitted();
    const input = { ideaId, version: 1 };
    expect(await send(guide, 'acknowledgeIdea', input)).toMatchObject({ __typename: 'NotAllowed' });
    for (const who of [employee, outsider])
      expect(await send(who, 'acknowledgeIdea', input)).toMatchObject({ __typename: 'NotFound' });
  });
});

describe('an answer', () => {
  /** The mail to an author about an idea, as it was sent. */
  async function letter(kind: string, ideaId: string): Promise<string> {
    const sent = async (): Promise<string | undefined> => {
      const [mail] = await rows<{ message_id: string | null }>(
        'SELECT message_id FROM mail WHERE cause LIKE $1 AND sent_at IS NOT NULL',
        `idea-${kind}:${ideaId}`,
      );
      return readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .find((text) => mail?.message_id && text.includes(mail.message_id));
    };
    await until(async () => (await sent()) !== undefined);
    const raw = (await sent()) ?? '';
    const bodies = raw.match(/(?<=base64\r?\n\r?\n)[\w+/=\r\n]+/g) ?? [];
    return [raw, ...bodies.map((body) => Buffer.from(body, 'base64').toString())].join('\n');
  }

  it('declines with a reason, which the author reads on the page and by mail', async () => {
    const { id: ideaId } = await submitted(employee, { title: 'Gold <b>kaufen</b>' });
    expect(await send(olga, 'declineIdea', { ideaId, version: 1, reason: ' ' })).toMatchObject({
      faults: [{ field: 'input.reason', problem: 'MISSING' }],
    });
    expect(
      await send(olga, 'declineIdea', { ideaId, version: 1, reason: 'Gold ist teuer.' }),
    ).toMatchObject({ state: 'DECLINED', answeredBy: 'Olga Ostermann', moves: ['TAKE_UP'] });
    const [own] = await mine(employee);
    expect(own).toMatchObject({ id: ideaId, state: 'DECLINED', reason: 'Gold ist teuer.' });
    const raw = await letter('declined', ideaId);
    expect(raw).toContain('Gold ist teuer.');
    expect(raw).toMatch(/^To: emil@probe\.example\.org\r?$/m);
    expect(raw).not.toMatch(/^(From|To|Cc|Bcc|Reply-To|Sender):.*Gold/im);
    expect(raw).toContain(`${server.origin}/de/probe/ideen`);
  });

  it('makes a measure in PLAN, which knows the idea as the idea knows it', async () => {
    const { id: ideaId } = await submitted();
    const actionFieldId = await questionOf('telefon-2');
    const taken = await send(olga, 'takeUpIdea', { ideaId, version: 1, actionFieldId });
    expect(taken).toMatchObject({
      state: 'TAKEN_UP',
      moves: [],
      measure: { title: 'Rufen statt warten', loopNumber: 2, phase: 'PLAN' },
    });
    const { data } = await guide.gql(
      `{ workspace(programme: "probe") { measure(id: "${taken.measure.measureId}") { description
        ideas { id name title text } history { field to } } } }`,
    );
    const { measure } = data!['workspace'] as Data;
    expect(measure).toMatchObject({
      description: null,
      ideas: [{ id: ideaId, name: 'Emil Ehlers', text: 'Wer lange wartet, wird angerufen.' }],
    });
    expect(measure.history).toContainEqual({ field: 'idea.takenUp', to: null });
    // Its author learns only that it was taken up, until something of the measure is published.
    expect((await mine(employee))[0]).toMatchObject({
      id: ideaId,
      state: 'TAKEN_UP',
      measure: null,
      mayWithdraw: false,
    });
    expect(await send(employee, 'withdrawIdea', { ideaId })).toMatchObject({ from: 'TAKEN_UP' });
    expect(await letter('taken_up', ideaId)).toContain('Rufen statt warten');
    await rows(
      `INSERT INTO result (id, programme_id, measure_id, key, position, text, state, published_at)
       SELECT $1, programme_id, id, 'idee-ergebnis', 0, 'Geschafft', 'PUBLISHED', now() FROM measure WHERE id = $2`,
      randomUUID(),
      taken.measure.measureId,
    );
    expect((await mine(employee))[0]).toMatchObject({
      measure: { key: 'rufen-statt-warten', title: 'Rufen statt warten' },
    });
  });

  it('lets a measure go on with it that is there', async () => {
    const { id: ideaId } = await submitted();
    const measureId = await idOf(server, 'measure', 'kuerzen');
    const [before] = await rows('SELECT count(*) FROM measure');
    expect(await send(olga, 'takeUpIdea', { ideaId, version: 1, measureId })).toMatchObject({
      state: 'TAKEN_UP',
      measure: { measureId },
    });
    expect(await rows('SELECT count(*) FROM measure')).toEqual([before]);
  });

  it('takes up a declined one as well, and takes back why it was declined', async () => {
    const { id: ideaId } = await submitted();
    await send(olga, 'declineIdea', { ideaId, version: 1, reason: 'Noch nicht.' });
    const actionFieldId = await questionOf('telefon-2');
    expect(
      await send(olga, 'takeUpIdea', { ideaId, version: 2, actionFieldId, title: 'Doch' }),
    ).toMatchObject({ state: 'TAKEN_UP', reason: null, measure: { title: 'Doch' } });
  });

  it('names what it can’t be taken up by', async () => {
    const { id: ideaId } = await submitted();
    const take = (more: object): Promise<Data> =>
      send(olga, 'takeUpIdea', { ideaId, version: 1, ...more });
    const field = async (slug?: string): Promise<string> =>
      idOf(server, 'action_field', 'telefon-2', slug);
    const measure = async (slug?: string): Promise<string> =>
      idOf(server, 'measure', 'kuerzen', slug);
    const fault = (name: string, problem: string) => ({
      faults: [{ field: `input.${name}`, problem }],
    });
    expect(await take({})).toMatchObject(fault('actionFieldId', 'MISSING'));
    expect(await take({ actionFieldId: await field(), measureId: await measure() })).toMatchObject(
      fault('measureId', 'UNKNOWN'),
    );
    for (const id of [await field('fremd'), randomUUID()])
      expect(await take({ actionFieldId: id })).toMatchObject(fault('actionFieldId', 'UNKNOWN'));
    for (const id of [await measure('fremd'), randomUUID()])
      expect(await take({ measureId: id })).toMatchObject(fault('measureId', 'UNKNOWN'));
    expect(await take({ actionFieldId: await field(), title: ' ' })).toMatchObject(
      fault('title', 'MISSING'),
    );
    expect(await take({ actionFieldId: await questionOf('telefon-1') })).toMatchObject({
      __typename: 'LoopFrozen',
      loopNumber: 1,
    });
    expect(await take({ measureId: await idOf(server, 'measure', 'telefondienst') })).toMatchObject(
      { __typename: 'LoopFrozen', loopNumber: 1 },
    );
    expect((await mine(employee))[0]).toMatchObject({ id: ideaId, state: 'SUBMITTED' });
  });

  it('comes without a mail to authors who are shut out, or of whom no address is known', async () => {
    const { id } = await submitted(bea);
    await send(olga, 'acknowledgeIdea', { ideaId: id, version: 1 });
    expect(await causes(id)).not.toContainEqual(expect.stringMatching('ACKNOWLEDGED'));
    const { id: other } = await submitted();
    await rows(`UPDATE person SET blocked_at = now() WHERE account_id = $1`, employee.accountId);
    await send(olga, 'acknowledgeIdea', { ideaId: other, version: 1 });
    expect(await causes(other)).not.toContainEqual(expect.stringMatching('ACKNOWLEDGED'));
    await rows(`UPDATE person SET blocked_at = NULL WHERE account_id = $1`, employee.accountId);
  });
});

describe('twenty at once', () => {
  it('make one measure of one idea', async () => {
    const { id: ideaId } = await submitted(employee, { title: 'Nur einmal' });
    const actionFieldId = await questionOf('telefon-2');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_one, at) =>
        send(at % 2 === 0 ? olga : bea, 'takeUpIdea', { ideaId, version: 1, actionFieldId }),
      ),
    );
    const count = (type: string): number =>
      answers.filter(({ __typename }) => __typename === type).length;
    expect([count('WorkspaceIdea'), count('StaleVersion')]).toEqual([1, 19]);
    expect(await rows(`SELECT key FROM measure WHERE title = 'Nur einmal'`)).toEqual([
      { key: 'nur-einmal' },
    ]);
    expect((await causes(ideaId)).filter((mail) => mail.startsWith('IDEA_TAKEN_UP'))).toHaveLength(
      1,
    );
  });

  it('leave one answer, whatever they say', async () => {
    const { id: ideaId } = await submitted();
    const actionFieldId = await questionOf('telefon-2');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_one, at) => {
        if (at % 3 === 0) return send(employee, 'withdrawIdea', { ideaId });
        return at % 3 === 1
          ? send(olga, 'declineIdea', { ideaId, version: 1, reason: 'Weil.' })
          : send(bea, 'takeUpIdea', { ideaId, version: 1, actionFieldId });
      }),
    );
    const [{ state, measure_id: measureId }] = (await rows(
      'SELECT state, measure_id FROM idea WHERE id = $1',
      ideaId,
    )) as [{ state: string; measure_id: string | null }];
    expect(measureId !== null).toBe(state === 'TAKEN_UP');
    const done = answers.filter(({ state: became }) => became !== undefined);
    // A declined one can still be withdrawn.
    expect(done.length).toBeLessThanOrEqual(2);
    expect(done.map(({ state: became }) => became as string)).toContain(state);
  });
});
