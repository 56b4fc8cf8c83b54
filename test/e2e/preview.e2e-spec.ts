import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readAsIfPublished } from '#application/published/as-if-published.js';
import { Transactions } from '#persistence/shared/transactions.js';
import { anOpenCallOf } from '../support/open-call.js';
import { aProgramme, brought, type ProgrammeDraft } from '../support/sample-programme.js';
import { signInAs, type SignedIn } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

let server: TestServer;
const DRAFT = 'Zaunkönigwort im Entwurf';
const OTHER_DRAFT = 'Rohrdommelwort im Entwurf';

const withPeople = (slug: string, published: boolean): ProgrammeDraft => {
  const draft = aProgramme(slug);
  return {
    ...draft,
    programme: { ...draft.programme, published },
    people: [
      ...(draft.people ?? []),
      { key: 'ada', name: 'Ada Ahrens', role: 'ADMINISTRATOR' },
      { key: 'emil', name: 'Emil Evers', role: 'EMPLOYEE' },
    ],
  };
};

/** A draft in a measure of the running loop; answers its id. */
async function draftIn(slug: string, text: string): Promise<string> {
  const id = randomUUID();
  await server.source.query(
    `INSERT INTO result (id, programme_id, measure_id, key, text, state, position)
     SELECT $1, m.programme_id, m.id, $2, $3, 'DRAFT', 90
     FROM measure m JOIN programme p ON p.id = m.programme_id JOIN learning_loop l ON l.id = m.loop_id
     WHERE p.slug = $4 AND l.stage = 'RUNNING' ORDER BY m.position, m.id LIMIT 1`,
    [id, `entwurf-${id}`, text, slug],
  );
  return id;
}
const open = (path: string, who: SignedIn | null): Promise<Response> =>
  server.get(path, { accept: 'text/html', ...(who === null ? {} : { cookie: who.cookie }) });

let draft: string;
let drafted: { published: boolean; drafts: unknown };
const stored = async (): Promise<typeof drafted> => {
  const [programme] = await server.source.query<{ published: boolean }[]>(
    `SELECT published FROM programme WHERE slug = 'verborgen'`,
  );
  return {
    published: programme?.published ?? true,
    drafts: await server.source.query('SELECT id, state, published_at FROM result ORDER BY id'),
  };
};
beforeAll(async () => {
  server = await startTestServer({ signIn: { provider: null, email: true, demonstration: false } });
  await brought(server.source, withPeople('probe', true));
  await brought(server.source, withPeople('verborgen', false));
  draft = await draftIn('probe', DRAFT);
  await draftIn('probe', OTHER_DRAFT);
  await draftIn('verborgen', DRAFT);
  drafted = await stored();
});
afterAll(() => server?.stop());

