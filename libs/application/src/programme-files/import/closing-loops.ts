import type { Placement } from '#domain/measures/place-recorded.js';
import { isEndPhase, type PdcaPhase } from '#domain/pdca/pdca-phase.js';
import { changeOf, type Change } from './compare.js';
import type { FaultAt, FileFault } from '../file-fault.js';

/**
 * A loop that is open here is closed by its rules, also by a file: with a reflection, and with each of its
 * measures ended in full. Gaps are forgiven only to history from before the records were kept here.
 */
export function closingFaults(
  changes: readonly Change[],
  placements: ReadonlyMap<string, Placement>,
  faultAt: FaultAt,
): readonly FileFault[] {
  const loops = changeOf(changes, 'loop');
  const measures = changeOf(changes, 'measure');
  const closing = (loops?.changed ?? []).filter(({ columns }) => columns['stage'] === 'CLOSED');

  return closing.flatMap(({ path, row, name }) => {
    const refuse = (reason: string): FileFault =>
      faultAt(path, `loop ${name} can’t be closed: ${reason}`);
    const wanted = loops?.table.rows.find((loop) => loop.name === name)?.columns;
    const openAndLeft = (measures?.left ?? []).filter(
      ({ row: measure }) =>
        measure['loopId'] === row['id'] && !isEndPhase(measure['phase'] as PdcaPhase),
    );
    const withGaps = (measures?.table.rows ?? []).filter(
      (measure) => String(measure.frozenBy) === name && placements.get(measure.name)?.recorded,
    );
    return [
      ...(wanted?.['reflection'] === null ? [refuse('its reflection is missing')] : []),
      ...openAndLeft.map((measure) => refuse(`its measure ${measure.name} is open`)),
      ...withGaps.map((measure) =>
        faultAt(
          measure.path,
          `loop ${name} can’t be closed: this measure lacks ${placements.get(measure.name)?.gaps.join(', ')}`,
        ),
      ),
    ];
  });
}
