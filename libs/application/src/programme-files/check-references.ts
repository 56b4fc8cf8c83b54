import type { ProgrammeFile } from './programme-file.js';
import type { FilePath } from './file-path.js';

type Misfit = { readonly path: FilePath; readonly reason: string };

/** What no single field shows: keys that repeat, references to nothing, facts that contradict each other. */
export function checkReferences(file: ProgrammeFile): readonly Misfit[] {
  const misfits: Misfit[] = [];
  const say = (path: FilePath, reason: string): void => void misfits.push({ path, reason });
  const {
    units = [],
    goals = [],
    people = [],
    loops = [],
    topics = [],
    actionFields = [],
    measures = [],
  } = file;

  const keysOf = (kind: string, items: readonly { readonly key: string }[]): Set<string> => {
    const seen = new Set<string>();
    items.forEach(({ key }, at) => {
      if (seen.has(key)) say([kind, at, 'key'], `the key ${key} stands here a second time`);
      seen.add(key);
    });
    return seen;
  };
  const known = {
    units: keysOf('units', units),
    goals: keysOf('goals', goals),
    people: keysOf('people', people),
    topics: keysOf('topics', topics),
    actionFields: keysOf('actionFields', actionFields),
    measures: keysOf('measures', measures),
  };
  const refer = (path: FilePath, kind: keyof typeof known, key: string | undefined): void => {
    if (key !== undefined && !known[kind].has(key))
      say(path, `${key} is not a key of ${kind} in this file`);
  };

  const numbers = new Set<number>();
  let running: number | null = null;
  loops.forEach((loop, at) => {
    if (numbers.has(loop.number))
      say(['loops', at, 'number'], `loop ${loop.number} stands here a second time`);
    numbers.add(loop.number);
    if (loop.start && loop.end && loop.end < loop.start)
      say(['loops', at, 'end'], 'lies before the start');
    if (loop.stage !== 'RUNNING') return;
    if (running !== null)
      say(['loops', at, 'stage'], `loop ${running} is RUNNING already; only one may be`);
    running = loop.number;
  });

  const parents = new Map(units.map((unit) => [unit.key, unit.parent]));
  units.forEach((unit, at) => {
    refer(['units', at, 'parent'], 'units', unit.parent);
    const way = new Set<string>();
    for (let up: string | undefined = unit.key; up !== undefined; up = parents.get(up)) {
      if (way.has(up))
        return say(['units', at, 'parent'], `the unit ${unit.key} lies within itself`);
      way.add(up);
    }
  });
  people.forEach((person, at) => {
    refer(['people', at, 'unit'], 'units', person.unit);
    if (person.term && person.term.lastLoop < person.term.firstLoop)
      say(['people', at, 'term', 'lastLoop'], 'lies before the first loop');
  });
  actionFields.forEach((field, at) => {
    refer(['actionFields', at, 'topic'], 'topics', field.topic);
    if (!numbers.has(field.loop))
      say(['actionFields', at, 'loop'], `loop ${field.loop} is not in this file`);
  });

  const loopOfField = new Map(actionFields.map((field) => [field.key, field.loop]));
  const loopOf = new Map(
    measures.map((measure) => [measure.key, loopOfField.get(measure.actionField) ?? 0]),
  );
  const successors = new Map<string, string>();
  const resultKeys = new Set<string>();
  const nextStepKeys = new Set<string>();
  measures.forEach((measure, at) => {
    const here: FilePath = ['measures', at];
    refer([...here, 'actionField'], 'actionFields', measure.actionField);
    refer([...here, 'unit'], 'units', measure.unit);
    for (const field of ['owner', 'checker', 'commissioner'] as const)
      refer([...here, field], 'people', measure[field]);
    for (const field of ['contributors', 'guides'] as const) {
      (measure[field] ?? []).forEach((key, index) => refer([...here, field, index], 'people', key));
      if (new Set(measure[field]).size !== (measure[field] ?? []).length)
        say([...here, field], 'names someone twice');
    }
    (measure.goals ?? []).forEach((key, index) => refer([...here, 'goals', index], 'goals', key));
    if (new Set(measure.goals).size !== (measure.goals ?? []).length)
      say([...here, 'goals'], 'names a goal twice');
    if (measure.checker !== undefined && measure.checker === measure.owner)
      say([...here, 'checker'], 'is the owner: nobody checks their own measure');
    if (measure.ownerAccepted === true && measure.owner === undefined)
      say([...here, 'ownerAccepted'], 'needs an owner who accepted');
    if (measure.stoppedIn !== undefined && measure.phase !== 'STOPPED')
      say([...here, 'stoppedIn'], 'belongs to STOPPED measures only');
    if (measure.carriedFrom !== undefined) {
      refer([...here, 'carriedFrom'], 'measures', measure.carriedFrom);
      const other = successors.get(measure.carriedFrom);
      if (other !== undefined)
        say([...here, 'carriedFrom'], `${measure.carriedFrom} goes on in ${other} already`);
      successors.set(measure.carriedFrom, measure.key);
      if ((loopOf.get(measure.carriedFrom) ?? 0) >= (loopOf.get(measure.key) ?? 0))
        say([...here, 'carriedFrom'], 'is not in an earlier loop');
    }
    (measure.steps ?? []).forEach((step, index) => {
      const path = [...here, 'steps', index];
      if ((step.state === 'DROPPED') !== (step.reason !== undefined))
        say(
          [...path, 'reason'],
          step.reason
            ? 'belongs to dropped steps only'
            : 'is missing: say why the step was dropped',
        );
      if (step.done && step.state !== 'DONE') say([...path, 'done'], 'belongs to done steps only');
    });
    (measure.results ?? []).forEach((result, index) => {
      const path = [...here, 'results', index];
      if (resultKeys.has(result.key))
        say([...path, 'key'], `the key ${result.key} stands here a second time`);
      resultKeys.add(result.key);
      if ((result.state === 'PUBLISHED') !== (result.publishedAt !== undefined))
        say(
          [...path, 'publishedAt'],
          result.publishedAt
            ? 'belongs to published results only'
            : 'is missing: say when it was published',
        );
      if ((result.state === 'INTERNAL') !== (result.internalReason !== undefined))
        say(
          [...path, 'internalReason'],
          result.internalReason
            ? 'belongs to internal results only'
            : 'is missing: say why it stays internal',
        );
      (result.attachments ?? []).forEach((attachment, place) => {
        if (attachment.kind === 'FIGURE' && !attachment.alternativeText)
          say([...path, 'attachments', place, 'alternativeText'], 'is missing: a figure needs one');
        if (attachment.kind === 'VIDEO' && !attachment.transcript)
          say([...path, 'attachments', place, 'transcript'], 'is missing: a video needs one');
      });
    });
    (measure.nextSteps ?? []).forEach((next, index) => {
      const path = [...here, 'nextSteps', index];
      if (nextStepKeys.has(next.key))
        say([...path, 'key'], `the key ${next.key} stands here a second time`);
      nextStepKeys.add(next.key);
      refer([...path, 'addresseeUnit'], 'units', next.addresseeUnit);
      refer([...path, 'addresseePerson'], 'people', next.addresseePerson);
      refer([...path, 'becameMeasure'], 'measures', next.becameMeasure);
      if (next.addresseeUnit && next.addresseePerson)
        say([...path, 'addresseePerson'], 'stands beside a unit: name one of the two');
      if ((next.state === 'DROPPED') !== (next.reason !== undefined))
        say(
          [...path, 'reason'],
          next.reason ? 'belongs to dropped next steps only' : 'is missing: say why it was dropped',
        );
      if ((next.state === 'BECAME_MEASURE') !== (next.becameMeasure !== undefined))
        say(
          [...path, 'becameMeasure'],
          next.becameMeasure
            ? 'belongs to the state BECAME_MEASURE only'
            : 'is missing: name the measure',
        );
      if (next.done && next.state !== 'DONE')
        say([...path, 'done'], 'belongs to done next steps only');
      if (next.dueFrom && (!next.due || next.due < next.dueFrom))
        say([...path, 'due'], 'must be the last day of the period');
    });
  });
  return misfits;
}