describe('the preview of the successes page', () => {
  it.each(['gisela', 'olga', 'ada'])(
    'is shown to %s: a guide, the circle, an administrator',
    async (key) => {
      const response = await open(
        '/workspace/de/probe/preview?result=all',
        await signInAs(server, 'probe', key),
      );
      const html = await response.text();
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('etag')).toBeNull();
      expect(response.headers.get('x-robots-tag')).toBe('noindex');
      expect(html).toContain('<meta name="robots" content="noindex"/>');
      expect(html).toContain('Vorschau, nicht öffentlich.');
      expect(html).toContain(DRAFT);
      expect(html).toContain(OTHER_DRAFT);
    },
  );

  it('answers whoever may not enter as if there were no such programme', async () => {
    const told = async (who: SignedIn, slug: string): Promise<unknown> => {
      const response = await open(`/workspace/de/${slug}/preview?result=all`, who);
      return [response.status, (await response.text()).replaceAll(slug, '…')];
    };
    const stranger = await signInAs(server, 'verborgen', 'olga');
    const employee = await signInAs(server, 'probe', 'emil');
    const blocked = await signInAs(server, 'probe', 'carl');
    await server.source.query(`UPDATE person SET blocked_at = now() WHERE key = 'carl'`);
    for (const who of [stranger, employee, blocked]) {
      const answer = await told(who, 'probe');
      expect(answer).toEqual(await told(who, 'gibt-es-nicht'));
      expect(answer).toEqual([404, expect.not.stringContaining(DRAFT)]);
    }
  });

  it('leads whoever isn’t signed in to the sign-in and back', async () => {
    const path = `/workspace/de/probe/preview?result=${draft}`;
    const response = await fetch(server.origin + path, { redirect: 'manual' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`/sign-in?return=${encodeURIComponent(path)}`);
    expect(await response.text()).not.toContain(DRAFT);
  });

  it('takes one draft alone, or none, for published', async () => {
    const olga = await signInAs(server, 'probe', 'olga');
    const page = async (query: string): Promise<string> =>
      (await open(`/workspace/de/probe/preview${query}`, olga)).text();
    const one = await page(`?result=${draft}`);
    expect(one).toContain(DRAFT);
    expect(one).not.toContain(OTHER_DRAFT);
    expect(one).toContain('wenn dieser Entwurf veröffentlicht ist');
    const none = await page('');
    expect(none).not.toContain(DRAFT);
    const main = (html: string): string | undefined => /<main[\s\S]*<\/main>/.exec(html)?.[0];
    // But for the minute, it is the public page to the letter.
    const still = (html: string): string | undefined =>
      main(html)?.replaceAll(/dateTime="[^"]*"/g, '');
    expect(still(none)).toBe(still(await (await server.get('/de/probe/erfolge')).text()));
    expect((await open('/workspace/de/probe/preview?result=alle', olga)).status).toBe(404);
    expect((await open('/workspace/xx/probe/preview', olga)).status).toBe(404);
  });

  it('shows a programme that isn’t public yet as it will be, and draws nothing from another one', async () => {
    const olga = await signInAs(server, 'verborgen', 'olga');
    expect((await server.get('/de/verborgen/erfolge')).status).toBe(404);
    const html = await (await open('/workspace/en/verborgen/preview', olga)).text();
    expect(html).toContain('Preview, not public.');
    const foreign = await open(`/workspace/de/verborgen/preview?result=${draft}`, olga);
    expect(await foreign.text()).not.toContain(DRAFT);
  });

  it('publishes nothing', async () => {
    expect(await stored()).toEqual(drafted);
    expect(await (await server.get('/de/probe/erfolge')).text()).not.toContain(DRAFT);
  });
});

describe('while a preview is read', () => {
  it('others publish in the same programme', async () => {
    const { source } = server;
    const [{ id } = { id: '' }] = await source.query<{ id: string }[]>(
      `SELECT id FROM programme WHERE slug = 'probe'`,
    );
    /** Somebody changes a topic that none of the drafts is in. */
    const write = (): Promise<unknown> =>
      source.query(
        `UPDATE topic SET title = 'Inzwischen geändert' WHERE id = (SELECT t.id FROM topic t WHERE t.programme_id = $1
           AND NOT EXISTS (SELECT FROM action_field a JOIN measure m ON m.action_field_id = a.id
             JOIN result r ON r.measure_id = m.id AND r.state = 'DRAFT' WHERE a.topic_id = t.id) LIMIT 1)`,
        [id],
      );
    let written: Promise<unknown> = Promise.resolve();
    const seen = await readAsIfPublished(
      new Transactions(source),
      { programmeId: id },
      'ALL',
      async (reader) => {
        written = write();
        // The embedded database has one session: there the write begins when the preview has ended.
        if (process.env['TEST_DATABASE_URL'] !== undefined) await written;
        return reader.query<unknown[]>('SELECT FROM published_success WHERE text = $1', [DRAFT]);
      },
    );
    await written;
    expect(seen).toHaveLength(1);
    const page = await (await server.get('/de/probe/erfolge')).text();
    expect(page).not.toContain(DRAFT);
    expect(
      await source.query(`SELECT FROM published_topic WHERE title = 'Inzwischen geändert'`),
    ).toHaveLength(1);
    for (const name of ['success', 'topic_summary', 'feed_node'])
      expect(
        await source.query(
          `(TABLE published_${name} EXCEPT TABLE computed_${name})
           UNION ALL (TABLE computed_${name} EXCEPT TABLE published_${name})`,
        ),
      ).toEqual([]);
  });
});

