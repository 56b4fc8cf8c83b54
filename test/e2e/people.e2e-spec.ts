import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { signInWith } from '#application/accounts/sign-in.js';
import { Transactions } from '#persistence/shared/transactions.js';
import { aProgramme, brought, type ProgrammeDraft } from '../support/sample-programme.js';
import { signInAs, type SignedIn } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

let server: TestServer;
let admin: SignedIn;

const withAdmins = (slug: string): ProgrammeDraft => ({
  ...aProgramme(slug),
  people: [
    ...(aProgramme().people ?? []),
    { key: 'ada', name: 'Ada Ahrens', email: 'ada@example.org', role: 'ADMINISTRATOR' },
    { key: 'emil', name: 'Emil Evers', role: 'EMPLOYEE' },
  ],
});

beforeAll(async () => {
  server = await startTestServer();
  await brought(server.source, withAdmins('probe'));
  await brought(server.source, withAdmins('fremd'));
});
afterAll(() => server?.stop());
beforeEach(async () => {
  admin = await signInAs(server, 'probe', 'ada');
});

type Data = Record<string, unknown>;
async function idOf(table: string, key: string, slug = 'probe'): Promise<string> {
  const [row] = await server.source.query<{ id: string }[]>(
    `SELECT t.id FROM ${table} t JOIN programme pr ON pr.id = t.programme_id WHERE t.key = $1 AND pr.slug = $2`,
    [key, slug],
  );
  return row?.id ?? '';
}
/** A mutation's answer, with what a test asks of its success. */
async function write(who: SignedIn, mutation: string, input: Data, fields: string): Promise<Data> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await who.gql(
    `mutation($input: ${type}!) { ${mutation}(input: $input) { __typename ${fields}
       ... on UserError { code } ... on InvalidInput { faults { field problem limit } } } }`,
    { input },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as unknown as Record<string, Data>)[mutation] ?? {};
}
const PERSON =
  '... on WorkspacePerson { id key name role email blocked publicName unit { key } termFirstLoop termLastLoop }\n' +
  '... on StaleVersion { currentVersion changes { field from to actor } }';
const invite = (who: SignedIn, input: Data): Promise<Data> =>
  write(who, 'invitePerson', { programme: 'probe', role: 'GUIDE', ...input }, PERSON);
/** Under the version that the person has now, unless a test names another. */
const edit = async (who: SignedIn, input: Data): Promise<Data> =>
  write(
    who,
    'editPerson',
    { version: await versionOf('person', input['personId']), ...input },
    PERSON,
  );
async function versionOf(table: string, id: unknown): Promise<number> {
  const [row] = await server.source.query<{ version: number }[]>(
    `SELECT version FROM ${table} WHERE id = $1`,
    [id],
  );
  return row?.version ?? 1;
}
const invalid = (...faults: Data[]): Data => ({
  __typename: 'InvalidInput',
  code: 'INVALID_INPUT',
  faults: faults.map((fault) => ({ limit: null, ...fault })),
});
const isSignedIn = async (who: SignedIn): Promise<boolean> =>
  ((await who.gql('{ me { memberships { role } } }')).data as unknown as Data)['me'] !== null;
const historyOf = (id: string): Promise<Data[]> =>
  server.source.query(
    `SELECT field, from_value AS "from", to_value AS "to", a.key AS actor FROM history_entry h
     LEFT JOIN person a ON a.id = h.actor_id WHERE subject_id = $1 AND way = 'API' ORDER BY at, h.id`,
    [id],
  );

describe('the people of a workspace', () => {
  const PEOPLE =
    '{ workspace(programme: "probe") { me { key email } people { key email unit { name } } } }';
  const seenBy = async (key: string): Promise<{ me: Data; people: Data[] }> => {
    const who = await signInAs(server, 'probe', key);
    const { data } = await who.gql(PEOPLE);
    return (data as unknown as { workspace: { me: Data; people: Data[] } }).workspace;
  };

  it('show their addresses to administrators', async () => {
    const { people } = await seenBy('ada');
    expect(people.slice(0, 1)).toEqual([{ key: 'olga', email: 'olga@example.org', unit: null }]);
    expect(people.find(({ key }) => key === 'gisela')).toMatchObject({ unit: { name: 'Büro' } });
  });

  it('show to others the own address alone', async () => {
    const { me, people } = await seenBy('olga');
    expect(me).toEqual({ key: 'olga', email: 'olga@example.org' });
    expect(people.filter(({ email }) => email !== null).map(({ key }) => key)).toEqual(['olga']);
    expect((await seenBy('gisela')).people.filter(({ email }) => email !== null)).toEqual([]);
  });
});

