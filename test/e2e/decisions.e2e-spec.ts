import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { exportProgramme } from '#application/programme-files/export-programme.js';
import type { GraphqlAnswer } from '../support/graphql.js';
import {
  aProgramme,
  brought,
  measureOf,
  refused,
  type ProgrammeDraft,
} from '../support/sample-programme.js';
import { signInAs, type SignedIn } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

/** As deep as the query: tests know what they asked. */
type Deep = GraphqlAnswer['data'];

let server: TestServer;
let circle: SignedIn;
let guide: SignedIn;
let outsider: SignedIn;
let measures: Record<string, string>;
let foreign: string;
beforeAll(async () => {
  server = await startTestServer();
  await brought(server.source, aProgramme('probe'));
  await brought(server.source, aProgramme('fremd'));
  circle = await signInAs(server, 'probe', 'olga');
  guide = await signInAs(server, 'probe', 'gisela');
  outsider = await signInAs(server, 'fremd', 'olga');
  const rows = await server.source.query<{ slug: string; key: string; id: string }[]>(
    'SELECT p.slug, m.key, m.id FROM measure m JOIN programme p ON p.id = m.programme_id',
  );
  measures = Object.fromEntries(
    rows.filter(({ slug }) => slug === 'probe').map(({ key, id }) => [key, id]),
  );
  foreign = rows.find(({ slug }) => slug === 'fremd')!.id;
});
afterAll(() => server.stop());

const DECISION = `id body day point ruling note version measures { measureId title loopNumber phase } nextSteps { text }`;
const mutation = (name: 'recordDecision' | 'editDecision'): string =>
  `mutation ($input: ${name === 'recordDecision' ? 'RecordDecision' : 'EditDecision'}Input!) {
    ${name}(input: $input) { __typename ... on UserError { code } ... on WorkspaceDecision { ${DECISION} }
      ... on InvalidInput { faults { field problem limit } }
      ... on StaleVersion { currentVersion changes { field to actor } } } }`;
async function write(
  who: SignedIn,
  name: 'recordDecision' | 'editDecision',
  input: object,
): Promise<Deep> {
  const { data, errors } = await who.gql(mutation(name), { input });
  return data ? data[name] : { errors };
}
const PAGE = `query ($programme: String!, $first: Int!, $after: String) { workspace(programme: $programme) {
  decisions(first: $first, after: $after) { edges { cursor node { point day } }
    pageInfo { hasNextPage hasPreviousPage endCursor } } } }`;
const page = async (
  who: SignedIn,
  programme: string,
  first: number,
  after?: string,
): Promise<Deep> => {
  const { data, errors } = await who.gql(PAGE, { programme, first, after });
  return errors ? { errors } : (data as Deep).workspace.decisions;
};
const aDecision = (point: string, more: object = {}): object => ({
  programme: 'probe',
  body: 'Transformationskreis',
  day: '2026-06-01',
  point,
  ruling: 'APPROVED',
  ...more,
});

