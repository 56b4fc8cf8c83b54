import { checkMeasures } from './check-measures.js';
import { Misfits, type Misfit } from './misfits.js';
import type { ProgrammeFile } from '../programme-file.js';

/** What no single field shows: keys that repeat, references to nothing, facts that contradict each other. */
export function checkReferences(file: ProgrammeFile): readonly Misfit[] {
  const misfits = new Misfits(file);
  checkLoops(misfits);
  checkUnits(misfits);
  checkPeople(misfits);
  checkActionFields(misfits);
  checkMeasures(misfits);
  checkDecisions(misfits);
  return misfits.all;
}

function checkLoops(misfits: Misfits): void {
  const numbers = new Set<number>();
  let running: number | null = null;
  (misfits.file.loops ?? []).forEach((loop, at) => {
    if (numbers.has(loop.number))
      misfits.say(['loops', at, 'number'], `loop ${loop.number} stands here a second time`);
    numbers.add(loop.number);
    if (loop.start && loop.end && loop.end < loop.start)
      misfits.say(['loops', at, 'end'], 'lies before the start');
    if (loop.stage !== 'RUNNING') return;
    if (running !== null)
      misfits.say(['loops', at, 'stage'], `loop ${running} is RUNNING already; only one may be`);
    running = loop.number;
  });
}

function checkUnits(misfits: Misfits): void {
  const { units = [] } = misfits.file;
  const parents = new Map(units.map((unit) => [unit.key, unit.parent]));
  /** Whether the way up from a unit comes to an end. */
  const ends = new Map<string, boolean>();
  units.forEach((unit, at) => {
    misfits.refer(['units', at, 'parent'], 'units', unit.parent);
    const way = new Set<string>();
    let up: string | undefined = unit.key;
    for (; up !== undefined && !ends.has(up) && !way.has(up); up = parents.get(up)) way.add(up);
    const end = up === undefined || ends.get(up) === true;
    for (const one of way) ends.set(one, end);
    if (ends.get(unit.key) === false)
      misfits.say(['units', at, 'parent'], `the unit ${unit.key} lies within itself`);
  });
}

function checkPeople(misfits: Misfits): void {
  (misfits.file.people ?? []).forEach(({ unit, term }, at) => {
    misfits.refer(['people', at, 'unit'], 'units', unit);
    if (term && term.lastLoop < term.firstLoop)
      misfits.say(['people', at, 'term', 'lastLoop'], 'lies before the first loop');
  });
}

function checkDecisions(misfits: Misfits): void {
  (misfits.file.decisions ?? []).forEach(({ measures }, at) => {
    misfits.referAll(['decisions', at, 'measures'], 'measures', measures, 'names a measure twice');
  });
}

function checkActionFields(misfits: Misfits): void {
  const numbers = new Set((misfits.file.loops ?? []).map(({ number }) => number));
  (misfits.file.actionFields ?? []).forEach((field, at) => {
    misfits.refer(['actionFields', at, 'topic'], 'topics', field.topic);
    if (!numbers.has(field.loop))
      misfits.say(['actionFields', at, 'loop'], `loop ${field.loop} is not in this file`);
  });
}
