import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { Browser } from '../support/browser.js';
import { freePort, startCompiledServer, until, type Started } from '../support/compiled-server.js';

const invite = (name: string): string => `mutation { invitePerson(input: {
  programme: "serviceweg", name: "${name}", email: "${name}@example.org", role: GUIDE }) { __typename } }`;
const INVITED = { data: { invitePerson: { __typename: 'WorkspacePerson' } } };
const MAILS = '{ workspace(programme: "serviceweg") { deadMails { id } } }';

let folder: string;
let smtp: SMTPServer;
const got: string[] = [];
/** Whether the mail server says that it has taken a mail, or leaves the sender waiting for that. */
let answers = false;
let started: Started | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lernschleife-test-'));
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, callback) => {
      let raw = '';
      stream.setEncoding('utf8').on('data', (piece: string) => void (raw += piece));
      stream.on('end', () => {
        got.push(raw);
        if (answers) callback();
      });
    },
  });
  smtp.on('error', () => undefined);
  await new Promise<void>((resolve) => void smtp.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  started?.process.kill('SIGKILL');
  await started?.ended;
});
afterAll(async () => {
  await new Promise<void>((resolve) => smtp.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

async function serve(): Promise<string> {
  const port = await freePort();
  const { port: mailPort } = smtp.server.address() as AddressInfo;
  started = startCompiledServer({
    PORT: String(port),
    DATA_DIR: folder,
    SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
    MAIL_FROM: 'mail@example.org',
  });
  await until(() => started?.out().includes('Ctrl-C') ?? false);
  return `http://localhost:${port}`;
}

/** Asks as the administrator of the demonstration. */
async function asAdministrator(origin: string, query: string): Promise<unknown> {
  const browser = new Browser({ 'accept-language': 'en', origin });
  const page = await (await browser.go(`${origin}/sign-in?lang=de`)).text();
  const person = /value="([0-9a-f-]{36})"[^>]*><span[^>]*>[^<]*Verwaltung/.exec(page)?.[1] ?? '';
  await browser.post(`${origin}/sign-in/demonstration?lang=de`, { person });
  const response = await browser.go(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}
const messageIdOf = (raw: string): string | undefined => /^message-id:\s*(\S+)/im.exec(raw)?.[1];

describe('a server that is killed between sending a mail and noting it', () => {
  it('sends it again when it is started anew, under the same message id, and then no more', async () => {
    const before = await serve();
    expect(await asAdministrator(before, invite('nora'))).toEqual(INVITED);
    await until(() => got.length > 0);
    started?.process.kill('SIGKILL');
    await started?.ended;

    answers = true;
    const after = await serve();
    await until(() => got.length > 1);
    expect(got[0]).toContain('nora@example.org');
    expect(messageIdOf(got[0] ?? '')).toMatch(/^<[0-9a-f]{64}@/);
    expect(messageIdOf(got[1] ?? '')).toBe(messageIdOf(got[0] ?? ''));
    // It is noted: the next start finds nothing to send, and nothing was given up.
    expect(await asAdministrator(after, MAILS)).toEqual({ data: { workspace: { deadMails: [] } } });
    started?.process.kill('SIGTERM');
    expect(await started?.ended).toEqual({ code: 0, signal: null });
    const last = await serve();
    expect(await asAdministrator(last, invite('nils'))).toEqual(INVITED);
    await until(() => got.length > 2);
    expect(got[2]).toContain('nils@example.org');
  });
});
