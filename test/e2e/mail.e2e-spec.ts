import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { queueDailyMails } from '#application/mail/daily-mails.js';
import { applyByEmail } from '#application/calls/apply-to-call.js';
import { mailInvitation } from '#application/mail/causes.js';
import { queueMailToPeople } from '#application/mail/queue-mail.js';
import { ok } from '#domain/shared/result.js';
import { Transactions } from '#persistence/shared/transactions.js';
import {
  COMPLETE,
  idOf,
  placed,
  staffed,
  write,
  type Read,
  type Staff,
} from '../support/measures.js';
import { anApplicationOf, writingOn } from '../support/calls.js';
import { anOpenCallOf } from '../support/open-call.js';
import { mailToken } from '../support/mail-token.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

/** A mail as the mail server got it. */
type Got = { readonly to: string; readonly raw: string };

const LONGEST_MS = 45_000;

let smtp: SMTPServer;
let got: Got[] = [];
/** What the mail server answers a recipient; null takes the mail. */
let refusal: (
  address: string,
) => { readonly responseCode: number; readonly message: string } | null;
let server: TestServer;
let staff: Staff;

function errorOf(address: string): Error | null {
  const refused = refusal(address);
  return (
    refused && Object.assign(new Error(refused.message), { responseCode: refused.responseCode })
  );
}

beforeAll(async () => {
  const options: SMTPServerOptions = {
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, callback) => callback(errorOf(address)),
    onData: (stream, session, callback) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => void pieces.push(piece));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        got.push({ to, raw: Buffer.concat(pieces).toString('utf8') });
        callback();
      });
    },
  };
  smtp = new SMTPServer(options);
  await new Promise<void>((resolve) => void smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as AddressInfo;
  server = await startTestServer({
    signIn: { provider: null, email: true, demonstration: false },
    mail: { from: 'mail@example.org', way: { smtpUrl: `smtp://127.0.0.1:${port}` } },
  });
  staff = await staffed(server);
  await server.source.query(
    `UPDATE person SET email = key || '@' || pr.slug || '.example.org' FROM programme pr WHERE pr.id = programme_id`,
  );
});
afterAll(async () => {
  await server?.stop();
  await new Promise<void>((resolve) => smtp.close(resolve));
});
beforeEach(async () => {
  await settled();
  got = [];
  refusal = () => null;
});
afterEach(async () => {
  await server.source.query(`UPDATE person SET mail_choice = 'AT_ONCE', mail_language = NULL`);
});

const until = async (reached: () => boolean | Promise<boolean>): Promise<void> => {
  const end = Date.now() + LONGEST_MS;
  while (!(await reached()) && Date.now() < end) await pause(50);
};
/** Waits until no job is left that could send something now. */
async function settled(): Promise<void> {
  await until(async () => (await jobs()).length === 0);
}
const jobs = (): Promise<{ key: string; payload: unknown }[]> =>
  server.source.query(
    'SELECT key, payload FROM graphile_worker._private_jobs WHERE task_id IS NOT NULL',
  );
const mailRows = (where: string): Promise<Read[]> =>
  server.source.query(`SELECT * FROM mail WHERE ${where} ORDER BY created_at, cause`);

/** A header of a mail, unfolded. */
function headerOf({ raw }: Got, name: string): string {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
}
const textOf = ({ raw }: Got): string => partOf(raw, 'text/plain');
const htmlOf = ({ raw }: Got): string => partOf(raw, 'text/html');
function partOf(raw: string, type: string): string {
  const part = raw.slice(raw.indexOf(`Content-Type: ${type}`));
  const body = part.slice(part.indexOf('\r\n\r\n') + 4);
  return Buffer.from(body.slice(0, body.indexOf('\r\n--')), 'base64').toString('utf8');
}
/** A subject as it was written, from its encoded words. */
const subjectOf = (mail: Got): string =>
  headerOf(mail, 'Subject')
    .replaceAll(/\?= =\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('utf8')
        : Buffer.from(
            text
              .replaceAll('_', ' ')
              .replaceAll(/=([\dA-F]{2})/g, (__, hex: string) =>
                String.fromCharCode(Number.parseInt(hex, 16)),
              ),
            'latin1',
          ).toString('utf8'),
    );
const to = (key: string): string => `${key}@probe.example.org`;

