import {
  A_CIRCLE_MEMBER,
  A_STRANGER,
  aBareMeasure,
  aMeasure,
  AN_ADMINISTRATOR,
  THE_CHECKER,
  THE_OWNER,
} from '../measures/measure-facts.builder.js';
import type { MeasureFacts } from '../measures/measure.record.js';
import type { Actor } from '../people/actor.js';
import type { MoveInputs, Requirement } from './pdca-moves.js';
import { PDCA_PHASES, type PdcaPhase } from './pdca-phase.js';

/** What the rules answer: the move is made, or the code of the refusal, or all that is missing in the order of the table. */
export type MoveOutcome =
  'MOVED' | 'MOVE_NOT_ALLOWED' | 'MOVE_NOT_PERMITTED' | readonly Requirement[];

/** One move that is asked for, and what every way into the data has to answer. */
export type MoveCase = MoveInputs & {
  readonly name: string;
  readonly measure: MeasureFacts;
  readonly to: PdcaPhase;
  readonly actor: Actor;
  readonly expected: MoveOutcome;
};

type Who = 'owner' | 'checker' | 'circle';
type Row = {
  readonly from: PdcaPhase;
  readonly to: PdcaPhase;
  readonly by: readonly Who[];
  readonly needs: readonly Requirement[];
};

/** Copied by hand from docs/spec/pdca.md §2: a test that read the table would agree with any table. */
const ROWS: readonly Row[] = [
  {
    from: 'PLAN',
    to: 'DO',
    by: ['owner', 'circle'],
    needs: ['OWNER_ACCEPTED', 'SUCCESS_CRITERION', 'STEP', 'DUE_DAY'],
  },
  { from: 'PLAN', to: 'STOPPED', by: ['circle'], needs: ['REASON'] },
  { from: 'PLAN', to: 'CARRIED_OVER', by: ['circle'], needs: ['REASON', 'LATER_LOOP'] },
  { from: 'DO', to: 'PLAN', by: ['owner', 'circle'], needs: ['REASON'] },
  { from: 'DO', to: 'CHECK', by: ['owner', 'circle'], needs: ['STEPS_SETTLED', 'RESULT'] },
  { from: 'DO', to: 'STOPPED', by: ['circle'], needs: ['REASON'] },
  { from: 'DO', to: 'CARRIED_OVER', by: ['circle'], needs: ['REASON', 'LATER_LOOP'] },
  { from: 'CHECK', to: 'DO', by: ['checker', 'circle'], needs: ['REASON'] },
  { from: 'CHECK', to: 'ACT', by: ['checker', 'circle'], needs: ['VERDICT', 'LESSON'] },
  { from: 'CHECK', to: 'STOPPED', by: ['circle'], needs: ['REASON'] },
  { from: 'CHECK', to: 'CARRIED_OVER', by: ['circle'], needs: ['REASON', 'LATER_LOOP'] },
  { from: 'ACT', to: 'CHECK', by: ['circle'], needs: ['REASON'] },
  {
    from: 'ACT',
    to: 'DONE',
    by: ['circle'],
    needs: [
      'RESULT_SETTLED',
      'COMMISSIONER_TOOK_OVER',
      'NEXT_STEPS_SETTLED',
      'SUCCESSOR',
      'ANCHORED',
    ],
  },
  { from: 'ACT', to: 'CARRIED_OVER', by: ['circle'], needs: ['REASON', 'LATER_LOOP'] },
  { from: 'DONE', to: 'ACT', by: ['circle'], needs: ['REASON'] },
  // The builders' stopped measures were stopped in DO; the two other ways back stand among the cases beside the table.
  { from: 'STOPPED', to: 'DO', by: ['circle'], needs: ['REASON'] },
];

const rowOf = (from: PdcaPhase, to: PdcaPhase): Row | undefined =>
  ROWS.find((row) => row.from === from && row.to === to);

/** Ways in which a need isn't met while all else is there. */
const LACKS: Readonly<
  Partial<Record<Requirement, readonly (Partial<MoveInputs> & { facts?: Partial<MeasureFacts> })[]>>
