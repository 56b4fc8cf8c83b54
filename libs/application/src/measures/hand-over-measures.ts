import type { EntityManager } from 'typeorm';
import {
  handOverObstacle,
  mayHandOver,
  type HandOverObstacleCode,
} from '#domain/measures/hand-over.js';
import { mayEnterWorkspace } from '#domain/people/policy.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { LIMITS } from '#persistence/shared/limits.js';
import { mailMeasureOffered } from '../mail/causes.js';
import { findActor, once, type Caller, type RequestReused } from '../shared/caller.js';
import { textFaults } from '../shared/check-texts.js';
import {
  invalid,
  type InputFault,
  type InvalidInput,
  type NotAllowed,
  type NotFound,
} from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { findCandidate } from './lookups.js';
import { writeMeasure, type MeasureCommand, type WriteRefusal } from './write-measure.js';

export type HandOverCommand = {
  readonly fromPersonId: string;
  readonly toPersonId: string;
  readonly measures: readonly MeasureCommand[];
  readonly reason: string;
};

/** A measure that can't be handed over, and why. */
export type HandOverObstacle = {
  readonly measureId: string;
  readonly title: string;
  readonly code: HandOverObstacleCode;
};
/** Nothing was handed over; each measure that stands in the way is named. */
export type HandOverBlocked = {
  readonly code: 'HAND_OVER_BLOCKED';
  readonly inTheWay: readonly HandOverObstacle[];
};
export type HandOverRefusal =
  NotFound | NotAllowed | InvalidInput | HandOverBlocked | RequestReused;
/** `programme` is its slug. */
export type HandedOver = { readonly programme: string; readonly measureIds: readonly string[] };

type Locked = {
  readonly id: string;
  readonly title: string;
  readonly programme_id: string;
  readonly slug: string;
};

/**
 * Gives measures that one person owns to another, who is asked to accept each of them. By the one who gives them, or
 * by the circle. All or none: HAND_OVER_BLOCKED names every measure in the way.
 */
export function handOverMeasures(
  { work, now }: Writing,
  caller: Caller,
  command: HandOverCommand,
): Promise<Result<HandedOver, HandOverRefusal>> {
  type Answer = Result<HandedOver, HandOverRefusal>;
  return work.run<HandedOver, HandOverRefusal>((em) =>
    once(em, caller, { ...command, intent: 'handOverMeasures' }, async (): Promise<Answer> => {
      if (command.measures.length === 0) return err(invalid('measures', 'MISSING'));
      const from = command.fromPersonId.toLowerCase();
      const versions = new Map(
        command.measures.map(({ measureId, version }) => [measureId.toLowerCase(), version]),
      );
      const found = await lockAll(em, [...versions.keys()]);
      const [first] = found;
      const actor = first && (await findActor(em, caller.accountId, first.programme_id));
      const inOne = found.every((one) => one.programme_id === first?.programme_id);
      if (!actor || !mayEnterWorkspace(actor) || !inOne || found.length < versions.size)
        return err({ code: 'NOT_FOUND' });
      if (!mayHandOver(actor, from)) return err({ code: 'NOT_ALLOWED' });

      const { programme_id: programmeId } = first;
      const to = await findCandidate(em, programmeId, command.toPersonId, 'OWNER');
      const faults = await faultsOf(em, programmeId, command, from, to);
      if (to === null || faults.length > 0) return err({ code: 'INVALID_INPUT', faults });

      const inTheWay: HandOverObstacle[] = [];
      for (const { id: measureId, title } of found) {
        const outcome = await writeMeasure<Obstacle>(
          // In this transaction, and under this request: what one of them is refused for undoes the others.
          { work: { run: (part) => part(em) }, now },
          { ...caller, requestId: null },
          { measureId, version: versions.get(measureId) ?? 0 },
          { intent: 'handOverMeasures', rights: ['ANYONE'] },
          async (scope) => {
            const code = handOverObstacle(scope.measure, { from, to });
            if (code !== null) return err({ code });
            await mailMeasureOffered(scope, to);
            const { reason } = command;
            return ok({
              set: { ownerId: to, ownerAccepted: false },
              history: [{ field: 'owner', from, to, reason }],
            });
          },
        );
        if (!outcome.ok) inTheWay.push({ measureId, title, code: obstacleOf(outcome.error) });
      }
      return inTheWay.length > 0
        ? err({ code: 'HAND_OVER_BLOCKED', inTheWay })
        : ok({ programme: first.slug, measureIds: found.map(({ id }) => id) });
    }),
  );
}

type Obstacle = { readonly code: NonNullable<ReturnType<typeof handOverObstacle>> };

/** In the order of the ids, so that two who hand over the same measures wait and don't block each other. */
function lockAll(em: EntityManager, ids: readonly string[]): Promise<Locked[]> {
  return em.query<Locked[]>(
    `SELECT m.id, m.title, m.programme_id, pr.slug FROM measure m JOIN programme pr ON pr.id = m.programme_id
     WHERE m.id = ANY($1::uuid[]) ORDER BY m.id FOR UPDATE OF m`,
    [ids],
  );
}

/** `to` is the person of `toPersonId` who can own a measure; null when there is none. */
async function faultsOf(
  em: EntityManager,
  programmeId: string,
  { reason }: HandOverCommand,
  from: string,
  to: string | null,
): Promise<InputFault[]> {
  const faults = textFaults({
    field: 'reason',
    text: reason,
    longest: LIMITS.text,
    required: true,
  });
  // Who gives may be blocked: that is often why.
  const [giver] = await em.query<unknown[]>(
    'SELECT 1 FROM person WHERE id = $1 AND programme_id = $2',
    [from, programmeId],
  );
  if (giver === undefined) faults.push({ field: 'fromPersonId', problem: 'UNKNOWN' });
  if (to === null || to === from) faults.push({ field: 'toPersonId', problem: 'UNKNOWN' });
  return faults;
}

/** What the frame of a write refuses, as what stands in the way. */
function obstacleOf(refusal: Obstacle | WriteRefusal): HandOverObstacleCode {
  switch (refusal.code) {
    case 'STALE_VERSION':
      return 'CHANGED';
    case 'LOOP_FROZEN':
      return 'LOOP_CLOSED';
    case 'NOT_FOUND':
    case 'NOT_ALLOWED':
    case 'REQUEST_REUSED':
      // The measures are locked, and the caller was judged before.
      throw new Error(`A measure that is being handed over answers ${refusal.code}`);
    default:
      return refusal.code;
  }
}