/** Queues an invitation for a person in a transaction of its own. */
async function invite(personKey: string, cause: string): Promise<string> {
  const personId = await idOf(server, 'person', personKey);
  await new Transactions(server.source).run<null, never>(async (em) => {
    await queueMailToPeople(em, {
      cause,
      kind: 'INVITATION',
      values: {},
      personIds: [personId],
      at: new Date(),
    });
    return ok(null);
  });
  return `${cause}:${personId}`;
}

describe('what happens in the workspace', () => {
  const mailed = async (count = 1): Promise<Got[]> => {
    await until(() => got.length >= count);
    await settled();
    return got;
  };

  it('invites a person whom an administrator adds', async () => {
    const { data } = await staff.adam.gql(
      `mutation { invitePerson(input: { programme: "probe", name: "Nele Neu", email: "nele@example.org", role: GUIDE }) { __typename } }`,
    );
    expect(data).toMatchObject({ invitePerson: { __typename: 'WorkspacePerson' } });
    const [mail] = await mailed();
    expect(mail?.to).toBe('nele@example.org');
    expect(subjectOf(mail!)).toBe('Einladung zu „Kurze Wege“');
    expect(textOf(mail!)).toContain('Guten Tag Nele Neu,');
    expect(textOf(mail!)).toContain(`${server.origin}/sign-in?lang=de`);
    // Nobody can refuse an invitation, so it offers no way to.
    expect(headerOf(mail!, 'List-Unsubscribe')).toBe('');
    expect(await mailRows(`address = 'nele@example.org'`)).toMatchObject([
      { kind: 'INVITATION', attempts: 1, values: {}, last_error: null, failed_at: null },
    ]);
  });

  it('asks a person to own a measure, but not the one who does it, and nothing when it is refused', async () => {
    const id = await placed(server, 'PLAN', { title: 'Schilder tauschen' });
    const gerd = await idOf(server, 'person', 'gerd');
    await write(staff.olga, 'assignOwner', { measureId: id, version: 7, personId: gerd });
    expect(
      await write(staff.olga, 'assignOwner', { measureId: id, version: 1, personId: gerd }),
    ).toMatchObject({ version: 2 });
    const [mail, ...others] = await mailed();
    expect([mail?.to, others]).toEqual([to('gerd'), []]);
    expect(subjectOf(mail!)).toBe('Übernehmen Sie „Schilder tauschen“?');
    expect(textOf(mail!)).toContain(`${server.origin}/workspace/de/probe/measures/${id}`);
    expect(htmlOf(mail!)).toContain(`href="${server.origin}/workspace/de/probe/measures/${id}"`);
    expect(await mailRows(`cause = 'measure-offered:${id}:2:${gerd}'`)).toHaveLength(1);

    got = [];
    const olga = await idOf(server, 'person', 'olga');
    await write(staff.olga, 'assignOwner', { measureId: id, version: 2, personId: olga });
    await settled();
    expect(got).toEqual([]);
  });

  it('wants the check of the checker, else of the circle, and tells the owner what came back and why', async () => {
    const id = await placed(server, 'DO', { ...COMPLETE, title: 'Wartezeiten messen' });
    await write(staff.olga, 'moveMeasure', { measureId: id, version: 1, to: 'CHECK' });
    expect((await mailed()).map((mail) => [mail.to, subjectOf(mail)])).toEqual([
      [to('gerd'), 'Bitte prüfen: Wartezeiten messen'],
    ]);

    got = [];
    await write(staff.gerd, 'moveMeasure', {
      measureId: id,
      version: 2,
      to: 'DO',
      reason: 'Es fehlt der Montag.',
    });
    const [back] = await mailed();
    expect([back?.to, subjectOf(back!)]).toEqual([
      to('olga'),
      'Noch einmal zu Ihnen: Wartezeiten messen',
    ]);
    expect(textOf(back!)).toContain('Es fehlt der Montag.');

    got = [];
    await server.source.query('UPDATE measure SET checker_id = NULL WHERE id = $1', [id]);
    await write(staff.olga, 'moveMeasure', { measureId: id, version: 3, to: 'CHECK' });
    expect((await mailed(3)).map((mail) => mail.to).sort()).toEqual(
      ['adam', 'bea', 'carl'].map(to),
    );
  });

  it('speaks the language that the reader has chosen', async () => {
    const chosen = await staff.gerd.gql(
      `mutation { chooseMail(input: { programme: "probe", choice: AT_ONCE, language: en }) { ... on MailSettings { choice language } } }`,
    );
    expect(chosen.data).toEqual({ chooseMail: { choice: 'AT_ONCE', language: 'en' } });
    const id = await placed(server, 'PLAN', { title: 'Schilder tauschen' });
    await write(staff.olga, 'assignOwner', {
      measureId: id,
      version: 1,
      personId: await idOf(server, 'person', 'gerd'),
    });
    const [mail] = await mailed();
    expect(subjectOf(mail!)).toBe('Will you take on “Schilder tauschen”?');
    expect(htmlOf(mail!)).toContain('<html lang="en">');
  });

  it('can’t make a text of a user a header or another address', async () => {
    await server.source.query('UPDATE person SET name = $2 WHERE id = $1', [
      await idOf(server, 'person', 'gerd'),
      '"Gerd" <all@example.org>, \r\nBcc: all@example.org',
    ]);
    const id = await placed(server, 'PLAN', {
      title: 'Schilder\r\nBcc: all@example.org\r\n\r\n<script>alert(1)</script>',
    });
    await write(staff.olga, 'assignOwner', {
      measureId: id,
      version: 1,
      personId: await idOf(server, 'person', 'gerd'),
    });
    const [mail] = await mailed();
    expect(mail?.to).toBe(to('gerd'));
    expect(headerOf(mail!, 'To')).toBe(to('gerd'));
    expect(headerOf(mail!, 'From')).toBe('Lernschleife <mail@example.org>');
    expect(mail?.raw).not.toMatch(/^bcc:/im);
    expect(htmlOf(mail!)).not.toContain('<script>');
    await server.source.query(`UPDATE person SET name = 'Gerd Gilde' WHERE key = 'gerd'`);
  });

  it('is never mailed to an address that could be several', async () => {
    const id = await idOf(server, 'person', 'gisela');
    await server.source.query('UPDATE person SET email = $2 WHERE id = $1', [
      id,
      'a@example.org, b@example.org',
    ]);
    const cause = await invite('gisela', 'two-addresses');
    await settled();
    expect(got).toEqual([]);
    expect(await mailRows(`cause = '${cause}'`)).toMatchObject([
      { last_error: 'not an address', attempts: 1 },
    ]);
    await server.source.query('UPDATE person SET email = $2 WHERE id = $1', [id, to('gisela')]);
  });
});