describe('a decision', () => {
  it('is recorded with the measures that it is about, and opens the move that waited for it', async () => {
    const measureId = measures['kuerzen']!;
    await server.source.query(`UPDATE measure SET decision_required_for = 'PLAN' WHERE id = $1`, [
      measureId,
    ]);
    const ask = `query ($id: ID!) { workspace(programme: "probe") { measure(id: $id) {
      version decisions { point } history(first: 1) { field to actor version }
      availableMoves { to missing } } } }`;
    const lacks = async (): Promise<Deep> => {
      const { measure } = ((await circle.gql(ask, { id: measureId })).data as Deep).workspace;
      return {
        ...measure,
        missing: measure.availableMoves.find((one: Deep) => one.to === 'PLAN').missing,
      };
    };
    const before = await lacks();
    expect(before.missing).toContain('DECISION');

    const recorded = await write(
      circle,
      'recordDecision',
      aDecision('Felder streichen', {
        note: 'Mit Probe.',
        measureIds: [measureId, measureId.toUpperCase()],
      }),
    );
    expect(recorded).toMatchObject({
      __typename: 'WorkspaceDecision',
      body: 'Transformationskreis',
      day: '2026-06-01',
      point: 'Felder streichen',
      ruling: 'APPROVED',
      note: 'Mit Probe.',
      version: 1,
      nextSteps: [],
      measures: [{ measureId, title: 'Formulare kürzen', loopNumber: 2, phase: 'DO' }],
    });
    const after = await lacks();
    expect(after.missing).not.toContain('DECISION');
    expect(after).toMatchObject({
      version: before.version,
      decisions: [{ point: 'Felder streichen' }],
      history: [{ field: 'decision.added', to: 'Felder streichen', actor: 'Olga Ostermann' }],
    });
  });

  it('is changed, with its measures, by whoever saw its newest version', async () => {
    const { id: decisionId } = await write(
      circle,
      'recordDecision',
      aDecision('Vorher', { measureIds: [measures['rueckrufe']], note: 'Bleibt' }),
    );
    const edited = await write(circle, 'editDecision', {
      decisionId,
      version: 1,
      ruling: 'REFERRED',
      measureIds: [measures['kuerzen'], measures['telefondienst']],
    });
    expect(edited).toMatchObject({
      version: 2,
      ruling: 'REFERRED',
      point: 'Vorher',
      note: 'Bleibt',
    });
    expect(edited.measures.map(({ measureId }: Deep) => measureId)).toEqual([
      measures['telefondienst'],
      measures['kuerzen'],
    ]);
    expect(
      await write(circle, 'editDecision', { decisionId, version: 2, measureIds: [], note: null }),
    ).toMatchObject({ version: 3, measures: [], note: null });
    expect(
      await write(circle, 'editDecision', { decisionId, version: 1, point: 'X' }),
    ).toMatchObject({
      code: 'STALE_VERSION',
      currentVersion: 3,
    });
    const history = await server.source.query<{ field: string }[]>(
      'SELECT field FROM history_entry WHERE subject_id = $1 ORDER BY version, field',
      [decisionId],
    );
    expect(history.map(({ field }) => field)).toEqual([
      'created',
      'measure.added',
      'measure.added',
      'measure.added',
      'measure.removed',
      'ruling',
      'measure.removed',
      'measure.removed',
      'note',
    ]);
  });

  it('names each fault, and another programme’s measure like one that isn’t there', async () => {
    const faultsOf = async (more: object): Promise<unknown> =>
      (await write(circle, 'recordDecision', aDecision('Punkt', more))).faults;
    expect(
      await faultsOf({ body: ' ', point: 'a'.repeat(10_001), note: 'a'.repeat(10_001) }),
    ).toEqual([
      { field: 'input.body', problem: 'MISSING', limit: null },
      { field: 'input.point', problem: 'TOO_LONG', limit: 10_000 },
      { field: 'input.note', problem: 'TOO_LONG', limit: 10_000 },
    ]);
    for (const id of [foreign, randomUUID()])
      expect(await faultsOf({ measureIds: [measures['kuerzen'], id] })).toEqual([
        { field: 'input.measureIds[1]', problem: 'UNKNOWN', limit: null },
      ]);
    const { id: decisionId } = await write(circle, 'recordDecision', aDecision('Punkt'));
    expect(
      await write(circle, 'editDecision', {
        decisionId,
        version: 1,
        body: null,
        day: null,
        point: null,
        ruling: null,
      }),
    ).toMatchObject({
      faults: ['body', 'point', 'day', 'ruling'].map((field) => ({
        field: `input.${field}`,
        problem: 'MISSING',
      })),
    });
  });

  it('is not a guide’s to write, and nothing at all to anyone outside', async () => {
    const { id: decisionId } = await write(circle, 'recordDecision', aDecision('Vertraulich'));
    const writes = [
      ['recordDecision', aDecision('X')],
      ['editDecision', { decisionId, version: 1, point: 'X' }],
    ] as const;
    for (const [name, input] of writes) {
      expect(await write(guide, name, input)).toEqual({
        __typename: 'NotAllowed',
        code: 'NOT_ALLOWED',
      });
      expect(await write(outsider, name, input)).toEqual({
        __typename: 'NotFound',
        code: 'NOT_FOUND',
      });
      const { errors } = await server.gql(mutation(name), { input });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    expect((await outsider.gql(PAGE, { programme: 'probe', first: 5 })).data).toEqual({
      workspace: null,
    });
  });
});

describe('the decisions of a workspace', () => {
  it('are read newest first, page by page, by guides as well', async () => {
    const slug = 'seiten';
    await brought(server.source, aProgramme(slug));
    const member = await signInAs(server, slug, 'olga');
    const days = ['2026-03-01', '2026-05-01', '2026-05-01', '2026-04-01'];
    for (const [at, day] of days.entries())
      await write(member, 'recordDecision', { ...aDecision(`Punkt ${at}`), programme: slug, day });
    const reader = await signInAs(server, slug, 'gisela');
    const first = await page(reader, slug, 3);
    expect(first.edges.map(({ node }: Deep) => node.point)).toEqual([
      'Punkt 2',
      'Punkt 1',
      'Punkt 3',
    ]);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const second = await page(reader, slug, 3, first.pageInfo.endCursor);
    expect(second.edges.map(({ node }: Deep) => node.point)).toEqual(['Punkt 0']);
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it('have no cursor that is another programme’s decision or none', async () => {
    const { id } = await write(circle, 'recordDecision', aDecision('Anderswo'));
    for (const after of [id, randomUUID()])
      expect((await page(outsider, 'fremd', 5, after)).errors).toMatchObject([
        { message: 'after: is not a cursor of this list.', extensions: { code: 'BAD_USER_INPUT' } },
      ]);
  });
});

describe('decisions in a programme file', () => {
  /** The sample with a decision on "kuerzen", which waits for one before DO, and made its next step. */
  const withDecision = (slug: string, ruling: 'APPROVED' | 'REJECTED'): ProgrammeDraft => {
    const draft = aProgramme(slug);
    const measure = measureOf(draft, 'kuerzen');
    measure.helpWanted = 'Wer kennt die Software?';
    measure.decisionRequiredFor = 'DO';
    measure.nextSteps = [{ key: 'weiter', text: 'Weiter', decision: 'kreis-mai' }];
    draft.decisions = [
      {
        key: 'kreis-mai',
        body: 'Transformationskreis',
        day: '2026-05-11',
        point: 'Felder streichen',
        ruling,
        note: 'Mit Probe.',
        measures: ['telefondienst', 'kuerzen'],
      },
      {
        key: 'kreis-april',
        body: 'Kreis',
        day: '2026-04-01',
        point: 'Allgemeines',
        ruling: 'NOTED',
      },
    ];
    return draft;
  };

  it('come in, go out to the same bytes, and change nothing when they come again', async () => {
    const draft = withDecision('akten', 'APPROVED');
    await brought(server.source, draft);
    const member = await signInAs(server, 'akten', 'gisela');
    const ask = `{ workspace(programme: "akten") { decisions { edges { node { ${DECISION} } } }
      board(loop: 2) { key phase helpWanted decisionRequiredFor } } }`;
    const { workspace } = (await member.gql(ask)).data as Deep;
    expect(workspace.decisions.edges.map(({ node }: Deep) => node)).toMatchObject([
      {
        point: 'Felder streichen',
        note: 'Mit Probe.',
        measures: [{ loopNumber: 1 }, { title: 'Formulare kürzen' }],
        nextSteps: [{ text: 'Weiter' }],
      },
      { point: 'Allgemeines', measures: [], nextSteps: [] },
    ]);
    expect(workspace.board.find(({ key }: Deep) => key === 'kuerzen')).toEqual({
      key: 'kuerzen',
      phase: 'DO',
      helpWanted: 'Wer kennt die Software?',
      decisionRequiredFor: 'DO',
    });
    for (const format of ['yaml', 'json'] as const) {
      const file = await exportProgramme(server.source, 'akten', format);
      expect(await brought(server.source, file!)).toMatchObject({
        added: [],
        changed: [],
        removed: [],
      });
      expect(await exportProgramme(server.source, 'akten', format)).toBe(file);
    }
    draft.decisions![0]!.measures = ['kuerzen'];
    expect(await brought(server.source, draft)).toMatchObject({
      added: [],
      changed: [],
      removed: [{ kind: 'decisionMeasure', name: 'kreis-mai/telefondienst' }],
    });
  });

  it('hold a measure back that waits for one that approves', async () => {
    const report = await brought(server.source, withDecision('abgelehnt', 'REJECTED'));
    expect(report.lowered).toEqual([
      { key: 'kuerzen', from: 'DO', to: 'PLAN', missing: ['DECISION'] },
    ]);
    expect((await brought(server.source, withDecision('erlaubt', 'APPROVED'))).lowered).toEqual([]);
  });

  it('name what is wrong with them', async () => {
    const draft = withDecision('fehler', 'APPROVED');
    draft.decisions![0]!.measures = ['kuerzen', 'gibt-es-nicht', 'kuerzen'];
    draft.decisions![1]!.key = 'kreis-mai';
    measureOf(draft, 'kuerzen').nextSteps![0]!.decision = 'auch-nicht';
    expect((await refused(server.source, draft)).map(({ key, reason }) => [key, reason])).toEqual(
      expect.arrayContaining([
        ['decisions[0].measures[1]', 'gibt-es-nicht is not a key of measures in this file'],
        ['decisions[0].measures', 'names a measure twice'],
        ['decisions[1].key', 'the key kreis-mai stands here a second time'],
        ['measures[2].nextSteps[0].decision', 'auch-nicht is not a key of decisions in this file'],
      ]),
    );
  });
});

describe('a decision that was recorded by mistake', () => {
  const remove = async (who: SignedIn, decisionId: string, version = 1): Promise<Deep> => {
    const { data } = await who.gql(
      `mutation ($input: RemoveDecisionInput!) { removeDecision(input: $input) { __typename
         ... on UserError { code } ... on Removed { id } } }`,
      { input: { decisionId, version } },
    );
    return (data as Deep)?.removeDecision;
  };

  it('is taken away, and the measures that it was about tell of it', async () => {
    const [measure] = await server.source.query<Deep[]>(
      `SELECT m.id FROM measure m JOIN programme p ON p.id = m.programme_id WHERE p.slug = 'probe' LIMIT 1`,
    );
    const { id } = await write(
      circle,
      'recordDecision',
      aDecision('Aus Versehen', { measureIds: [measure.id] }),
    );
    expect(await remove(circle, id, 2)).toMatchObject({ code: 'STALE_VERSION' });
    expect(await remove(circle, id)).toEqual({ __typename: 'Removed', id });
    expect(await remove(circle, id)).toMatchObject({ code: 'NOT_FOUND' });
    const kept = await server.source.query<Deep[]>(
      `SELECT subject, field FROM history_entry WHERE from_value = 'Aus Versehen' ORDER BY subject`,
    );
    expect(kept).toEqual([
      { subject: 'DECISION', field: 'removed' },
      { subject: 'MEASURE', field: 'decision.removed' },
    ]);
  });

  it('stays while a next step follows from it', async () => {
    const { id } = await write(circle, 'recordDecision', aDecision('Mit Folgen'));
    await server.source.query(
      `UPDATE next_step SET decision_id = $1 WHERE id = (SELECT n.id FROM next_step n
         JOIN programme p ON p.id = n.programme_id WHERE p.slug = 'probe' LIMIT 1)`,
      [id],
    );
    expect(await remove(circle, id)).toEqual({ __typename: 'InUse', code: 'IN_USE' });
  });
});
