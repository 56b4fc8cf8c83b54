import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { historyRows, idOf, placed, staffed, type Read, type Staff } from '../support/measures.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { until } from '../support/compiled-server.js';
import { tablesWith } from '../support/traces.js';
import { AGREED, aVoice, feedbackOpen, success } from '../support/voices.js';

let smtp: SMTPServer;
let got: { readonly to: string; readonly raw: string }[] = [];
let server: TestServer;
let staff: Staff;
/** A measure with a published result, which `olga` of the circle owns. */
let measureId: string;

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, callback) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => void pieces.push(piece));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        got.push({ to, raw: Buffer.concat(pieces).toString('utf8') });
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => void smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as AddressInfo;
  server = await startTestServer({
    mail: { from: 'mail@example.org', way: { smtpUrl: `smtp://127.0.0.1:${port}` } },
  });
  staff = await staffed(server);
  await server.source.query(`UPDATE person SET email = NULL`);
  measureId = await success(server);
  await feedbackOpen(server);
});
afterAll(async () => {
  await server?.stop();
  await new Promise<void>((resolve) => smtp.close(resolve));
});
beforeEach(async () => {
  got = [];
  for (const table of ['voice', 'thanks', 'voice_theme', 'mail'])
    await server.source.query(`DELETE FROM ${table}`);
});

const VOICE = `id version state answer inPublic reason agreed wantsMail mayAnswer mayShow answeredBy
  theme { name } measure { measureId title loopNumber } ledTo { title loopNumber }`;
const REFUSED =
  '__typename ... on UserError { code } ... on InvalidInput { faults { field problem } }';
/** What a mutation brings about, by its name. */
const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/Theme$/, '... on WorkspaceVoiceTheme { id name count }'],
  [/^takeBack/, '... on Removed { id }'],
  [/^thank/, '... on WorkspaceThanks { id text name personId }'],
  [
    /Voice$/,
    `... on WorkspaceVoice { ${VOICE} } ... on StaleVersion { currentVersion } ... on VoiceMoveNotAllowed { was: state }`,
  ],
];