describe('inviting a person', () => {
  it('adds one whose key comes from the name, and keeps it without name or address', async () => {
    const person = await invite(admin, {
      name: 'Jürgen Groß',
      email: 'juergen@example.org',
      unitId: await idOf('organisational_unit', 'buero'),
    });
    expect(person).toEqual({
      __typename: 'WorkspacePerson',
      id: expect.any(String),
      key: 'juergen-gross',
      name: 'Jürgen Groß',
      role: 'GUIDE',
      email: 'juergen@example.org',
      blocked: false,
      publicName: 'HIDDEN',
      unit: { key: 'buero' },
      termFirstLoop: null,
      termLastLoop: null,
    });
    expect(await historyOf(String(person['id']))).toEqual([
      { field: 'created', from: null, to: 'GUIDE', actor: 'ada' },
    ]);
    expect(await invite(admin, { name: 'Jürgen Groß' })).toMatchObject({ key: 'juergen-gross-2' });
  });

  it('says all that is wrong at once', async () => {
    const foreign = await idOf('organisational_unit', 'buero', 'fremd');
    expect(await invite(admin, { name: ' ', email: 'nowhere', unitId: foreign })).toEqual(
      invalid(
        { field: 'input.name', problem: 'MISSING' },
        { field: 'input.email', problem: 'MALFORMED' },
        { field: 'input.unitId', problem: 'UNKNOWN' },
      ),
    );
    expect(await invite(admin, { name: 'x'.repeat(201) })).toEqual(
      invalid({ field: 'input.name', problem: 'TOO_LONG', limit: 200 }),
    );
  });

  it('refuses an address that another person of the programme has, whatever its letters', async () => {
    expect(await invite(admin, { name: 'Zweite', email: 'OLGA@example.org' })).toMatchObject({
      code: 'IN_USE',
    });
  });

  it('is done once, when it is sent twice at the same time', async () => {
    const requestId = randomUUID();
    const input = { name: 'Einmal', requestId };
    const [first, second] = await Promise.all([invite(admin, input), invite(admin, input)]);
    expect(second).toEqual(first);
    expect(await invite(admin, input)).toEqual(first);
    expect(await invite(admin, { name: 'Andere', requestId })).toEqual(
      invalid({ field: 'input.requestId', problem: 'REUSED' }),
    );
  });

  it.each([
    ['olga', 'NOT_ALLOWED'],
    ['gisela', 'NOT_ALLOWED'],
    ['emil', 'NOT_FOUND'],
  ])('is refused to %s with %s', async (key, code) => {
    const who = await signInAs(server, 'probe', key);
    expect(await invite(who, { name: 'Niemand' })).toMatchObject({ code });
    const personId = await idOf('person', 'bea');
    expect(await edit(who, { personId, role: 'GUIDE' })).toMatchObject({ code });
    for (const mutation of ['blockPerson', 'unblockPerson'])
      expect(await write(who, mutation, { personId }, PERSON)).toMatchObject({ code });
  });

  it('and all else is as if there were nothing for an administrator of another programme', async () => {
    const stranger = await signInAs(server, 'fremd', 'ada');
    const personId = await idOf('person', 'bea');
    const nobody = await edit(stranger, { personId: randomUUID(), role: 'GUIDE' });
    expect(nobody).toMatchObject({ code: 'NOT_FOUND' });
    expect(await edit(stranger, { personId, role: 'GUIDE' })).toEqual(nobody);
    expect(await write(stranger, 'blockPerson', { personId }, PERSON)).toEqual(nobody);
    expect(await invite(stranger, { name: 'Niemand' })).toEqual(nobody);
  });
});

