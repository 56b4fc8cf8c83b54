import type { ReactElement } from 'react';
import type { Measure } from './measure-query.js';
import { WRITES } from './measure-writes.js';
import { SavedText } from './saved-text.js';
import { useMeasureWrites } from './write-measure.js';

/** One of a measure's own texts, which saves itself. */
export function MeasureText({
  measure,
  field,
  ...rest
}: {
  readonly measure: Measure;
  readonly field: 'description' | 'successCriterion' | 'lesson' | 'anchoredIn';
  readonly labelledBy: string;
  readonly hint?: string;
  readonly rows?: number;
}): ReactElement {
  const writes = useMeasureWrites(measure.id);
  return (
    <SavedText
      {...rest}
      name={`${field}:${measure.id}`}
      saved={measure[field] ?? ''}
      version={measure.version}
      onSave={(text, seen) =>
        writes.send(WRITES.editMeasure, { [field]: text.trim() === '' ? null : text }, seen)
      }
    />
  );
}