describe('a mail', () => {
  it('is sent once for one cause, however often it is queued at once', async () => {
    await Promise.all(Array.from({ length: 50 }, () => invite('gerd', 'fifty-times')));
    await until(() => got.length > 0);
    await settled();
    expect(got).toHaveLength(1);
    await invite('gerd', 'fifty-times');
    await settled();
    expect(got).toHaveLength(1);
  });

  it('is not sent when what caused it is rolled back', async () => {
    const personId = await idOf(server, 'person', 'gerd');
    await expect(
      new Transactions(server.source).run<null, never>(async (em) => {
        await mailInvitation(em, { personId, email: 'gerd@example.org', at: new Date() });
        throw new Error('after all not');
      }),
    ).rejects.toThrow('after all not');
    await pause(300);
    expect([
      got,
      await jobs(),
      await mailRows(`cause LIKE 'invitation:%' AND person_id = '${personId}'`),
    ]).toEqual([[], [], []]);
  });

  it('has the same message id when a worker is killed between sending and noting it', async () => {
    await server.source.query(`
      CREATE FUNCTION lose_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the worker is no more'; END $$`);
    await server.source.query(`
      CREATE TRIGGER lose_note BEFORE UPDATE OF sent_at ON mail FOR EACH ROW EXECUTE FUNCTION lose_note()`);
    const cause = await invite('gerd', 'killed');
    await until(() => got.length > 0);
    await until(async () => (await mailRows(`cause = '${cause}'`))[0]?.attempts > 0);
    await server.source.query('DROP TRIGGER lose_note ON mail');
    await until(() => got.length > 1);
    await settled();
    const digest = createHash('sha256').update(cause).digest('hex');
    expect(got.map((mail) => headerOf(mail, 'Message-ID'))).toEqual(
      got.map(() => `<${digest}@example.org>`),
    );
    expect(got.length).toBeGreaterThan(1);
    expect(await mailRows(`cause = '${cause}'`)).toMatchObject([
      { message_id: `<${digest}@example.org>`, sent_at: expect.any(Date) },
    ]);
  });

  it('is freed from a worker that is no more', async () => {
    refusal = () => ({ responseCode: 451, message: 'later' });
    const cause = await invite('gerd', 'lost-worker');
    await until(async () => (await mailRows(`cause = '${cause}'`))[0]?.last_error !== null);
    await pause(200);
    await server.source.query(
      `UPDATE graphile_worker._private_jobs SET locked_by = 'gone', locked_at = now() - interval '4 minutes' WHERE key = $1`,
      [cause],
    );
    refusal = () => null;
    // Each server looks for such jobs every half a minute.
    await until(() => got.length > 0);
    await settled();
    expect(got).toHaveLength(1);
  }, 90_000);

  it('is tried again after the mail server has asked for patience', async () => {
    let refused = 0;
    refusal = () =>
      (refused += 1) === 1 ? { responseCode: 451, message: `try again, ${to('gerd')}` } : null;
    const cause = await invite('gerd', 'greylisted');
    await until(async () => (await mailRows(`cause = '${cause}'`))[0]?.last_error !== null);
    expect(await mailRows(`cause = '${cause}'`)).toMatchObject([
      { attempts: 1, last_error: 'EENVELOPE 451', sent_at: null, failed_at: null },
    ]);
    await until(() => got.length > 0);
    await settled();
    expect(await mailRows(`cause = '${cause}'`)).toMatchObject([
      { attempts: 2, last_error: null, sent_at: expect.any(Date) },
    ]);
    // Neither the log nor the queue repeats what a mail server says of an address.
    expect(server.logged.join('')).not.toContain(to('gerd'));
  });

  it('is given up when the mail server refuses for good, shown to administrators, and sent again at their word', async () => {
    refusal = () => ({ responseCode: 550, message: 'no such mailbox' });
    const cause = await invite('gerd', 'refused');
    await settled();
    const DEAD =
      '{ workspace(programme: "probe") { deadMails { id kind address attempts reason } } }';
    const seenBy = async (key: 'adam' | 'olga'): Promise<Read[] | null> =>
      ((await staff[key].gql(DEAD)).data as Read).workspace.deadMails;
    const [row] = await mailRows(`cause = '${cause}'`);
    expect(row).toMatchObject({ attempts: 1, sent_at: null, failed_at: expect.any(Date) });
    expect(await seenBy('adam')).toContainEqual({
      id: row.id,
      kind: 'INVITATION',
      address: to('gerd'),
      attempts: 1,
      reason: 'EENVELOPE 550',
    });
    expect(await seenBy('olga')).toBeNull();

    refusal = () => null;
    const retry = (key: 'adam' | 'olga' | 'stranger'): Promise<Read> =>
      staff[key].gql(
        `mutation($id: ID!) { retryMail(input: { mailId: $id }) { __typename ... on RetriedMail { id } } }`,
        { id: row.id },
      );
    expect((await retry('olga')).data.retryMail).toEqual({ __typename: 'NotAllowed' });
    expect((await retry('stranger')).data.retryMail).toEqual({ __typename: 'NotFound' });
    expect((await retry('adam')).data.retryMail).toEqual({ __typename: 'RetriedMail', id: row.id });
    await until(() => got.length > 0);
    await settled();
    expect(got).toHaveLength(1);
    expect((await retry('adam')).data.retryMail).toEqual({ __typename: 'NotFound' });
  });

  it('asks to confirm an application as often as it tells anything else, and keeps its link to itself', async () => {
    const callId = await anOpenCallOf(server, 'probe');
    const apply = (email: string): Promise<unknown> =>
      applyByEmail(writingOn(server), anApplicationOf(email, callId));
    const asked = (): Promise<Read[]> => mailRows(`kind = 'APPLICATION_TO_CONFIRM'`);
    refusal = () => ({ responseCode: 451, message: 'later' });
    await apply('kim@amt.example.org');
    await until(async () => (await asked())[0]?.last_error !== null);
    expect(
      await server.source.query(
        `SELECT max_attempts FROM graphile_worker._private_jobs WHERE key LIKE 'application-to-confirm:%'`,
      ),
    ).toEqual([{ max_attempts: 12 }]);
    refusal = () => ({ responseCode: 550, message: 'no such mailbox' });
    await server.source.query('UPDATE graphile_worker._private_jobs SET run_at = now()');
    await settled();
    const { data } = await staff.adam.gql(
      '{ workspace(programme: "probe") { deadMails { id kind address reason } } }',
    );
    const dead = (data as Read).workspace.deadMails as Read[];
    // Anybody can type in any address: these hide no other mail.
    expect(dead.at(-1)).toEqual({
      id: (await asked())[0]!.id,
      kind: 'APPLICATION_TO_CONFIRM',
      address: '…@amt.example.org',
      reason: 'EENVELOPE 550',
    });
    refusal = () => null;
    await staff.adam.gql(
      `mutation($id: ID!) { retryMail(input: { mailId: $id }) { __typename } }`,
      { id: dead.at(-1)!.id },
    );
    await until(() => got.length > 0);
    await settled();
    expect(got.map((mail) => [mail.to, subjectOf(mail)])).toEqual([
      ['kim@amt.example.org', 'Bitte bestätigen Sie Ihre Meldung'],
    ]);
    const secret = /secret=([\w-]{43})/.exec(textOf(got[0]!))?.[1] ?? '';
    expect(secret).toHaveLength(43);
    expect(await asked()).toEqual([]);

    // What is thrown away meanwhile is asked about no more.
    refusal = () => ({ responseCode: 451, message: 'later' });
    got = [];
    await apply('lea@amt.example.org');
    await until(async () => (await asked())[0]?.last_error !== null);
    await server.source.query('DELETE FROM application');
    refusal = () => null;
    await server.source.query('UPDATE graphile_worker._private_jobs SET run_at = now()');
    await settled();
    expect([got, await asked()]).toEqual([[], []]);
    await server.source.query(`UPDATE volunteer_call SET state = 'CLOSED'`);
  });

  it('is given up after its last try', async () => {
    refusal = () => ({ responseCode: 451, message: 'later' });
    const cause = await invite('gerd', 'too-often');
    await until(async () => (await mailRows(`cause = '${cause}'`))[0]?.last_error !== null);
    await pause(200);
    await server.source.query(
      'UPDATE graphile_worker._private_jobs SET attempts = max_attempts - 1, run_at = now() WHERE key = $1',
      [cause],
    );
    await settled();
    expect(await mailRows(`cause = '${cause}'`)).toMatchObject([
      { last_error: 'EENVELOPE 451', failed_at: expect.any(Date) },
    ]);
  });
});

