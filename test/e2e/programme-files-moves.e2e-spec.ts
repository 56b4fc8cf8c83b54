import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportProgramme } from '#application/programme-files/export-programme.js';
import { A_CIRCLE_MEMBER, aMeasure } from '#domain/measures/measure-facts.builder.js';
import { MOVE_CASES, type MoveCase } from '#domain/pdca/move-cases.builder.js';
import { isEndPhase, type PdcaPhase } from '#domain/pdca/pdca-phase.js';
import { start } from '../support/compiled-server.js';
import { aProgrammeOfMoves, draftOf, type Claim } from '../support/move-cases.js';
import { bring, type MeasureDraft, type ProgrammeDraft } from '../support/sample-programme.js';
import { startTestDatabase } from '../support/test-database.js';

/** A case, and the key of its measure in the files. */
type Keyed = MoveCase & { readonly key: string };

/**
 * The cases as a file can put them. It asks for nobody's right, because what was done is recorded. Nor does it judge
 * whether the later loop was open when a measure was carried over: since then it may have been closed.
 */
const CASES: readonly Keyed[] = MOVE_CASES.filter(
  ({ measure, to, actor, expected, targetLoop }) =>
    measure.phase !== to &&
    actor === A_CIRCLE_MEMBER &&
    expected !== 'MOVE_NOT_PERMITTED' &&
    targetLoop?.number !== 4,
).map((one, at) => ({ ...one, key: `fall-${at}` }));
const IN_OPEN_LOOP = CASES.filter(({ measure }) => measure.loopStage !== 'CLOSED');
const IN_CLOSED_LOOP = CASES.filter(({ measure }) => measure.loopStage === 'CLOSED');

const WAY: readonly PdcaPhase[] = ['PLAN', 'DO', 'CHECK', 'ACT', 'DONE'];
const isBare = ({ measure }: Keyed): boolean => measure.ownerId === null && !measure.ownerAccepted;

/** Where the measure stands before the move: a bare one of a running loop gets no further than PLAN. */
const startOf = (one: Keyed): PdcaPhase =>
  isBare(one) && !isEndPhase(one.measure.phase) ? 'PLAN' : one.measure.phase;

/** A file takes no measure back, leaves no end, and ends none where the table has no move to that end. */
function isRefused(one: Keyed): boolean {
  const from = startOf(one);
  if (isEndPhase(from)) return true;
  if (WAY.includes(one.to)) return WAY.indexOf(one.to) < WAY.indexOf(from);
  if (one.to === 'STOPPED') return from === 'ACT';
  // Without what carrying over needs it would go to PLAN: nothing says in which phase it ended.
  return one.expected !== 'MOVED' && from !== 'PLAN';
}

/** Where the measure stands afterwards. A file that skips phases is judged phase by phase, so it may arrive. */
function standsIn(one: Keyed): PdcaPhase {
  const arrives = one.expected === 'MOVED' || (one.expected === 'MOVE_NOT_ALLOWED' && !isBare(one));
  return arrives ? one.to : startOf(one);
}

/** What a bare measure lacks at least: what the table says, but for a way back, which is a way forward for it. */
function bareLacks({ to, expected }: Keyed): readonly string[] {
  if (!WAY.includes(to)) return ['REASON'];
  const saysMore = typeof expected === 'string' || expected.includes('REASON');
  return saysMore ? ['OWNER_ACCEPTED'] : expected;
}

/** A file with the measures of the cases, each as it was before the move or as it would be after it. */
function fileWith(cases: readonly Keyed[], time: 'before' | 'after'): ProgrammeDraft {
  const measures: MeasureDraft[] = [];
  const goesOn: MeasureDraft[] = [];
  for (const { key, measure, to, reason, targetLoop } of cases) {
    const { phase: from, loopNumber } = measure;
    const before: Claim = {
      phase: from,
      reason: 'Anders.',
      stoppedIn: stoppable(measure.stoppedIn),
    };
    const after: Claim = { phase: to, reason, stoppedIn: stoppable(from) };
    // An end is reached with all that it needs, whatever is missing afterwards.
    const complete = aMeasure({ phase: from, loopNumber });
    const facts = time === 'before' && isEndPhase(from) ? complete : measure;
    measures.push(draftOf(facts, key, time === 'before' ? before : after));
    const successor =
      from === 'CARRIED_OVER' ||
      measure.successor?.loopNumber === 3 ||
      (time === 'after' && to === 'CARRIED_OVER' && targetLoop?.number === 3);
    if (successor)
      goesOn.push({
        key: `${key}-weiter`,
        actionField: 'frage-3',
        title: `Weiter zählen ${key}`,
        carriedFrom: key,
      });
  }
  const decisions = cases.flatMap(({ key, measure }) =>
    measure.rulings.map((ruling, at) => ({
      key: `${key}-${at}`,
      body: 'Kreis',
      day: '2026-06-01',
      point: 'Anrufe',
      ruling,
      measures: [key],
    })),
  );
  return { ...aProgrammeOfMoves(), measures: [...measures, ...goesOn], decisions };
}

function stoppable(phase: PdcaPhase | null): MeasureDraft['stoppedIn'] {
  return phase === 'PLAN' || phase === 'DO' || phase === 'CHECK' ? phase : undefined;
}