describe('changing a person', () => {
  const invited = async (fields: Data = {}): Promise<{ personId: string; key: string }> => {
    const name = `Wer ${randomUUID().slice(0, 8)}`;
    const { id, key } = await invite(admin, { name, ...fields });
    return { personId: String(id), key: String(key) };
  };

  it('changes what is named and nothing else', async () => {
    const { personId } = await invited({ email: 'eine@example.org' });
    expect(
      await edit(admin, { personId, publicName: 'NAME', termFirstLoop: 2, termLastLoop: 4 }),
    ).toMatchObject({
      email: 'eine@example.org',
      role: 'GUIDE',
      publicName: 'NAME',
      termFirstLoop: 2,
      termLastLoop: 4,
    });
    expect(
      await edit(admin, { personId, email: null, termFirstLoop: null, termLastLoop: null }),
    ).toMatchObject({
      email: null,
      publicName: 'NAME',
      termFirstLoop: null,
    });
  });

  it('invites whoever gets an address, and whoever gets another one, once by each', async () => {
    const { personId } = await invited();
    const told = async (): Promise<string[]> => {
      const rows = await server.source.query<{ address: string }[]>(
        `SELECT address FROM mail WHERE person_id = $1 AND kind = 'INVITATION' ORDER BY id`,
        [personId],
      );
      return rows.map(({ address }) => address);
    };
    expect(await told()).toEqual([]);
    await edit(admin, { personId, email: 'zuerst@example.org' });
    await edit(admin, { personId, name: 'Anders geschrieben' });
    await edit(admin, { personId, email: 'ZUERST@example.org' });
    expect(await told()).toEqual(['zuerst@example.org']);
    await edit(admin, { personId, email: 'danach@example.org' });
    await edit(admin, { personId, email: null });
    expect(await told()).toEqual(['zuerst@example.org', 'danach@example.org']);
  });

  it('gives nothing back that was taken away meanwhile: the later one is told, and tries anew', async () => {
    const { personId } = await invited({ name: 'Karla Krux', role: 'CIRCLE' });
    expect(await edit(admin, { personId, version: 1, role: 'EMPLOYEE' })).toMatchObject({
      role: 'EMPLOYEE',
    });
    const corrected = { personId, name: 'Carla Krux' };
    expect(await edit(admin, { ...corrected, version: 1, role: 'CIRCLE' })).toEqual({
      __typename: 'StaleVersion',
      code: 'STALE_VERSION',
      currentVersion: 2,
      changes: [{ field: 'role', from: 'CIRCLE', to: 'EMPLOYEE', actor: 'Ada Ahrens' }],
    });
    expect(await edit(admin, { ...corrected, version: 2 })).toMatchObject({
      name: 'Carla Krux',
      role: 'EMPLOYEE',
    });
  });

  it('is stale after a block and after the own choice of the public name, too', async () => {
    const { personId, key } = await invited();
    await write(admin, 'blockPerson', { personId }, PERSON);
    expect(await edit(admin, { personId, version: 1, name: 'X' })).toMatchObject({
      changes: [{ field: 'blocked' }],
    });
    await write(admin, 'unblockPerson', { personId }, PERSON);
    const who = await signInAs(server, 'probe', key);
    const version = await versionOf('person', personId);
    await write(who, 'choosePublicName', { programme: 'probe', publicName: 'ROLE' }, '');
    expect(await edit(admin, { personId, version, publicName: 'HIDDEN' })).toMatchObject({
      currentVersion: version + 1,
      changes: [{ field: 'publicName', from: 'HIDDEN', to: 'ROLE' }],
    });
  });

  it('keeps each change, but neither names nor addresses', async () => {
    const { personId } = await invited({ email: 'alt@example.org' });
    await edit(admin, { personId, name: 'Neuer Name', email: 'neu@example.org', role: 'CIRCLE' });
    expect((await historyOf(personId)).slice(1)).toEqual([
      { field: 'name', from: null, to: null, actor: 'ada' },
      { field: 'email', from: null, to: null, actor: 'ada' },
      { field: 'role', from: 'GUIDE', to: 'CIRCLE', actor: 'ada' },
    ]);
  });

  it('says what is wrong', async () => {
    const { personId } = await invited();
    expect(await edit(admin, { personId, name: null, role: null, termFirstLoop: 3 })).toEqual(
      invalid(
        { field: 'input.name', problem: 'MISSING' },
        { field: 'input.role', problem: 'MISSING' },
        { field: 'input.termLastLoop', problem: 'MISSING' },
      ),
    );
    expect(await edit(admin, { personId, termFirstLoop: 3, termLastLoop: 2 })).toEqual(
      invalid({ field: 'input.termLastLoop', problem: 'OUT_OF_RANGE' }),
    );
  });

  describe('the consent to be named in public', () => {
    const refused = invalid({ field: 'input.publicName', problem: 'OWN_CONSENT_NEEDED' });
    const choicesOf = async (who: SignedIn, personId: string): Promise<unknown> => {
      const { data } = await who.gql(
        '{ workspace(programme: "probe") { people { id publicNameChoices } } }',
      );
      const { people } = data!['workspace'] as never as { people: Data[] };
      return people.find(({ id }) => id === personId)?.['publicNameChoices'];
    };

    it('is noted by administrators before the first sign-in, and only taken back afterwards', async () => {
      const { personId, key } = await invited();
      expect(await choicesOf(admin, personId)).toEqual(['HIDDEN', 'ROLE', 'NAME', 'NAME_AND_UNIT']);
      expect(await edit(admin, { personId, publicName: 'NAME' })).toMatchObject({
        publicName: 'NAME',
      });
      await signInAs(server, 'probe', key);
      expect(await choicesOf(admin, personId)).toEqual(['HIDDEN', 'ROLE', 'NAME']);
      expect(await edit(admin, { personId, publicName: 'NAME_AND_UNIT' })).toEqual(refused);
      expect(await edit(admin, { personId, publicName: 'NAME' })).toMatchObject({
        publicName: 'NAME',
      });
      expect(await edit(admin, { personId, publicName: 'ROLE' })).toMatchObject({
        publicName: 'ROLE',
      });
      expect(await edit(admin, { personId, publicName: 'NAME' })).toEqual(refused);
    });

    it('isn’t given for somebody by taking the account away first', async () => {
      const email = 'erst@example.org';
      const { personId } = await invited({ email });
      const writing = { work: new Transactions(server.source), now: () => new Date() };
      await signInWith(writing, { issuer: 'email', subject: email, verifiedEmail: email });
      await edit(admin, { personId, email: 'dann@example.org' });
      expect(await edit(admin, { personId, publicName: 'NAME' })).toEqual(refused);
    });

    it('is everybody’s own to give, administrators’ too', async () => {
      const personId = await idOf('person', 'ada');
      expect(await choicesOf(admin, personId)).toHaveLength(4);
      for (const publicName of ['NAME_AND_UNIT', 'HIDDEN'])
        expect(await edit(admin, { personId, publicName })).toMatchObject({ publicName });
    });
  });

  it('ends the sessions of whoever has another role, and of nobody else', async () => {
    const { personId, key } = await invited();
    const who = await signInAs(server, 'probe', key);
    const elsewhere = await signInAs(server, 'probe', key);
    await edit(admin, { personId, name: 'Wer sonst' });
    expect(await isSignedIn(who)).toBe(true);
    await edit(admin, { personId, role: 'CIRCLE' });
    expect(await isSignedIn(who)).toBe(false);
    expect(await isSignedIn(elsewhere)).toBe(false);
    expect(await isSignedIn(admin)).toBe(true);
  });

  it('ends them when the account goes to another address, and takes it away', async () => {
    const { personId, key } = await invited({ email: 'falsch@example.org' });
    const who = await signInAs(server, 'probe', key);
    await edit(admin, { personId, email: 'FALSCH@example.org' });
    expect(await isSignedIn(who)).toBe(true);
    await edit(admin, { personId, email: 'richtig@example.org' });
    expect(await isSignedIn(who)).toBe(false);
    const [person] = await server.source.query<Data[]>(
      'SELECT account_id FROM person WHERE id = $1',
      [personId],
    );
    expect(person).toEqual({ account_id: null });
  });

  it('shuts out at a block at once, whatever the session, and lets in again', async () => {
    const { personId, key } = await invited();
    const who = await signInAs(server, 'probe', key);
    expect(await write(admin, 'blockPerson', { personId }, PERSON)).toMatchObject({
      blocked: true,
    });
    expect(await isSignedIn(who)).toBe(false);
    const again = await signInAs(server, 'probe', key);
    const seen = await again.gql(
      '{ workspace(programme: "probe") { today } me { memberships { role } } }',
    );
    expect(seen).toEqual({ data: { workspace: null, me: { memberships: [] } } });
    expect(await write(admin, 'blockPerson', { personId }, PERSON)).toMatchObject({
      blocked: true,
    });
    expect(await write(admin, 'unblockPerson', { personId }, PERSON)).toMatchObject({
      blocked: false,
    });
    expect((await historyOf(personId)).map(({ field }) => field)).toEqual([
      'created',
      'blocked',
      'unblocked',
    ]);
  });

  it('writes nothing when the sessions can’t be ended', async () => {
    const { personId, key } = await invited();
    await signInAs(server, 'probe', key);
    await server.source.query(`CREATE FUNCTION no_delete() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'not now'; END $$`);
    await server.source.query(
      'CREATE TRIGGER no_delete BEFORE DELETE ON session FOR EACH ROW EXECUTE FUNCTION no_delete()',
    );
    await expect(edit(admin, { personId, role: 'CIRCLE' })).rejects.toThrow('INTERNAL');
    await server.source.query('DROP FUNCTION no_delete CASCADE');
    const [person] = await server.source.query<Data[]>('SELECT role FROM person WHERE id = $1', [
      personId,
    ]);
    expect(person).toEqual({ role: 'GUIDE' });
    expect(await historyOf(personId)).toHaveLength(1);
  });

  it('never leaves a programme without an administrator', async () => {
    const ada = await idOf('person', 'ada');
    const last = { problem: 'LAST_ADMINISTRATOR' };
    expect(await edit(admin, { personId: ada, role: 'CIRCLE' })).toEqual(
      invalid({ field: 'input.role', ...last }),
    );
    expect(await write(admin, 'blockPerson', { personId: ada }, PERSON)).toEqual(
      invalid({ field: 'input.personId', ...last }),
    );
    const { personId, key } = await invited({ role: 'ADMINISTRATOR' });
    await write(admin, 'blockPerson', { personId }, PERSON);
    expect(await edit(admin, { personId: ada, role: 'CIRCLE' })).toEqual(
      invalid({ field: 'input.role', ...last }),
    );
    await write(admin, 'unblockPerson', { personId }, PERSON);

    // Two who take each other's role at once: one remains.
    for (let rounds = 0; rounds < 3; rounds += 1) {
      const one = await signInAs(server, 'probe', 'ada');
      const other = await signInAs(server, 'probe', key);
      // The later one is refused, or signed out already.
      await Promise.allSettled([
        edit(one, { personId, role: 'CIRCLE' }),
        edit(other, { personId: ada, role: 'CIRCLE' }),
      ]);
      const left = await server.source.query<Data[]>(
        `SELECT p.key FROM person p JOIN programme pr ON pr.id = p.programme_id
         WHERE pr.slug = 'probe' AND role = 'ADMINISTRATOR' AND blocked_at IS NULL`,
      );
      expect(left).toHaveLength(1);
      await server.source.query(`UPDATE person SET role = 'ADMINISTRATOR' WHERE id IN ($1, $2)`, [
        ada,
        personId,
      ]);
    }
    await server.source.query(`UPDATE person SET role = 'GUIDE' WHERE id = $1`, [personId]);
  });
});