> = {
  OWNER_ACCEPTED: [{ facts: { ownerAccepted: false } }, { facts: { ownerId: null } }],
  SUCCESS_CRITERION: [{ facts: { successCriterion: null } }],
  STEP: [{ facts: { steps: [] } }],
  DUE_DAY: [{ facts: { dueDay: null } }],
  STEPS_SETTLED: [
    { facts: { steps: [{ state: 'OPEN', dropReason: null }] } },
    {
      facts: {
        steps: [
          { state: 'DONE', dropReason: null },
          { state: 'OPEN', dropReason: null },
        ],
      },
    },
  ],
  RESULT: [{ facts: { resultStates: [] } }],
  VERDICT: [{ facts: { verdict: null } }],
  LESSON: [{ facts: { lesson: null } }],
  RESULT_SETTLED: [
    { facts: { resultStates: ['PUBLISHED', 'DRAFT'] } },
    { facts: { resultStates: ['DRAFT'] } },
  ],
  COMMISSIONER_TOOK_OVER: [
    { facts: { commissionerTookOver: false } },
    { facts: { commissionerId: null } },
  ],
  NEXT_STEPS_SETTLED: [{ facts: { nextStepCount: 0 } }],
  SUCCESSOR: [
    { facts: { verdict: 'ADAPT' } },
    { facts: { verdict: 'ADAPT', successor: { loopNumber: 2 } } },
  ],
  ANCHORED: [{ facts: { anchoredIn: null } }],
  REASON: [{ reason: null }, { reason: ' \n' }],
  LATER_LOOP: [
    { targetLoop: { number: 2, stage: 'RUNNING' } },
    { targetLoop: { number: 1, stage: 'CLOSED' } },
    { targetLoop: { number: 4, stage: 'CLOSED' } },
  ],
};

/** Other ways in which the needs of a move are met. */
const MEETS: readonly [from: PdcaPhase, to: PdcaPhase, facts: Partial<MeasureFacts>][] = [
  ['PLAN', 'DO', { steps: [{ state: 'OPEN', dropReason: null }] }],
  ['DO', 'CHECK', { resultStates: ['DRAFT'] }],
  ['DO', 'CHECK', { steps: [{ state: 'DROPPED', dropReason: 'The other unit did it.' }] }],
  ['CHECK', 'ACT', { verdict: 'STOP' }],
  ['ACT', 'DONE', { resultStates: ['INTERNAL'] }],
  ['ACT', 'DONE', { nextStepCount: 0, noNextStepNeeded: true }],
  ['ACT', 'DONE', { verdict: 'ADAPT', successor: { loopNumber: 3 }, anchoredIn: null }],
  ['ACT', 'DONE', { verdict: 'STOP', anchoredIn: null }],
];

/** What a measure with nothing at all meets all the same: both ask only after a verdict. */
const MET_WITHOUT_VERDICT: readonly Requirement[] = ['SUCCESSOR', 'ANCHORED'];

const ALL_SAID = {
  reason: ' It turned out otherwise. ',
  targetLoop: { number: 3, stage: 'PLANNED' },
} as const satisfies MoveInputs;
const NOTHING_SAID: MoveInputs = { reason: null, targetLoop: { number: 2, stage: 'RUNNING' } };
const IN_CLOSED_LOOP = { loopNumber: 1, loopStage: 'CLOSED' } as const;
const WHO_ASKS: readonly (readonly [Who | 'administrator' | 'stranger', Actor])[] = [
  ['owner', THE_OWNER],
  ['checker', THE_CHECKER],
  ['administrator', AN_ADMINISTRATOR],
  ['stranger', A_STRANGER],
];

const aCase = (
  what: string,
  measure: MeasureFacts,
  to: PdcaPhase,
  expected: MoveOutcome,
  more: Partial<MoveInputs & { actor: Actor }> = {},
): MoveCase => ({
  name: `${measure.phase} > ${to}, ${what}`,
  measure,
  to,
  actor: A_CIRCLE_MEMBER,
  ...ALL_SAID,
  ...more,
  expected,
});

/** A measure with an unsettled step in DO, where nothing else is there. */
const bare = (phase: PdcaPhase, facts: Partial<MeasureFacts> = {}): MeasureFacts =>
  aBareMeasure({
    phase,
    steps: phase === 'DO' ? [{ state: 'OPEN', dropReason: null }] : [],
    ...facts,
  });

function casesOfPair(from: PdcaPhase, to: PdcaPhase): readonly MoveCase[] {
  const row = rowOf(from, to);
  const missing = row?.needs.filter((need) => !MET_WITHOUT_VERDICT.includes(need));
  return [
    aCase('a complete measure', aMeasure({ phase: from }), to, row ? 'MOVED' : 'MOVE_NOT_ALLOWED'),
    aCase('a bare measure', bare(from), to, missing ?? 'MOVE_NOT_ALLOWED', NOTHING_SAID),
    aCase(
      'a complete measure of a closed loop',
      aMeasure({ phase: from, ...IN_CLOSED_LOOP }),
      to,
      row ? ['LOOP_NOT_CLOSED'] : 'MOVE_NOT_ALLOWED',
    ),
  ];
}

