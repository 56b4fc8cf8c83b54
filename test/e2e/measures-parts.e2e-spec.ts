import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  COMPLETE,
  historyRows,
  idOf,
  measureOf,
  placed,
  staffed,
  write,
  type Read,
  type Staff,
} from '../support/measures.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

let server: TestServer;
let staff: Staff;
beforeAll(async () => {
  server = await startTestServer();
  staff = await staffed(server);
});
afterAll(() => server.stop());

const REASON = 'Weil es anders kam.';
const NEVER = '00000000-0000-7000-8000-000000000000';
const unknown = (field: string) => ({
  code: 'INVALID_INPUT',
  faults: [{ field: `input.${field}`, problem: 'UNKNOWN' }],
});
const wrongState = { code: 'INVALID_INPUT', faults: [{ problem: 'WRONG_STATE' }] };
/** What the history tells of parts of a measure, oldest first. */
async function partsOf(id: string): Promise<Read[]> {
  const { data } = await staff.olga.gql(
    `query ($id: ID!) { workspace(programme: "probe") { measure(id: $id) {
       history(first: 100) { field from to partId } } } }`,
    { id },
  );
  const { history } = (data as unknown as Read).workspace.measure;
  return history.filter(({ partId }: Read) => partId !== null).reverse();
}
const personId = (key: string, slug = 'probe') => idOf(server, 'person', key, slug);

/** Writes to one measure, each with the version that the last answer had; `at` is what the last one answered. */
async function writerOf(who: SignedIn, facts: Parameters<typeof placed>[2] = COMPLETE) {
  const id = await placed(server, 'PLAN', facts);
  const state = { id, at: await measureOf(who, id) };
  const go = async (mutation: string, input: Record<string, unknown> = {}, as = who) => {
    const asked = { measureId: id, version: state.at.version, ...input };
    const told = await write(as, mutation, asked);
    if (told.__typename === 'WorkspaceMeasure' && told.id === id) state.at = told;
    return told;
  };
  return Object.assign(state, { go });
}

describe('the owner', () => {
  it('is someone of the programme who may enter, and never the checker', async () => {
    const { go } = await writerOf(staff.carl);
    for (const id of [
      await personId('eva'),
      await personId('gus'),
      await personId('olga', 'fremd'),
      NEVER,
    ])
      expect(await go('assignOwner', { personId: id })).toMatchObject(unknown('personId'));
    expect(await go('assignOwner', { personId: await personId('gerd') })).toMatchObject({
      faults: [{ field: 'input.personId', problem: 'CHECKER_IS_OWNER' }],
    });
    expect(await go('assignChecker', { personId: await personId('olga') })).toMatchObject({
      faults: [{ field: 'input.personId', problem: 'CHECKER_IS_OWNER' }],
    });
  });

  it('accepts anew when asked anew, may give the measure back, and is then nobody', async () => {
    const { id, go } = await writerOf(staff.carl);
    const gisela = await personId('gisela');
    expect(await go('assignOwner', { personId: gisela })).toMatchObject({ ownerAccepted: false });
    expect(await go('acceptOwnership', {}, staff.gisela)).toMatchObject({ ownerAccepted: true });
    expect(await go('acceptOwnership', {}, staff.gisela)).toMatchObject(wrongState);
    expect(await go('assignOwner', { personId: gisela })).toMatchObject({ ownerAccepted: false });
    expect(await go('declineOwnership', { reason: ' ' }, staff.gisela)).toMatchObject({
      faults: [{ field: 'input.reason', problem: 'MISSING' }],
    });
    expect(await go('declineOwnership', { reason: REASON }, staff.gisela)).toMatchObject({
      owner: null,
      ownerAccepted: false,
    });
    expect((await historyRows(server, id)).at(-1)).toMatchObject({
      field: 'ownerDeclined',
      from: gisela,
      reason: REASON,
    });
  });
});