describe('the settings of a programme', () => {
  const FIELDS = `... on WorkspaceProgramme { title version timeZone staleAfterDays privacyText published words { key word }
    history(first: 3) { field from to actor version } }
    ... on StaleVersion { currentVersion changes { field actor } }`;
  const set = (who: SignedIn, input: Data): Promise<Data> =>
    write(who, 'editProgramme', { programme: 'probe', ...input }, FIELDS);

  it('are changed by administrators under the version that they saw', async () => {
    const changed = await set(admin, {
      version: 1,
      title: 'Kürzere Wege',
      staleAfterDays: 45,
      privacyText: 'Wir speichern wenig.',
      words: [
        { key: 'measure', word: 'Vorhaben' },
        { key: 'loop.name', word: 'Runde' },
      ],
    });
    expect(changed).toMatchObject({
      title: 'Kürzere Wege',
      version: 2,
      staleAfterDays: 45,
      words: [
        { key: 'loop.name', word: 'Runde' },
        { key: 'measure', word: 'Vorhaben' },
      ],
    });
    expect(changed['history']).toEqual(
      expect.arrayContaining([
        { field: 'staleAfterDays', from: '30', to: '45', actor: 'Ada Ahrens', version: 2 },
      ]),
    );
    expect(await set(admin, { version: 1, title: 'Zu spät' })).toEqual({
      __typename: 'StaleVersion',
      code: 'STALE_VERSION',
      currentVersion: 2,
      changes: expect.arrayContaining([{ field: 'title', actor: 'Ada Ahrens' }]),
    });
    expect(await set(admin, { version: 2, privacyText: null, words: [] })).toMatchObject({
      version: 3,
      title: 'Kürzere Wege',
      privacyText: null,
      words: [],
    });
  });

  it('say all that is wrong at once', async () => {
    expect(
      await set(admin, {
        version: 3,
        title: '',
        organisation: null,
        contactAddress: 'nobody',
        timeZone: 'Mond/Krater',
        staleAfterDays: 0,
        words: [
          { key: 'a b', word: 'x' },
          { key: 'measure', word: ' ' },
          { key: 'measure', word: 'y'.repeat(101) },
        ],
      }),
    ).toEqual(
      invalid(
        { field: 'input.organisation', problem: 'MISSING' },
        { field: 'input.title', problem: 'MISSING' },
        { field: 'input.contactAddress', problem: 'MALFORMED' },
        { field: 'input.timeZone', problem: 'UNKNOWN' },
        { field: 'input.staleAfterDays', problem: 'OUT_OF_RANGE' },
        { field: 'input.words[0].key', problem: 'MALFORMED' },
        { field: 'input.words[1].word', problem: 'MISSING' },
        { field: 'input.words[2].key', problem: 'REUSED' },
        { field: 'input.words[2].word', problem: 'TOO_LONG', limit: 100 },
      ),
    );
  });

  it('are not the circle’s, and not there for strangers', async () => {
    const olga = await signInAs(server, 'probe', 'olga');
    expect(await set(olga, { version: 3, published: false })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    const stranger = await signInAs(server, 'fremd', 'ada');
    expect(await set(stranger, { version: 3, published: false })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await set(stranger, { programme: 'nirgends', version: 1 })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('units and goals', () => {
  const STALE = '... on StaleVersion { currentVersion changes { field from to } }';
  const UNIT = `... on WorkspaceUnit { id key name kind parentId version } ${STALE}`;
  const GOAL = `... on WorkspaceGoal { id key title version } ${STALE}`;
  const REMOVED = '... on Removed { id }';

  it('form a tree that bites not its tail', async () => {
    const haus = await idOf('organisational_unit', 'haus');
    const buero = await idOf('organisational_unit', 'buero');
    const unit = await write(
      admin,
      'createUnit',
      { programme: 'probe', name: 'Außenstelle', kind: 'Gruppe', parentId: buero },
      UNIT,
    );
    expect(unit).toMatchObject({ key: 'aussenstelle', kind: 'Gruppe', parentId: buero });
    const below = invalid({ field: 'input.parentId', problem: 'UNKNOWN' });
    for (const parentId of [
      unit['id'],
      buero,
      haus,
      await idOf('organisational_unit', 'haus', 'fremd'),
    ])
      expect(await write(admin, 'editUnit', { unitId: haus, version: 1, parentId }, UNIT)).toEqual(
        below,
      );
    expect(
      await write(
        admin,
        'editUnit',
        { unitId: unit['id'], version: 1, name: 'Nebenstelle', parentId: haus },
        UNIT,
      ),
    ).toMatchObject({
      name: 'Nebenstelle',
      kind: 'Gruppe',
      parentId: haus,
    });
    expect(
      await write(
        admin,
        'editUnit',
        { unitId: unit['id'], version: 2, kind: null, parentId: null },
        UNIT,
      ),
    ).toMatchObject({
      name: 'Nebenstelle',
      kind: null,
      parentId: null,
    });
    const stale = { unitId: unit['id'], version: 2, name: 'Zu spät' };
    expect(await write(admin, 'editUnit', stale, UNIT)).toEqual({
      __typename: 'StaleVersion',
      code: 'STALE_VERSION',
      currentVersion: 3,
      changes: expect.arrayContaining([
        { field: 'unit.kind', from: 'Gruppe', to: null },
        { field: 'unit.parentId', from: haus, to: null },
      ]),
    });
    expect(await write(admin, 'removeUnit', { unitId: unit['id'] }, REMOVED)).toEqual({
      __typename: 'Removed',
      id: unit['id'],
    });
    expect(await write(admin, 'removeUnit', { unitId: unit['id'] }, REMOVED)).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('stay while something names them', async () => {
    for (const key of ['haus', 'buero'])
      expect(
        await write(
          admin,
          'removeUnit',
          { unitId: await idOf('organisational_unit', key) },
          REMOVED,
        ),
      ).toMatchObject({ code: 'IN_USE' });
    expect(
      await write(admin, 'removeGoal', { goalId: await idOf('strategic_goal', 'naehe') }, REMOVED),
    ).toMatchObject({ code: 'IN_USE' });
  });

  it('are made, said otherwise and removed', async () => {
    const goal = await write(admin, 'createGoal', { programme: 'probe', title: 'Mehr Ruhe' }, GOAL);
    expect(goal).toMatchObject({ key: 'mehr-ruhe', title: 'Mehr Ruhe' });
    expect(
      await write(admin, 'editGoal', { goalId: goal['id'], version: 1, title: 'Ruhe' }, GOAL),
    ).toMatchObject({ key: 'mehr-ruhe', title: 'Ruhe' });
    expect(
      await write(admin, 'editGoal', { goalId: goal['id'], version: 2, title: '' }, GOAL),
    ).toEqual(invalid({ field: 'input.title', problem: 'MISSING' }));
    expect(
      await write(admin, 'editGoal', { goalId: goal['id'], version: 1, title: 'Lärm' }, GOAL),
    ).toMatchObject({
      currentVersion: 2,
      changes: [{ field: 'goal.title', from: 'Mehr Ruhe', to: 'Ruhe' }],
    });
    const { data } = await admin.gql(
      '{ workspace(programme: "probe") { goals { key } units { key } } }',
    );
    expect(data).toEqual({
      workspace: {
        goals: [{ key: 'naehe' }, { key: 'mehr-ruhe' }],
        units: [{ key: 'haus' }, { key: 'buero' }],
      },
    });
    expect(await write(admin, 'removeGoal', { goalId: goal['id'] }, REMOVED)).toEqual({
      __typename: 'Removed',
      id: goal['id'],
    });
  });

  it('are the administrators’ alone', async () => {
    const olga = await signInAs(server, 'probe', 'olga');
    const stranger = await signInAs(server, 'fremd', 'ada');
    const unitId = await idOf('organisational_unit', 'haus');
    const goalId = await idOf('strategic_goal', 'naehe');
    const asked: [string, Data, string][] = [
      ['createUnit', { programme: 'probe', name: 'X' }, UNIT],
      ['editUnit', { unitId, version: 1, name: 'X' }, UNIT],
      ['removeUnit', { unitId }, REMOVED],
      ['createGoal', { programme: 'probe', title: 'X' }, GOAL],
      ['editGoal', { goalId, version: 1, title: 'X' }, GOAL],
      ['removeGoal', { goalId }, REMOVED],
    ];
    for (const [mutation, input, fields] of asked) {
      expect(await write(olga, mutation, input, fields)).toMatchObject({ code: 'NOT_ALLOWED' });
      expect(await write(stranger, mutation, input, fields)).toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});