function casesOfRow({ from, to, by, needs }: Row): readonly MoveCase[] {
  const singly = needs.flatMap((need) =>
    (LACKS[need] ?? []).map(({ facts = {}, ...said }, at) =>
      aCase(`without ${need} (${at + 1})`, aMeasure({ phase: from, ...facts }), to, [need], said),
    ),
  );
  const rights = WHO_ASKS.map(([who, actor]) => {
    const may =
      who === 'administrator' ? by.includes('circle') : who !== 'stranger' && by.includes(who);
    const measure = aMeasure({ phase: from });
    return aCase(`by the ${who}`, measure, to, may ? 'MOVED' : 'MOVE_NOT_PERMITTED', { actor });
  });
  const owned = aMeasure({ phase: from, ownerId: A_CIRCLE_MEMBER.personId });
  const ownWord = from === 'CHECK' && to === 'ACT' ? 'MOVE_NOT_PERMITTED' : 'MOVED';
  return [...singly, ...rights, aCase('by an owner of the circle', owned, to, ownWord)];
}

const BESIDE_THE_TABLE: readonly MoveCase[] = [
  ...MEETS.map(([from, to, facts]) =>
    aCase(`with ${JSON.stringify(facts)}`, aMeasure({ phase: from, ...facts }), to, 'MOVED'),
  ),
  aCase(
    'a bare measure to be adapted',
    bare('ACT', { verdict: 'ADAPT' }),
    'DONE',
    ['RESULT_SETTLED', 'COMMISSIONER_TOOK_OVER', 'NEXT_STEPS_SETTLED', 'SUCCESSOR'],
    NOTHING_SAID,
  ),
  aCase(
    'a bare measure to be adopted',
    bare('ACT', { verdict: 'ADOPT' }),
    'DONE',
    ['RESULT_SETTLED', 'COMMISSIONER_TOOK_OVER', 'NEXT_STEPS_SETTLED', 'ANCHORED'],
    NOTHING_SAID,
  ),
  aCase(
    'a bare measure of a closed loop',
    bare('PLAN', IN_CLOSED_LOOP),
    'DO',
    ['OWNER_ACCEPTED', 'SUCCESS_CRITERION', 'STEP', 'DUE_DAY', 'LOOP_NOT_CLOSED'],
    NOTHING_SAID,
  ),
  aCase(
    'by an administrator who owns it',
    aMeasure({ phase: 'CHECK', ownerId: AN_ADMINISTRATOR.personId }),
    'ACT',
    'MOVE_NOT_PERMITTED',
    { actor: AN_ADMINISTRATOR },
  ),
  ...(['PLAN', 'DO', 'CHECK'] as const).flatMap((stoppedIn) =>
    (['PLAN', 'DO', 'CHECK'] as const).map((to) =>
      aCase(
        `stopped in ${stoppedIn}`,
        aMeasure({ phase: 'STOPPED', stoppedIn }),
        to,
        to === stoppedIn ? 'MOVED' : 'MOVE_NOT_ALLOWED',
      ),
    ),
  ),
  aCase(
    'stopped nobody knows where',
    aMeasure({ phase: 'STOPPED', stoppedIn: null }),
    'DO',
    'MOVE_NOT_ALLOWED',
  ),
  aCase(
    'waiting for a decision',
    aMeasure({ decisionRequiredFor: 'DO', rulings: ['REFERRED'] }),
    'DO',
    ['DECISION'],
  ),
  aCase(
    'waiting for a decision, and bare',
    bare('CHECK', { decisionRequiredFor: 'ACT' }),
    'ACT',
    ['VERDICT', 'LESSON', 'DECISION'],
    NOTHING_SAID,
  ),
  aCase(
    'after a decision that approves',
    aMeasure({ decisionRequiredFor: 'DO', rulings: ['REFERRED', 'APPROVED_WITH_CHANGES'] }),
    'DO',
    'MOVED',
  ),
];

/**
 * For tests: every pair of phases with a complete measure, with a bare one and in a closed loop; every row of the table
 * with each of its needs missing, and asked for by everyone; and the rules beside the table. The loops are 1 CLOSED,
 * 2 RUNNING, 3 PLANNED and 4 CLOSED; the measures are of loop 2 unless their loop is closed. People are named by the
 * ids of the builders: owner, checker, commissioner, circle-member, administrator, stranger.
 */
export const MOVE_CASES: readonly MoveCase[] = [
  ...PDCA_PHASES.flatMap((from) => PDCA_PHASES.flatMap((to) => casesOfPair(from, to))),
  ...ROWS.flatMap(casesOfRow),
  ...BESIDE_THE_TABLE,
];