describe('the people beside the owner', () => {
  it('are added once and removed, by whom the rules name', async () => {
    const { go } = await writerOf(staff.carl);
    const person = { personId: await personId('eva') };
    expect(await go('addContributor', person)).toMatchObject({ contributors: [{ key: 'eva' }] });
    const { version } = await go('addContributor', person);
    expect(version).toBe(2);
    expect(await go('addGuide', person)).toMatchObject(unknown('personId'));
    expect(await go('removeGuide', person)).toMatchObject(unknown('personId'));
    expect(await go('removeContributor', person)).toMatchObject({ contributors: [] });
    expect(await go('assignCommissioner', person)).toMatchObject({
      commissioner: { key: 'eva' },
      commissionerTookOver: false,
    });
    expect(await go('assignCommissioner', { personId: null })).toMatchObject({
      commissioner: null,
    });
    expect(await go('takeOverOutcome')).toMatchObject(wrongState);
  });
});

describe('what is written about a measure', () => {
  it('changes where it is named, is emptied by null or blanks, and stays elsewhere', async () => {
    const { go, at } = await writerOf(staff.olga);
    const unitId = await idOf(server, 'organisational_unit', 'buero');
    const goalIds = [await idOf(server, 'strategic_goal', 'naehe')];
    expect(
      await go('editMeasure', { description: '  so  ', unitId: unitId.toUpperCase(), goalIds }),
    ).toMatchObject({
      description: '  so  ',
      unit: { key: 'buero' },
      goals: [{ key: 'naehe' }],
      title: at.title,
      successCriterion: at.successCriterion,
      version: 2,
    });
    expect(await go('editMeasure', { description: '  so  ', goalIds })).toMatchObject({
      version: 2,
    });
    expect(
      await go('editMeasure', { description: ' ', unitId: null, goalIds: [], dueDay: null }),
    ).toMatchObject({ description: null, unit: null, goals: [], dueDay: null, version: 3 });
  });

  it('names all that is wrong with it at once', async () => {
    const { go } = await writerOf(staff.olga);
    const told = await go('editMeasure', {
      title: ' ',
      lesson: undefined,
      description: 'x'.repeat(10_001),
      noNextStepNeeded: null,
      unitId: await idOf(server, 'organisational_unit', 'buero', 'fremd'),
      goalIds: [NEVER],
    });
    expect(told.faults).toEqual([
      { field: 'input.title', problem: 'MISSING', limit: null },
      { field: 'input.description', problem: 'TOO_LONG', limit: 10_000 },
      { field: 'input.noNextStepNeeded', problem: 'MISSING', limit: null },
      { field: 'input.unitId', problem: 'UNKNOWN', limit: null },
      { field: 'input.goalIds', problem: 'UNKNOWN', limit: null },
    ]);
  });

  it('is judged part by part', async () => {
    const { go } = await writerOf(staff.carl, { ...COMPLETE, owner: 'gisela' });
    expect(await go('editMeasure', { lesson: 'Neu' }, staff.gerd)).toMatchObject({ lesson: 'Neu' });
    for (const input of [{ title: 'Neu' }, { lesson: 'Neu', title: 'Neu' }, { anchoredIn: 'x' }])
      expect(await go('editMeasure', input, staff.gerd)).toMatchObject({ code: 'NOT_ALLOWED' });
    for (const input of [{ verdict: 'STOP' }, { decisionRequiredFor: 'DO' }])
      expect(await go('editMeasure', input, staff.gisela)).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('the steps of a measure', () => {
  it('are done, dropped, opened again, changed, put into another order and removed', async () => {
    const measure = await writerOf(staff.olga, { ...COMPLETE, step: false });
    const { go, id } = measure;
    for (const text of ['Eins', 'Zwei', 'Drei']) await go('addStep', { text });
    const [one, two, three] = measure.at.steps.map((step: { id: string }) => step.id);
    expect((await go('completeStep', { stepId: one, day: '2026-06-02' })).steps[0]).toMatchObject({
      state: 'DONE',
      doneDay: '2026-06-02',
    });
    expect(await go('completeStep', { stepId: one })).toMatchObject(wrongState);
    expect(await go('dropStep', { stepId: one, reason: REASON })).toMatchObject(wrongState);
    expect(await go('dropStep', { stepId: two, reason: '' })).toMatchObject({
      faults: [{ field: 'input.reason', problem: 'MISSING' }],
    });
    expect((await go('dropStep', { stepId: two, reason: REASON })).steps[1]).toMatchObject({
      state: 'DROPPED',
      dropReason: REASON,
    });
    expect(await go('reopenStep', { stepId: three })).toMatchObject(wrongState);
    expect((await go('reopenStep', { stepId: one })).steps[0]).toMatchObject({
      state: 'OPEN',
      doneDay: null,
    });
    const edited = await go('editStep', { stepId: one, stage: 'Haus', dueDay: '2026-12-24' });
    expect(edited.steps[0]).toMatchObject({ text: 'Eins', stage: 'Haus', dueDay: '2026-12-24' });
    for (const stepIds of [
      [one, two],
      [one, two, two],
      [one, two, NEVER],
      [one, two, three, NEVER],
    ])
      expect(await go('reorderSteps', { stepIds })).toMatchObject(unknown('stepIds'));
    const texts = (told: Read) => told.steps.map((step: Read) => `${step.position} ${step.text}`);
    expect(texts(await go('reorderSteps', { stepIds: [three, one, two] }))).toEqual([
      '1 Drei',
      '2 Eins',
      '3 Zwei',
    ]);
    expect(texts(await go('removeStep', { stepId: three }))).toEqual(['1 Eins', '2 Zwei']);
    const foreign = await writerOf(staff.olga);
    expect(await go('removeStep', { stepId: foreign.at.steps[0].id })).toMatchObject(
      unknown('stepId'),
    );
    expect((await historyRows(server, id)).map(({ field }) => field)).toEqual([
      ...['step.added', 'step.added', 'step.added', 'step.done', 'step.dropped', 'step.reopened'],
      ...['step.changed', 'step.reordered', 'step.removed'],
    ]);
  });
});

describe('the results of a measure', () => {
  it('are drafted by editors, and published, withdrawn and kept inside by the circle', async () => {
    const measure = await writerOf(staff.carl, { owner: 'gisela' });
    const { go } = measure;
    await go('draftResult', { text: 'Entwurf' }, staff.gisela);
    const [{ id: resultId }] = measure.at.results;
    expect(await go('draftResult', { text: ' ' }, staff.gisela)).toMatchObject({
      faults: [{ field: 'input.text', problem: 'MISSING' }],
    });
    expect(
      (await go('draftResult', { resultId, text: 'Besser', day: '2026-10-10' }, staff.gisela))
        .results,
    ).toMatchObject([{ text: 'Besser', day: '2026-10-10', state: 'DRAFT' }]);
    expect(await go('withdrawResult', { resultId, reason: REASON })).toMatchObject(wrongState);
    expect((await go('publishResult', { resultId })).results).toMatchObject([
      { state: 'PUBLISHED', publishedAt: expect.stringMatching(/Z$/) },
    ]);
    expect(await go('publishResult', { resultId })).toMatchObject(wrongState);
    for (const [mutation, input] of [
      ['draftResult', { resultId, text: 'Heimlich' }],
      ['removeResult', { resultId }],
      ['addAttachment', { resultId, kind: 'FILE', title: 'x', address: 'https://example.org/' }],
    ] as const)
      expect(await go(mutation, input, staff.gisela)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await go('draftResult', { resultId, text: 'Offen' })).results).toMatchObject([
      { text: 'Offen', state: 'PUBLISHED' },
    ]);
    expect((await go('keepResultInternal', { resultId, reason: REASON })).results).toMatchObject([
      { state: 'INTERNAL', publishedAt: null, internalReason: REASON },
    ]);
    expect((await go('withdrawResult', { resultId, reason: REASON })).results).toMatchObject([
      { state: 'DRAFT', internalReason: null },
    ]);
    expect(await go('removeResult', { resultId }, staff.gisela)).toMatchObject({ results: [] });
  });

  it('have a history each, in which a change of the day alone says from when to when', async () => {
    const measure = await writerOf(staff.carl, { owner: 'gisela' });
    const { go } = measure;
    await go('draftResult', { text: 'Eines' }, staff.gisela);
    await go('draftResult', { text: 'Anderes', day: '2026-10-01' }, staff.gisela);
    const [one, other] = measure.at.results.map(({ id }: Read) => id);
    await go('draftResult', { resultId: other, text: 'Anderes', day: '2026-10-10' }, staff.gisela);
    await go('draftResult', { resultId: one, text: 'Erstes' }, staff.gisela);
    await go('publishResult', { resultId: other });
    const entries = await partsOf(measure.at.id);
    expect(entries.filter(({ partId }) => partId === one)).toEqual([
      { field: 'result.drafted', from: null, to: 'Eines', partId: one },
      { field: 'result.changed', from: 'Eines', to: 'Erstes', partId: one },
    ]);
    expect(entries.filter(({ partId }) => partId === other)).toEqual([
      { field: 'result.drafted', from: null, to: 'Anderes', partId: other },
      { field: 'result.day', from: null, to: '2026-10-01', partId: other },
      { field: 'result.day', from: '2026-10-01', to: '2026-10-10', partId: other },
      { field: 'result.published', from: 'DRAFT', to: 'Anderes', partId: other },
    ]);
  });

  it('carry attachments that everyone can use', async () => {
    const measure = await writerOf(staff.carl, { ...COMPLETE, result: 'DRAFT' });
    const { go } = measure;
    const resultId = measure.at.results[0].id;
    const figure = {
      resultId,
      kind: 'FIGURE',
      title: 'Bild',
      address: 'https://example.org/b.png',
    };
    expect(await go('addAttachment', figure)).toMatchObject({
      faults: [{ field: 'input.alternativeText', problem: 'MISSING' }],
    });
    for (const address of ['javascript:alert(1)', 'data:text/html,x', 'https://', '/b.png'])
      expect(await go('addAttachment', { ...figure, kind: 'FILE', address })).toMatchObject({
        faults: [{ field: 'input.address', problem: 'MALFORMED' }],
      });
    const told = await go('addAttachment', { ...figure, alternativeText: 'Zwei Türen' });
    const [attachment] = told.results[0].attachments;
    expect(attachment).toMatchObject({ kind: 'FIGURE', alternativeText: 'Zwei Türen' });
    expect(
      (await go('removeAttachment', { resultId, attachmentId: attachment.id })).results[0]
        .attachments,
    ).toEqual([]);
  });
});

describe('a long history', () => {
  it('is read page by page to its first entry, and never by an entry of another measure', async () => {
    const { id, go } = await writerOf(staff.olga);
    for (let round = 1; round <= 5; round += 1)
      await go('editMeasure', { title: `Titel ${round}` });
    const page = async (after: string | null, first = 2, measure = id): Promise<Read[]> => {
      const { data } = await staff.olga.gql(
        `query ($id: ID!, $first: Int!, $after: String) { workspace(programme: "probe") {
           measure(id: $id) { history(first: $first, after: $after) { id to } } } }`,
        { id: measure, first, after },
      );
      return (data as unknown as Read).workspace.measure.history;
    };
    const all = await page(null, 100);
    const read: Read[] = [];
    for (let next = await page(null); next.length > 0; next = await page(read.at(-1)?.id))
      read.push(...next);
    expect(read).toEqual(all);
    expect(read.slice(0, 2).map(({ to }) => to)).toEqual(['Titel 5', 'Titel 4']);
    const other = await writerOf(staff.olga);
    expect(await page(all[0]?.id, 2, other.id)).toEqual([]);
  });
});

describe('the next steps of a measure', () => {
  it('name a unit or a person, and a period in its order', async () => {
    const measure = await writerOf(staff.olga);
    const { go } = measure;
    const addresseeUnitId = await idOf(server, 'organisational_unit', 'buero');
    const addresseePersonId = await personId('eva');
    const text = 'Nachfragen';
    expect(await go('addNextStep', { text, addresseeUnitId, addresseePersonId })).toMatchObject({
      faults: [{ field: 'input.addresseePersonId', problem: 'OUT_OF_RANGE' }],
    });
    expect(
      await go('addNextStep', { text, dueFrom: '2027-02-01', dueDay: '2027-01-01' }),
    ).toMatchObject({ faults: [{ field: 'input.dueDay', problem: 'OUT_OF_RANGE' }] });
    expect(await go('addNextStep', { text, decisionId: NEVER })).toMatchObject(
      unknown('decisionId'),
    );
    await go('addNextStep', { text, addresseeUnitId });
    const [{ id: nextStepId }] = measure.at.nextSteps;
    expect((await go('editNextStep', { nextStepId, addresseePersonId })).nextSteps).toMatchObject([
      { text, addresseeUnit: null, addresseePerson: { key: 'eva' } },
    ]);
    expect((await go('editNextStep', { nextStepId, text: 'Anrufen' })).nextSteps).toMatchObject([
      { text: 'Anrufen', addresseePerson: { key: 'eva' } },
    ]);
    expect(await partsOf(measure.at.id)).toEqual([
      { field: 'nextStep.unit', from: 'Büro', to: null, partId: nextStepId },
      {
        field: 'nextStep.person',
        from: null,
        to: expect.stringMatching(/^Eva/),
        partId: nextStepId,
      },
      { field: 'nextStep.changed', from: text, to: 'Anrufen', partId: nextStepId },
    ]);
  });

  it('can be ticked off after the close of the loop, but not added or reworded', async () => {
    const measureId = await idOf(server, 'measure', 'telefondienst');
    const { version, nextSteps }: { version: number; nextSteps: Read } = await measureOf(
      staff.olga,
      measureId,
    );
    const [{ id: nextStepId }] = nextSteps;
    const named = { measureId, nextStepId };
    expect(
      await write(staff.olga, 'editNextStep', { ...named, version, text: 'Anders' }),
    ).toMatchObject({ code: 'LOOP_FROZEN' });
    const done = await write(staff.olga, 'completeNextStep', { ...named, version });
    expect(done.nextSteps).toMatchObject([
      { state: 'DONE', doneDay: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    ]);
    const open = await write(staff.olga, 'reopenNextStep', { ...named, version: version + 1 });
    expect(open.nextSteps).toMatchObject([{ state: 'OPEN', doneDay: null }]);
    const drop = { ...named, version: version + 2, reason: REASON };
    expect(await write(staff.gerd, 'dropNextStep', drop)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await write(staff.olga, 'dropNextStep', drop)).nextSteps).toMatchObject([
      { state: 'DROPPED', dropReason: REASON },
    ]);
    await write(staff.olga, 'reopenNextStep', { ...named, version: version + 3 });
    const takeUp = { ...named, version: version + 4 };
    expect(
      await write(staff.olga, 'takeUpNextStep', {
        ...takeUp,
        actionFieldId: await idOf(server, 'action_field', 'telefon-1'),
      }),
    ).toMatchObject({ code: 'LOOP_FROZEN', frozen: 1 });
    const made = await write(staff.olga, 'takeUpNextStep', {
      ...takeUp,
      actionFieldId: await idOf(server, 'action_field', 'telefon-2'),
    });
    expect(made).toMatchObject({
      phase: 'PLAN',
      loopNumber: 2,
      title: 'Weiter mit telefondienst',
      version: 1,
    });
    expect((await measureOf(staff.olga, measureId)).nextSteps).toMatchObject([
      {
        state: 'BECAME_MEASURE',
        becameMeasure: { measureId: made.id, title: made.title, loopNumber: 2 },
      },
    ]);
    expect(
      await write(staff.olga, 'reopenNextStep', { ...named, version: version + 5 }),
    ).toMatchObject(wrongState);
  });
});
