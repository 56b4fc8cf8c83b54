import { useState, type ReactElement } from 'react';
import { ask, ClientError } from '../graphql/client.js';
import { useWords } from '../language.js';
import type { WriteOutcome } from '../forms/outcome-note.js';
import { Field } from '../forms/field.js';
import { FormDialog } from '../forms/form-dialog.js';
import { useNextStep } from '../measures/next-step-fields.js';
import { useRecordWrites } from '../forms/write-record.js';
import type { Frame } from '../shell/frame-query.js';
import { useWorkspace } from '../shell/workspace.js';
import { ADD_NEXT_STEP, MEASURE_VERSION, type Decision } from './decision-query.js';

/** The measures of a decision whose loop isn't closed: a closed one takes no next step any more. */
export function openMeasures(
  { measures }: Pick<Decision, 'measures'>,
  loops: Frame['loops'],
): Decision['measures'] {
  const open = new Set(loops.filter(({ stage }) => stage !== 'CLOSED').map(({ number }) => number));
  return measures.filter(({ loopNumber }) => open.has(loopNumber));
}

/** Makes a next step of a decision, at one of its measures. */
export function NextStepDialog({
  decision,
  onClose,
}: {
  readonly decision: Decision;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { slug, frame } = useWorkspace();
  const writes = useRecordWrites();
  const measures = openMeasures(decision, frame.loops);
  const [measureId, setMeasureId] = useState(measures.at(-1)?.measureId ?? '');
  const { own, fields } = useNextStep(null);
  const save = async (): Promise<WriteOutcome> => {
    try {
      // Whoever adds overwrites nothing: the version of this moment is the right one.
      const { workspace } = await ask(MEASURE_VERSION, { programme: slug, id: measureId });
      return await writes.send(ADD_NEXT_STEP, {
        measureId,
        version: workspace?.measure?.version ?? 0,
        decisionId: decision.id,
        ...own,
      });
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      return { kind: 'FAILED', problem: error.problem };
    }
  };
  return (
    <FormDialog
      title={t('nextSteps.add.title')}
      submit={t('workspace.save')}
      done={t('workspace.saved')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={save}
    >
      {fields({
        from: decision.point,
        between:
          measures.length < 2 ? null : (
            <Field name="measureId" label={t('entry.measure')}>
              {(tied) => (
                <select
                  {...tied}
                  value={measureId}
                  onChange={({ target }) => setMeasureId(target.value)}
                >
                  {measures.map((one) => (
                    <option key={one.measureId} value={one.measureId}>
                      {one.title}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ),
      })}
    </FormDialog>
  );
}