describe('one click', () => {
  it('unsubscribes, without a sign-in, from all that can be refused', async () => {
    const gerd = await idOf(server, 'person', 'gerd');
    const offer = async (): Promise<void> => {
      const id = await placed(server, 'PLAN');
      await write(staff.olga, 'assignOwner', { measureId: id, version: 1, personId: gerd });
      await settled();
    };
    await offer();
    await until(() => got.length > 0);
    const address = headerOf(got[0]!, 'List-Unsubscribe').slice(1, -1);
    expect(address).toBe(`${server.origin}/mail/${mailToken(gerd)}`);
    expect(headerOf(got[0]!, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(textOf(got[0]!)).toContain(address);
    const path = new URL(address).pathname;

    // Programs that check mails open their links.
    const page = await server.get(path);
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringContaining('Wann möchten Sie Mails?'),
    ]);
    const choice = async (): Promise<string> =>
      (
        await server.source.query<{ mail_choice: string }[]>(
          'SELECT mail_choice FROM person WHERE id = $1',
          [gerd],
        )
      )[0]!.mail_choice;
    expect(await choice()).toBe('AT_ONCE');

    const clicked = await fetch(server.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(clicked.status).toBe(200);
    expect(clicked.headers.getSetCookie()).toEqual([]);
    expect(await choice()).toBe('NONE');
    got = [];
    await offer();
    expect(got).toEqual([]);
    await invite('gerd', 'in-any-case');
    await until(() => got.length > 0);
    expect(got).toHaveLength(1);

    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    await server.source.query(`UPDATE person SET mail_choice = 'DAILY' WHERE id = $1`, [gerd]);
    expect((await fetch(server.origin + path, { method: 'POST', body: form })).status).toBe(200);
    expect(await choice()).toBe('NONE');
    await fetch(server.origin + path, {
      method: 'POST',
      body: new URLSearchParams({ choice: 'DAILY' }),
    });
    expect(await choice()).toBe('DAILY');

    // The language is chosen here too, by whoever has no workspace to choose it in.
    await server.source.query(`UPDATE person SET role = 'EMPLOYEE' WHERE id = $1`, [gerd]);
    const english = await fetch(server.origin + path, {
      method: 'POST',
      body: new URLSearchParams({ choice: 'DAILY', language: 'en' }),
    });
    expect(await english.text()).toContain('Language of the mails');
    await fetch(server.origin + path, {
      method: 'POST',
      body: new URLSearchParams({ choice: 'AT_ONCE', language: 'xx' }),
    });
    expect(
      await server.source.query('SELECT mail_language, mail_choice FROM person WHERE id = $1', [
        gerd,
      ]),
    ).toEqual([{ mail_language: 'en', mail_choice: 'AT_ONCE' }]);
    await server.source.query(
      `UPDATE person SET role = 'GUIDE', mail_language = NULL WHERE id = $1`,
      [gerd],
    );
  });

  it('needs the link that was made for the person', async () => {
    const [gerd, olga] = [
      await idOf(server, 'person', 'gerd'),
      await idOf(server, 'person', 'olga'),
    ];
    const [, signature] = mailToken(gerd).split('.');
    for (const token of [`${olga}.${signature}`, olga, 'x', `${gerd}.${signature}x`])
      for (const method of ['GET', 'POST'])
        expect((await fetch(`${server.origin}/mail/${token}`, { method })).status).toBe(404);
    expect(
      await server.source.query(`SELECT 1 FROM person WHERE mail_choice <> 'AT_ONCE'`),
    ).toEqual([]);
  });
});

describe('every day', () => {
  const daily = (at: string): Promise<void> =>
    queueDailyMails(server.source, {
      work: new Transactions(server.source),
      now: () => new Date(at),
    });
  const subjects = (): string[][] => got.map((mail) => [mail.to, subjectOf(mail)]).sort();

  it('reminds an owner of what is due soon or overdue, once', async () => {
    await server.source.query('UPDATE measure SET due_day = NULL');
    await server.source.query('UPDATE measure_step SET due_day = NULL');
    await placed(server, 'DO', { owner: 'gerd', title: 'Bald', dueDay: '2026-06-13' as never });
    await placed(server, 'DO', { owner: 'gerd', title: 'Später', dueDay: '2026-06-14' as never });
    await placed(server, 'DO', { owner: 'gerd', title: 'Gestern', dueDay: '2026-06-09' as never });
    await placed(server, 'DONE', { owner: 'gerd', title: 'Fertig', dueDay: '2026-06-11' as never });
    // In Berlin it is the tenth already.
    for (const at of ['2026-06-09T22:30:00Z', '2026-06-10T04:00:00Z', '2026-06-10T20:00:00Z'])
      await daily(at);
    await until(() => got.length > 1);
    await settled();
    expect(subjects()).toEqual([
      [to('gerd'), 'Bald fällig: Bald'],
      [to('gerd'), 'Überfällig: Gestern'],
    ]);
    expect(textOf(got[0]!)).toMatch(/(13|9)\. Juni 2026/);
  });

  it('reminds the owner of no step that is settled, has ended, or whose loop is closed', async () => {
    const due = { owner: 'gerd', dueDay: '2026-06-09' as never };
    // The rules close no loop around such a measure; reminders don’t rely on that.
    const closed = await placed(server, 'DO', { ...due, title: 'Zu', field: 'telefon-1' });
    for (const [measureId, text, state] of [
      [await placed(server, 'DO', { owner: 'gerd' }), 'Offen', 'OPEN'],
      [await placed(server, 'DO', { owner: 'gerd' }), 'Getan', 'DONE'],
      [await placed(server, 'STOPPED', { owner: 'gerd', stoppedIn: 'DO' }), 'Gestoppt', 'OPEN'],
      [closed, 'In der alten Schleife', 'OPEN'],
    ] as const)
      await server.source.query(
        `INSERT INTO measure_step (id, measure_id, position, text, due_day, state, done_day)
         VALUES (gen_random_uuid(), $1, 0, $2, '2026-06-09', $3::text, CASE WHEN $3::text = 'DONE' THEN date '2026-06-01' END)`,
        [measureId, text, state],
      );
    await daily('2026-06-10T05:00:00Z');
    await until(() => got.length > 0);
    await settled();
    expect(subjects()).toEqual([[to('gerd'), 'Überfällig: Offen']]);
  });

  it('reminds the person whom a next step addresses, also after its measure and its loop have ended', async () => {
    const [gerd, unit] = [
      await idOf(server, 'person', 'gerd'),
      await idOf(server, 'organisational_unit', 'haus'),
    ];
    const measureId = await placed(server, 'DONE', { owner: 'olga', field: 'telefon-1' });
    const nextSteps = [
      ['Ansage aufnehmen', '2026-09-13', 'OPEN', gerd, null],
      ['Ansage prüfen', '2026-09-09', 'OPEN', gerd, null],
      ['Ansage später', '2026-09-14', 'OPEN', gerd, null],
      ['Ansage getan', '2026-09-09', 'DONE', gerd, null],
      ['Ansage fürs Referat', '2026-09-09', 'OPEN', null, unit],
      ['Ansage ohne Tag', null, 'OPEN', gerd, null],
    ] as const;
    for (const [position, [text, day, state, person, ofUnit]] of nextSteps.entries())
      await server.source.query(
        `INSERT INTO next_step (id, programme_id, measure_id, key, position, text, due_day, state, done_day,
           addressee_person_id, addressee_unit_id)
         SELECT gen_random_uuid(), m.programme_id, m.id, 'n-' || gen_random_uuid(), $2, $3, $4, $5::text,
           CASE WHEN $5::text = 'DONE' THEN date '2026-09-01' END, $6, $7 FROM measure m WHERE m.id = $1`,
        [measureId, position, text, day, state, person, ofUnit],
      );
    for (const at of ['2026-09-10T04:00:00Z', '2026-09-10T20:00:00Z']) await daily(at);
    await until(() => got.length > 1);
    await settled();
    const ours = subjects().filter(([, subject]) => subject?.includes('Ansage'));
    expect(ours).toEqual([
      [to('gerd'), 'Bald fällig: Ansage aufnehmen'],
      [to('gerd'), 'Überfällig: Ansage prüfen'],
    ]);
    expect(textOf(got[0]!)).toContain(`/workspace/de/probe/measures/${measureId}`);
  });

  it('tells the circle that the loop ends, two weeks and three days before', async () => {
    const circle = ['adam', 'bea', 'carl', 'olga'].map(to);
    for (const at of ['2026-12-03', '2026-12-04', '2026-12-05', '2026-12-15', '2026-12-17'])
      await daily(`${at}T04:00:00Z`);
    await until(() => got.length > 7);
    await settled();
    const ours = subjects().filter(([address]) => circle.includes(address!));
    expect(ours).toEqual(
      circle.flatMap((one) =>
        Array.from({ length: 2 }, () => [one, 'Lernschleife\u00a02 endet am 18. Dezember 2026']),
      ),
    );
  });

  it('sends who wants it so what was gathered, in one mail', async () => {
    const gerd = await idOf(server, 'person', 'gerd');
    await server.source.query(`UPDATE person SET mail_choice = 'DAILY' WHERE id = $1`, [gerd]);
    for (const title of ['Eins', 'Zwei']) {
      const id = await placed(server, 'PLAN', { title });
      await write(staff.olga, 'assignOwner', { measureId: id, version: 1, personId: gerd });
    }
    await settled();
    expect(got).toEqual([]);
    await Promise.all([daily('2026-01-10T04:00:00Z'), daily('2026-01-10T04:00:01Z')]);
    await until(() => got.length > 0);
    await settled();
    expect(subjects()).toEqual([[to('gerd'), 'Kurze Wege: 2 Neuigkeiten']]);
    expect(textOf(got[0]!)).toContain('- Übernehmen Sie „Eins“?');
    expect(headerOf(got[0]!, 'List-Unsubscribe')).toContain('/mail/');
    expect(await mailRows(`person_id = '${gerd}' AND gathered AND sent_at IS NULL`)).toEqual([]);
    got = [];
    await daily('2026-01-11T04:00:00Z');
    await settled();
    expect(got).toEqual([]);
  });
});

describe('a link to sign in', () => {
  it('has its secret in the mail alone, and leaves nothing of an unknown address behind', async () => {
    await server.source.query('DELETE FROM throttle');
    for (const email of [to('olga'), 'nobody@example.org'])
      expect(
        (
          await fetch(`${server.origin}/sign-in/email?lang=en`, {
            method: 'POST',
            redirect: 'manual',
            body: new URLSearchParams({ email }),
          })
        ).status,
      ).toBe(303);
    expect(JSON.stringify(await jobs())).not.toContain('secret');
    await until(() => got.length > 0);
    await settled();
    expect(got.map((mail) => [mail.to, subjectOf(mail)])).toEqual([
      [to('olga'), 'Your link to sign in'],
    ]);
    const secret = /secret=([\w-]{43})/.exec(textOf(got[0]!))?.[1] ?? '';
    expect(textOf(got[0]!)).toContain(`${server.origin}/sign-in/link?lang=en&secret=`);
    const everything = JSON.stringify([
      await server.source.query('SELECT * FROM mail'),
      await server.source.query('SELECT * FROM graphile_worker._private_jobs'),
      await server.source.query('SELECT * FROM sign_in_link'),
    ]);
    expect(secret).toHaveLength(43);
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain('nobody@example.org');
    expect(server.logged.join('')).not.toContain(secret);
  });
});

describe('a mail server that hangs', () => {
  /** Takes connections and says nothing, until it recovers: then it is the mail server of these tests. */
  async function aSilentServer() {
    const lines = new Set<Socket>();
    let silent = true;
    const door: Server = createServer((line) => {
      lines.add(line.on('error', () => undefined));
      if (silent) return;
      const onward = connect((smtp.server.address() as AddressInfo).port, '127.0.0.1');
      onward.on('error', () => line.destroy());
      line.pipe(onward).pipe(line);
    });
    await new Promise<void>((resolve) => void door.listen(0, '127.0.0.1', resolve));
    const hangUp = (): void => lines.forEach((line) => void line.destroy());
    return {
      way: { smtpUrl: `smtp://127.0.0.1:${(door.address() as AddressInfo).port}` },
      lines,
      recover: (): void => {
        silent = false;
        hangUp();
      },
      close: async (): Promise<void> => {
        hangUp();
        await new Promise<void>((resolve) => void door.close(() => resolve()));
      },
    };
  }

  it('lets no page and no write wait for it, and gets each mail once when it recovers', async () => {
    const silent = await aSilentServer();
    const held = await startTestServer({ mail: { from: 'mail@example.org', way: silent.way } });
    const people = await staffed(held);
    await held.source.query(`UPDATE person SET email = key || '@example.org'`);
    const personId = await idOf(held, 'person', 'gerd');
    const mails = (): Promise<Read[]> =>
      held.source.query('SELECT cause, last_error, sent_at FROM mail ORDER BY created_at, cause');
    for (let at = 0; at < 8; at += 1) {
      const id = await placed(held, 'PLAN', { title: `Nummer ${at}` });
      await write(people.olga, 'assignOwner', { measureId: id, version: 1, personId });
      expect((await held.get('/de/probe/erfolge')).status).toBe(200);
      // Both are answered, and the first try of the mail hasn’t come to its end: nobody has waited for that.
      expect((await mails()).find(({ cause }) => cause.includes(id))).toMatchObject({
        last_error: null,
        sent_at: null,
      });
    }
    await until(() => silent.lines.size >= 4);
    expect(silent.lines.size).toBeGreaterThanOrEqual(4);
    expect(got).toEqual([]);

    silent.recover();
    await until(async () => (await mails()).every(({ sent_at: sentAt }) => sentAt !== null));
    const ids = got.map((mail) => headerOf(mail, 'Message-ID'));
    expect([ids.length, new Set(ids).size]).toEqual([8, 8]);
    expect(got.map(subjectOf).sort()).toEqual(
      Array.from({ length: 8 }, (_one, at) => `Übernehmen Sie „Nummer ${at}“?`),
    );
    await held.stop();
    await silent.close();
  }, 120_000);

  it('lets the server stop', async () => {
    const silent = await aSilentServer();
    const held = await startTestServer({ mail: { from: 'mail@example.org', way: silent.way } });
    const people = await staffed(held);
    await held.source.query(`UPDATE person SET email = key || '@example.org'`);
    const measureId = await placed(held, 'PLAN', {});
    const personId = await idOf(held, 'person', 'gerd');
    await write(people.olga, 'assignOwner', { measureId, version: 1, personId });
    await until(() => silent.lines.size > 0);
    expect(silent.lines.size).toBeGreaterThan(0);
    // Never, if it waited for the mail server: that says nothing, and doesn’t hang up.
    await held.stop();
    await silent.close();
  }, 120_000);
});