describe('the preview of a call’s page', () => {
  const TEXT = 'Wer kürzt die Wege?';
  const path = (key: string, slug = 'verborgen'): string =>
    `/workspace/de/${slug}/calls/${key}/preview`;
  const calls = (): Promise<unknown> =>
    server.source.query('SELECT id, state, opens_on, version FROM volunteer_call ORDER BY id');
  beforeAll(async () => {
    const [loop] = await server.source.query<{ id: string }[]>(
      `SELECT l.id FROM learning_loop l JOIN programme p ON p.id = l.programme_id
       WHERE p.slug = 'verborgen' AND l.number = 3`,
    );
    const olga = await signInAs(server, 'verborgen', 'olga');
    const make = (title: string, more: object): Promise<unknown> =>
      olga.gql('mutation($input: CreateCallInput!) { createCall(input: $input) { __typename } }', {
        input: { programme: 'verborgen', title, text: TEXT, ...more },
      });
    const facts = { closesOn: '2020-01-31', seats: 3, minimumTerm: 2, firstLoopId: loop!.id };
    await make('Entwurf', { ...facts, questions: ['Wie viel Zeit haben Sie?'] });
    await make('Halber Entwurf', { ...facts, seats: null });
  });

  it('shows a draft as it will be, with a form that can’t be sent, and keeps it a draft', async () => {
    const before = await calls();
    const olga = await signInAs(server, 'verborgen', 'olga');
    const response = await open(path('entwurf'), olga);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    for (const text of [
      TEXT,
      '31. Januar 2020',
      'Wie viel Zeit haben Sie?',
      'Lernschleifen 3 und 4',
    ])
      expect(html).toContain(text);
    expect(html).toMatch(/<button[^>]* disabled=""[^>]*><span[^>]*>Meldung absenden/);
    expect(html).toContain('href="/workspace/de/verborgen/calls/entwurf"');
    expect(await calls()).toEqual(before);
    expect((await server.get('/de/verborgen/mitmachen')).status).toBe(404);
  });

  it('is the public page but for its button, once the call is open', async () => {
    await anOpenCallOf(server, 'probe');
    const olga = await signInAs(server, 'probe', 'olga');
    const main = (html: string): string | undefined =>
      /<main[\s\S]*<\/main>/.exec(html)?.[0].replace(' disabled=""', '');
    const shown = await (await open(path('wer-geht-mit', 'probe'), olga)).text();
    expect(main(shown)).toBe(main(await (await server.get('/de/probe/mitmachen')).text()));
  });

  it('is nothing for a call that lacks what the page says, and for who may not enter', async () => {
    const olga = await signInAs(server, 'verborgen', 'olga');
    expect((await open(path('halber-entwurf'), olga)).status).toBe(404);
    expect((await open(path('keiner'), olga)).status).toBe(404);
    for (const who of [
      await signInAs(server, 'probe', 'olga'),
      await signInAs(server, 'verborgen', 'emil'),
    ]) {
      const response = await open(path('entwurf'), who);
      expect([response.status, await response.text()]).toEqual([
        404,
        expect.not.stringContaining(TEXT),
      ]);
    }
    const response = await fetch(server.origin + path('entwurf'), { redirect: 'manual' });
    expect(response.headers.get('location')).toBe(
      `/sign-in?return=${encodeURIComponent(path('entwurf'))}`,
    );
  });
});

describe('the words of a programme', () => {
  const set = async (words: Record<string, string>): Promise<void> => {
    await server.source.query(`UPDATE programme SET words = $1 WHERE slug = 'probe'`, [
      JSON.stringify(words),
    ]);
  };
  const page = async (path: string): Promise<string> => (await server.get(path)).text();

  it('stand on its public pages, in its own language', async () => {
    const before = await page('/de/probe/schleifen');
    expect(before).toContain('<h1 class="ls-h1">Lernschleifen</h1>');
    await set({ 'word.loop': 'Sprint <b>', 'word.loops': 'Sprints & {number}' });
    const after = await page('/de/probe/schleifen');
    expect(after).toContain('<h1 class="ls-h1">Sprints &amp; {number}</h1>');
    expect(after).toContain('Sprint &lt;b&gt;\u00a01');
    expect(await page('/en/probe/loops')).toContain('<h1 class="ls-h1">Learning loops</h1>');
    await set({ 'word.loop': 'Sprint', 'word.loops': 'Sprints' });
    const names = /<nav class="ls-nav"[\s\S]*?<\/nav>/.exec(await page('/de/probe/erfolge'))?.[0];
    expect(names).toContain('>Sprints</a>');
    await set({});
  });

  it('make an old page new for whoever has kept it', async () => {
    const etag = (await server.get('/de/probe/erfolge')).headers.get('etag') ?? '';
    await set({ 'word.loop': 'Runde' });
    expect((await server.get('/de/probe/erfolge', { 'if-none-match': etag })).status).toBe(200);
    await set({});
  });
});