type Lowered = { readonly from: string; readonly to: string; readonly missing: readonly string[] };
/** What an import says: the measures that it lowered, or the places and the reasons of its faults. */
type Told =
  | { readonly lowered: ReadonlyMap<string, Lowered> }
  | { readonly faults: readonly (readonly [place: string, reason: string])[] };
type Way = {
  readonly import: (file: ProgrammeDraft) => Promise<Told>;
  /** The programme as a file in JSON. */
  readonly export: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

async function theUseCase(): Promise<Way> {
  const { source, stop } = await startTestDatabase();
  return {
    import: async (file) => {
      const done = await bring(source, file);
      return done.ok
        ? { lowered: new Map(done.value.lowered.map(({ key, ...rest }) => [key, rest])) }
        : { faults: done.error.map(({ key, reason }) => [key, reason]) };
    },
    export: async () => (await exportProgramme(source, 'probe', 'json')) ?? '',
    stop,
  };
}

function theCommand(): Way {
  const folder = mkdtempSync(join(tmpdir(), 'lernschleife-moves-'));
  const run = async (...args: readonly string[]) => {
    const environment = { DATA_DIR: join(folder, 'data') };
    const started = start('dist/apps/server/src/programme-command.js', environment, args);
    const { code } = await started.ended;
    return { code, out: started.out(), errors: started.errors() };
  };
  return {
    import: async (file) => {
      const path = join(folder, 'probe.json');
      writeFileSync(path, JSON.stringify(file));
      const { code, out, errors } = await run('import', path);
      const notes = out.matchAll(
        /note: measure (\S+) stands in (\w+), not in (\w+); missing: (.*)$/gm,
      );
      if (code === 0)
        return {
          lowered: new Map(
            [...notes].map(([, key = '', to = '', from = '', missing = '']) => [
              key,
              { from, to, missing: missing.split(', ') },
            ]),
          ),
        };
      const faults = errors.matchAll(/probe\.json:\d+: (\S+) (.*)$/gm);
      return { faults: [...faults].map(([, place = '', reason = '']) => [place, reason]) };
    },
    export: async () => (await run('export', 'probe', '--json')).out,
    stop: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  };
}

describe.each<[string, () => Way | Promise<Way>]>([
  ['the use case', theUseCase],
  ['the command line', theCommand],
])('an import over %s', (_name, open) => {
  let way: Way;
  beforeAll(async () => {
    way = await open();
  });
  afterAll(() => way.stop());

  const phases = async (): Promise<ReadonlyMap<string, string>> => {
    const { measures } = JSON.parse(await way.export()) as { measures: MeasureDraft[] };
    return new Map(measures.map(({ key, phase = 'PLAN' }) => [key, phase]));
  };
  const brought = async (file: ProgrammeDraft): Promise<ReadonlyMap<string, Lowered>> => {
    const told = await way.import(file);
    if ('faults' in told) throw new Error(JSON.stringify(told.faults.slice(0, 5)));
    return told.lowered;
  };

  it('takes a measure as far as the rules allow, and no further, and says all that is missing', async () => {
    const cases = IN_OPEN_LOOP.filter((one) => !isRefused(one));
    expect(cases.length).toBeGreaterThan(50);
    await brought(fileWith(cases, 'before'));
    const before = await phases();
    for (const one of cases)
      expect([one.name, before.get(one.key)]).toEqual([one.name, startOf(one)]);

    const lowered = await brought(fileWith(cases, 'after'));
    const after = await phases();
    for (const one of cases) {
      const stands = standsIn(one);
      expect([one.name, after.get(one.key)]).toEqual([one.name, stands]);
      const note = lowered.get(one.key);
      if (stands === one.to) {
        expect([one.name, note]).toEqual([one.name, undefined]);
        continue;
      }
      expect([one.name, note]).toMatchObject([one.name, { from: one.to, to: stands }]);
      if (isBare(one))
        expect([one.name, note?.missing]).toEqual([
          one.name,
          expect.arrayContaining([...bareLacks(one)]),
        ]);
      else expect([one.name, note?.missing]).toEqual([one.name, one.expected]);
    }
  });

  it('refuses every move that asks for more than a file can say, all at once, and changes nothing', async () => {
    const cases = [
      ...IN_OPEN_LOOP.filter(isRefused),
      ...IN_CLOSED_LOOP.filter(({ measure, to }) => isEndPhase(measure.phase) && isEndPhase(to)),
    ];
    expect(cases.length).toBeGreaterThan(50);
    await brought(fileWith(cases, 'before'));
    const before = await way.export();
    const told = await way.import(fileWith(cases, 'after'));
    const faults = 'faults' in told ? told.faults : [];
    cases.forEach((one, at) => {
      const own = faults.filter(
        ([place]) => place.match(/^measures\[\d+\]/)?.[0] === `measures[${at}]`,
      );
      expect([one.name, own.map(([, reason]) => reason).join('; ')]).toEqual([
        one.name,
        expect.stringMatching(/would go back|no move leads|closed/),
      ]);
    });
    expect(await way.export()).toBe(before);
  });

  it('refuses what is open in a closed loop', async () => {
    const cases = IN_CLOSED_LOOP.filter(({ to }) => !isEndPhase(to));
    const told = await way.import(fileWith(cases, 'after'));
    expect('faults' in told ? told.faults.map(([place]) => place) : []).toEqual(
      cases.map((_one, at) => `measures[${at}].phase`),
    );
  });
});
