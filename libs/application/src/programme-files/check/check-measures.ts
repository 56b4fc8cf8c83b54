import type { FilePath } from '../file-path.js';
import type { Misfits } from './misfits.js';
import type { FileMeasure } from '../programme-file.js';

/** References and facts of measures, their steps, results, attachments and next steps. */
export function checkMeasures(misfits: Misfits): void {
  const { measures = [] } = misfits.file;
  const pathOf = (at: number): FilePath => ['measures', at];
  measures.forEach((measure, at) => {
    checkPeopleAndPlaces(misfits, measure, pathOf(at));
    checkSteps(misfits, measure, pathOf(at));
    checkResults(misfits, measure, pathOf(at));
    checkNextSteps(misfits, measure, pathOf(at));
  });
  checkChains(misfits, measures);
  for (const list of ['results', 'nextSteps'] as const) {
    const items = measures.flatMap((measure, at) =>
      (measure[list] ?? []).map(({ key }, index) => ({ key, path: [...pathOf(at), list, index] })),
    );
    misfits.keysOf(items, (at) => items[at]?.path ?? []);
  }
}

function checkPeopleAndPlaces(misfits: Misfits, measure: FileMeasure, path: FilePath): void {
  misfits.refer([...path, 'actionField'], 'actionFields', measure.actionField);
  misfits.refer([...path, 'unit'], 'units', measure.unit);
  for (const field of ['owner', 'checker', 'commissioner'] as const)
    misfits.refer([...path, field], 'people', measure[field]);
  for (const field of ['contributors', 'guides'] as const)
    misfits.referAll([...path, field], 'people', measure[field], 'names someone twice');
  misfits.referAll([...path, 'goals'], 'goals', measure.goals, 'names a goal twice');
  if (measure.checker !== undefined && measure.checker === measure.owner)
    misfits.say([...path, 'checker'], 'is the owner: nobody checks their own measure');
  if (measure.ownerAccepted === true && measure.owner === undefined)
    misfits.say([...path, 'ownerAccepted'], 'needs an owner who accepted');
  if (measure.stoppedIn !== undefined && measure.phase !== 'STOPPED')
    misfits.say([...path, 'stoppedIn'], 'belongs to STOPPED measures only');
}

/** A chain of measures goes from loop to later loop and has no forks. */
function checkChains(misfits: Misfits, measures: readonly FileMeasure[]): void {
  const loopOfField = new Map(
    (misfits.file.actionFields ?? []).map((field) => [field.key, field.loop]),
  );
  const loopOf = new Map(
    measures.map((measure) => [measure.key, loopOfField.get(measure.actionField) ?? 0]),
  );
  const successors = new Map<string, string>();
  measures.forEach(({ key, carriedFrom }, at) => {
    if (carriedFrom === undefined) return;
    const path = ['measures', at, 'carriedFrom'];
    misfits.refer(path, 'measures', carriedFrom);
    const other = successors.get(carriedFrom);
    if (other !== undefined) misfits.say(path, `${carriedFrom} goes on in ${other} already`);
    successors.set(carriedFrom, key);
    if ((loopOf.get(carriedFrom) ?? 0) >= (loopOf.get(key) ?? 0))
      misfits.say(path, 'is not in an earlier loop');
  });
}

function checkSteps(misfits: Misfits, { steps = [] }: FileMeasure, measure: FilePath): void {
  steps.forEach((step, at) => {
    const path = [...measure, 'steps', at];
    misfits.goWith([...path, 'reason'], step.state === 'DROPPED', step.reason, {
      only: 'belongs to dropped steps only',
      missing: 'is missing: say why the step was dropped',
    });
    if (step.done && step.state !== 'DONE')
      misfits.say([...path, 'done'], 'belongs to done steps only');
  });
}

function checkResults(misfits: Misfits, { results = [] }: FileMeasure, measure: FilePath): void {
  results.forEach((result, at) => {
    const path = [...measure, 'results', at];
    misfits.goWith([...path, 'publishedAt'], result.state === 'PUBLISHED', result.publishedAt, {
      only: 'belongs to published results only',
      missing: 'is missing: say when it was published',
    });
    misfits.goWith(
      [...path, 'internalReason'],
      result.state === 'INTERNAL',
      result.internalReason,
      {
        only: 'belongs to internal results only',
        missing: 'is missing: say why it stays internal',
      },
    );
    (result.attachments ?? []).forEach(({ kind, alternativeText, transcript }, place) => {
      const attachment = [...path, 'attachments', place];
      if (kind === 'FIGURE' && !alternativeText)
        misfits.say([...attachment, 'alternativeText'], 'is missing: a figure needs one');
      if (kind === 'VIDEO' && !transcript)
        misfits.say([...attachment, 'transcript'], 'is missing: a video needs one');
    });
  });
}

function checkNextSteps(
  misfits: Misfits,
  { nextSteps = [] }: FileMeasure,
  measure: FilePath,
): void {
  nextSteps.forEach((next, at) => {
    const path = [...measure, 'nextSteps', at];
    misfits.refer([...path, 'addresseeUnit'], 'units', next.addresseeUnit);
    misfits.refer([...path, 'addresseePerson'], 'people', next.addresseePerson);
    misfits.refer([...path, 'becameMeasure'], 'measures', next.becameMeasure);
    misfits.refer([...path, 'decision'], 'decisions', next.decision);
    if (next.addresseeUnit && next.addresseePerson)
      misfits.say([...path, 'addresseePerson'], 'stands beside a unit: name one of the two');
    misfits.goWith([...path, 'reason'], next.state === 'DROPPED', next.reason, {
      only: 'belongs to dropped next steps only',
      missing: 'is missing: say why it was dropped',
    });
    misfits.goWith(
      [...path, 'becameMeasure'],
      next.state === 'BECAME_MEASURE',
      next.becameMeasure,
      {
        only: 'belongs to the state BECAME_MEASURE only',
        missing: 'is missing: name the measure',
      },
    );
    if (next.done && next.state !== 'DONE')
      misfits.say([...path, 'done'], 'belongs to done next steps only');
    if (next.dueFrom && (!next.due || next.due < next.dueFrom))
      misfits.say([...path, 'due'], 'must be the last day of the period');
  });
}
