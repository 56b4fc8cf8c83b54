import { Icon } from '#ui/parts/icon.js';
import { useState, type ReactElement } from 'react';
import { useWords } from '../language.js';
import type { Measure } from './measure-query.js';
import { WRITES } from './measure-writes.js';
import { OutcomeNote, useOutcome } from '../forms/outcome-note.js';
import { TextDialog } from '../forms/text-dialog.js';
import type { MeasureWrites } from './write-measure.js';

/** The wish for help, seen by everyone of the programme's workspace; made and taken back here. */
export function HelpNote({
  measure,
  writes,
  editable,
}: {
  readonly measure: Measure;
  readonly writes: MeasureWrites;
  readonly editable: boolean;
}): ReactElement | null {
  const t = useWords();
  const { outcome, keep } = useOutcome();
  const [asking, setAsking] = useState(false);
  if (measure.helpWanted === null && !editable) return null;
  return (
    <div className="ws-help">
      {measure.helpWanted === null ? (
        <button className="ws-btn" type="button" onClick={() => setAsking(true)}>
          <Icon name="help" small />
          {t('help.ask')}
        </button>
      ) : (
        <div className="ws-note">
          <p>
            <b className="ws-mark ws-mark--help">
              <Icon name="help" small />
              {t('card.help')}
            </b>
          </p>
          <p className="ws-reflection">{measure.helpWanted}</p>
          {editable ? (
            <button
              className="ws-btn"
              type="button"
              disabled={writes.busy}
              onClick={() =>
                void writes.send(WRITES.withdrawHelp, {}).then((answer) => keep(answer))
              }
            >
              {t('help.withdraw')}
            </button>
          ) : null}
        </div>
      )}
      <OutcomeNote outcome={outcome} />
      {asking ? (
        <TextDialog
          title={t('help.ask.title')}
          name="text"
          label={t('help.text')}
          hint={t('help.hint')}
          submit={t('help.submit')}
          onSubmit={(text) => writes.send(WRITES.requestHelp, { text })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
}