/** Sends one of the mutations about voices; answers its member of the union. */
async function send(who: SignedIn, name: string, input: object): Promise<Read> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const seen = ANSWERS.find(([pattern]) => pattern.test(name))?.[1];
  const { data, errors } = await who.gql(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${REFUSED} ${seen} } }`,
    { input },
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as Read)[name];
}
async function read(who: SignedIn, asked: string): Promise<Read> {
  const { data, errors } = await who.gql(`{ workspace(programme: "probe") { ${asked} } }`);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as Read).workspace;
}
const page = async (path = '/de/probe/erfolge/rueckrufe'): Promise<string> =>
  (await server.get(path)).text();
function partOf(raw: string, type: string): string {
  const part = raw.slice(raw.indexOf(`Content-Type: ${type}`));
  const body = part.slice(part.indexOf('\r\n\r\n') + 4);
  return Buffer.from(body.slice(0, body.indexOf('\r\n--')), 'base64').toString('utf8');
}

describe('an answer', () => {
  it('goes to the sender by mail, once, and the address is forgotten', async () => {
    const voiceId = await aVoice(server, measureId, {
      email: 'kim@example.org',
      text: 'Warum?\r\nBcc: all@example.org',
      language: 'en',
    });
    const answered = await send(staff.olga, 'answerVoice', {
      voiceId,
      version: 1,
      answer: 'Weil "es" <b>hilft</b>.\nBcc: all@example.org',
      inPublic: false,
    });
    expect(answered).toMatchObject({
      __typename: 'WorkspaceVoice',
      state: 'ANSWERED',
      version: 2,
      wantsMail: false,
      answeredBy: 'Olga Ostermann',
    });
    expect(await server.source.query('SELECT email FROM voice')).toEqual([{ email: null }]);
    await until(() => got.length > 0);
    const changed = await send(staff.olga, 'answerVoice', {
      voiceId,
      version: 2,
      answer: 'Anders.',
      inPublic: false,
    });
    expect(changed).toMatchObject({ answer: 'Anders.', version: 3 });
    await pause(300);
    expect(got.map(({ to }) => to)).toEqual(['kim@example.org']);
    // The address was given for the answer alone.
    await until(async () => (await tablesWith(server.source, ['kim@example.org'])).length === 0);
    const raw = got[0]!.raw;
    const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
    expect(head).not.toMatch(/^(Bcc|Cc):|List-Unsubscribe/im);
    expect(head).toMatch(/^To: kim@example\.org$/m);
    const text = partOf(raw, 'text/plain');
    expect(text).toContain('Weil "es" <b>hilft</b>.');
    expect(text).toContain(`${server.origin}/en/probe/successes/rueckrufe`);
    expect(text).not.toContain('Warum?');
    expect(partOf(raw, 'text/html')).toContain('&lt;b&gt;hilft&lt;/b&gt;');
  });

  it('stands in public where sender and circle agree, and goes when the circle says so', async () => {
    const voiceId = await aVoice(server, measureId, { ...AGREED, text: 'Wie <klingelt> es?' });
    const answer = { voiceId, answer: 'Alle.', inPublic: true };
    expect(await page()).not.toContain('klingelt');
    await send(staff.olga, 'answerVoice', { ...answer, version: 1, inPublic: false });
    expect(await page()).not.toContain('klingelt');
    await send(staff.olga, 'answerVoice', { ...answer, version: 2 });
    for (const path of ['/de/probe/erfolge/rueckrufe', '/de/probe/erfolge']) {
      const html = await page(path);
      expect(html).toContain('Wie &lt;klingelt&gt; es?');
      expect(html).toContain('Alle.');
    }
    expect(await page('/de/probe/erfolge/telefondienst')).not.toContain('klingelt');
    expect(await page('/de/fremd/erfolge')).not.toContain('klingelt');
    await send(staff.olga, 'answerVoice', { ...answer, version: 3, inPublic: false });
    expect(await page()).not.toContain('klingelt');
  });

  it('isn’t for the public where the sender hasn’t agreed', async () => {
    const voiceId = await aVoice(server, measureId);
    const asked = { voiceId, version: 1, answer: 'Alle.', inPublic: true };
    expect(await send(staff.olga, 'answerVoice', asked)).toMatchObject({
      code: 'INVALID_INPUT',
      faults: [{ field: 'input.inPublic', problem: 'NOT_AGREED' }],
    });
    // Nor can it be put there by whoever writes to the table.
    await expect(
      server.source.query(
        `UPDATE voice SET state = 'ANSWERED', answer = 'x', answered_at = now(), in_public = true`,
      ),
    ).rejects.toThrow('voice_public_by_consent');
  });

  it('is for the people of the measure to give, and for the circle to show and to change', async () => {
    const owned = await placed(server, 'DONE', { owner: 'gerd', result: 'PUBLISHED' });
    const voiceId = await aVoice(server, owned, AGREED);
    const asked = { voiceId, version: 1, answer: 'Gern.', inPublic: false };
    expect(await send(staff.gisela, 'answerVoice', asked)).toMatchObject({ code: 'NOT_ALLOWED' });
    for (const who of [staff.eva, staff.gus, staff.stranger])
      expect(await send(who, 'answerVoice', asked)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await send(staff.gerd, 'answerVoice', { ...asked, inPublic: true })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await send(staff.gerd, 'answerVoice', asked)).toMatchObject({ state: 'ANSWERED' });
    expect(await send(staff.gerd, 'answerVoice', { ...asked, version: 2 })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(
      await send(staff.bea, 'answerVoice', { ...asked, version: 2, inPublic: true }),
    ).toMatchObject({ inPublic: true });
    expect(await historyRows(server, owned)).toMatchObject([
      { field: 'voice.answered', actor: 'gerd', from: null, to: null, reason: null },
      { field: 'voice.changed', actor: 'bea' },
    ]);
  });

  it('is refused to an older version, and what was refused leaves nothing behind', async () => {
    const voiceId = await aVoice(server, measureId, { email: 'kim@example.org' });
    const asked = { voiceId, answer: 'Ja.', inPublic: false };
    expect(await send(staff.olga, 'answerVoice', { ...asked, version: 0 })).toMatchObject({
      code: 'STALE_VERSION',
      currentVersion: 1,
    });
    expect(
      await send(staff.olga, 'answerVoice', { ...asked, version: 1, answer: ' ' }),
    ).toMatchObject({ faults: [{ field: 'input.answer', problem: 'MISSING' }] });
    expect(
      await send(staff.olga, 'answerVoice', { ...asked, version: 1, answer: 'x'.repeat(4_001) }),
    ).toMatchObject({ faults: [{ field: 'input.answer', problem: 'TOO_LONG' }] });
    expect(await server.source.query('SELECT state, email FROM voice')).toEqual([
      { state: 'OPEN', email: 'kim@example.org' },
    ]);
    expect(await server.source.query('SELECT FROM mail')).toEqual([]);
  });
});

describe('what gets no answer', () => {
  it('is set aside for a reason that the workspace alone reads, and can be taken up again', async () => {
    const voiceId = await aVoice(server, measureId, { ...AGREED, email: 'kim@example.org' });
    const reason = 'Das ist Werbung.';
    expect(
      await send(staff.olga, 'setAsideVoice', { voiceId, version: 1, reason: ' ' }),
    ).toMatchObject({ faults: [{ field: 'input.reason', problem: 'MISSING' }] });
    expect(await send(staff.gerd, 'setAsideVoice', { voiceId, version: 1, reason })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await send(staff.olga, 'setAsideVoice', { voiceId, version: 1, reason })).toMatchObject({
      state: 'SET_ASIDE',
      reason,
      wantsMail: false,
      mayAnswer: false,
    });
    expect(await page()).not.toContain('Werbung');
    const answer = { voiceId, version: 2, answer: 'Doch.', inPublic: true };
    expect(await send(staff.olga, 'answerVoice', answer)).toMatchObject({
      code: 'VOICE_MOVE_NOT_ALLOWED',
      was: 'SET_ASIDE',
    });
    expect(await send(staff.olga, 'reopenVoice', { voiceId, version: 2 })).toMatchObject({
      state: 'OPEN',
      reason: null,
      mayAnswer: true,
    });
    expect(await send(staff.olga, 'reopenVoice', { voiceId, version: 3 })).toMatchObject({
      code: 'VOICE_MOVE_NOT_ALLOWED',
    });
  });
});

describe('themes', () => {
  it('are named by the circle, each once, and readers see how many voices have them', async () => {
    const theme = (name: string) => send(staff.olga, 'addVoiceTheme', { programme: 'probe', name });
    const waiting = await theme('Wartezeiten');
    expect(waiting).toMatchObject({ name: 'Wartezeiten', count: 0 });
    expect(await theme('Wartezeiten')).toMatchObject({ code: 'IN_USE' });
    expect(await theme('x'.repeat(101))).toMatchObject({ code: 'INVALID_INPUT' });
    const other = await theme('Formulare');
    expect(
      await send(staff.gerd, 'addVoiceTheme', { programme: 'probe', name: 'Neu' }),
    ).toMatchObject({ code: 'NOT_ALLOWED' });
    // Nobody has asked of it yet: then readers don't know of it.
    expect(await page('/de/probe/erfolge')).not.toContain('Wartezeiten');
    for (const columns of [{}, {}, { state: 'SET_ASIDE', reason: 'Werbung' } as const])
      await aVoice(server, measureId, { ...columns, themeId: waiting.id });
    const hidden = await placed(server, 'DO', { result: 'DRAFT' });
    await aVoice(server, hidden, { themeId: other.id });
    const html = await page('/de/probe/erfolge');
    expect(html).toMatch(/Wartezeiten<\/span> <span[^>]*>2 Stimmen/);
    expect(html).not.toContain('Formulare</span> <span class="ls-muted">eine Stimme');
    expect(html).not.toContain('Wer ruft mich zurück?');
    const renamed = { themeId: waiting.id, name: 'Warten' };
    expect(await send(staff.olga, 'renameVoiceTheme', renamed)).toMatchObject({ name: 'Warten' });
    expect(
      await send(staff.olga, 'renameVoiceTheme', { ...renamed, name: 'Formulare' }),
    ).toMatchObject({ code: 'IN_USE' });
    expect(await page('/de/probe/erfolge')).toContain('Warten</span>');
    expect(
      (await historyRows(server, await programmeId())).slice(-3).map(({ field }: Read) => field),
    ).toEqual(['voiceTheme.added', 'voiceTheme.added', 'voiceTheme.name']);
  });

  it('sort a voice, and a measure that came of it is linked where readers see it', async () => {
    const theme = await send(staff.olga, 'addVoiceTheme', { programme: 'probe', name: 'Warten' });
    const voiceId = await aVoice(server, measureId, AGREED);
    const later = await idOf(server, 'measure', 'telefondienst');
    const sorted = { voiceId, version: 1, themeId: theme.id, ledToMeasureId: later };
    expect(await send(staff.gerd, 'sortVoice', sorted)).toMatchObject({ code: 'NOT_ALLOWED' });
    const foreign = await idOf(server, 'measure', 'telefondienst', 'fremd');
    expect(
      await send(staff.olga, 'sortVoice', { ...sorted, ledToMeasureId: foreign }),
    ).toMatchObject({ faults: [{ field: 'input.ledToMeasureId', problem: 'UNKNOWN' }] });
    expect(await send(staff.olga, 'sortVoice', sorted)).toMatchObject({
      theme: { name: 'Warten' },
      ledTo: { title: 'Maßnahme telefondienst', loopNumber: 1 },
      version: 2,
    });
    await send(staff.olga, 'answerVoice', { voiceId, version: 2, answer: 'Ja.', inPublic: true });
    expect(await page()).toMatch(/Daraus wurde: <a href="\/de\/probe\/erfolge\/telefondienst"/);
    // What has no success is led to by no link.
    const draft = await placed(server, 'DO', { title: 'Noch geheim', result: 'DRAFT' });
    await send(staff.olga, 'sortVoice', { voiceId, version: 3, ledToMeasureId: draft });
    expect(await page()).not.toMatch(/Daraus wurde|Noch geheim/);
    expect(
      await send(staff.olga, 'sortVoice', {
        voiceId,
        version: 4,
        themeId: null,
        ledToMeasureId: null,
      }),
    ).toMatchObject({ theme: null, ledTo: null });
  });

  const programmeId = async (): Promise<string> => {
    const [row] = await server.source.query<{ id: string }[]>(
      `SELECT id FROM programme WHERE slug = 'probe'`,
    );
    return row!.id;
  };
});

describe('the list of voices', () => {
  it('is the workspace’s, newest first, by state, theme and measure, page by page, without an address', async () => {
    const theme = await send(staff.olga, 'addVoiceTheme', { programme: 'probe', name: 'Warten' });
    const other = await idOf(server, 'measure', 'telefondienst');
    const first = await aVoice(server, measureId, {
      id: '01900000-0000-7000-8000-000000000001',
      email: 'kim@example.org',
    });
    await aVoice(server, other, {
      id: '01900000-0000-7000-8000-000000000002',
      themeId: theme.id,
      state: 'SET_ASIDE',
      reason: 'Weil',
    });
    await aVoice(server, measureId, { id: '01900000-0000-7000-8000-000000000003' });
    const foreign = await idOf(server, 'measure', 'rueckrufe', 'fremd');
    await aVoice(server, foreign, { text: 'Von woanders' });
    const numbers = async (args = ''): Promise<string[]> =>
      (
        await read(staff.gerd, `voices${args} { edges { node { id } } pageInfo { hasNextPage } }`)
      ).voices.edges.map(({ node }: Read) => node.id.slice(-1));
    expect(await numbers()).toEqual(['3', '2', '1']);
    expect(await numbers('(state: OPEN)')).toEqual(['3', '1']);
    expect(await numbers(`(themeId: "${theme.id}")`)).toEqual(['2']);
    expect(await numbers(`(measureId: "${other}")`)).toEqual(['2']);
    expect(await numbers('(first: 2)')).toEqual(['3', '2']);
    expect(await numbers('(first: 2, after: "01900000-0000-7000-8000-000000000002")')).toEqual([
      '1',
    ]);
    const { openVoices, voices } = await read(
      staff.gerd,
      `openVoices voices { edges { node { ${VOICE} text } } }`,
    );
    expect(openVoices).toBe(2);
    expect(voices.edges.at(-1).node).toMatchObject({
      id: first,
      wantsMail: true,
      mayAnswer: false,
    });
    expect(JSON.stringify(voices)).not.toContain('kim@');
    for (const who of [staff.eva, staff.gus, staff.stranger])
      expect(await read(who, 'openVoices')).toBeNull();
  });
});

describe('thanks', () => {
  const given = (who: SignedIn, text = 'Danke für die Rückrufe!', id = measureId) =>
    send(who, 'thankForMeasure', { measureId: id, text });

  it('are given in a sentence, told to the measure’s people, and shown on its page', async () => {
    await server.source.query(`UPDATE person SET email = key || '@probe.example.org'
      FROM programme pr WHERE pr.id = programme_id AND pr.slug = 'probe'`);
    const thanks = await given(staff.olga);
    expect(thanks).toMatchObject({ text: 'Danke für die Rückrufe!', name: 'Olga Ostermann' });
    // Nobody is told of the own thanks.
    await until(() => got.length > 0);
    await pause(200);
    expect(got.map(({ to }) => to)).toEqual(['gisela@probe.example.org']);
    expect(got[0]!.raw).not.toContain('Danke für die Rückrufe!');
    await server.source.query('UPDATE person SET email = NULL');
    expect(
      (await read(staff.gerd, `thanks(measureId: "${measureId}") { text name }`)).thanks,
    ).toEqual([{ text: 'Danke für die Rückrufe!', name: 'Olga Ostermann' }]);
    expect(await page()).not.toContain('Danke für die Rückrufe!');
    expect(await given(staff.gerd, ' ')).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await given(staff.gerd, 'x'.repeat(501))).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('are an employee’s to give where the employee can read of it, and nobody’s from elsewhere', async () => {
    expect(await given(staff.eva)).toMatchObject({ __typename: 'WorkspaceThanks' });
    const draft = await placed(server, 'DO', { result: 'DRAFT' });
    expect(await given(staff.eva, 'Danke', draft)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await given(staff.gerd, 'Danke', draft)).toMatchObject({
      __typename: 'WorkspaceThanks',
    });
    for (const who of [staff.gus, staff.stranger])
      expect(await given(who)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are for another day after five to the same people, taken back or not', async () => {
    for (let at = 0; at < 5; at += 1) {
      const { id: thanksId } = await given(staff.adam);
      expect(await send(staff.adam, 'takeBackThanks', { thanksId })).toMatchObject({
        id: thanksId,
      });
    }
    expect(await given(staff.adam)).toMatchObject({
      faults: [{ field: 'input.text', problem: 'TOO_OFTEN' }],
    });
    expect(await given(staff.gerd)).toMatchObject({ __typename: 'WorkspaceThanks' });
  });

  it('may be taken back by who gave them, and by nobody else', async () => {
    const { id: thanksId } = await given(staff.eva);
    expect(await send(staff.adam, 'takeBackThanks', { thanksId })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await send(staff.stranger, 'takeBackThanks', { thanksId })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await send(staff.eva, 'takeBackThanks', { thanksId })).toEqual({
      __typename: 'Removed',
      id: thanksId,
    });
    expect(await send(staff.eva, 'takeBackThanks', { thanksId })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const history = await historyRows(server, measureId);
    expect(history.slice(-2)).toMatchObject([
      { field: 'thanks.given', actor: 'eva', to: null },
      { field: 'thanks.takenBack', actor: 'eva' },
    ]);
  });
});
