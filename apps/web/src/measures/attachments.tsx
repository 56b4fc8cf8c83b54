import { Icon } from '#ui/parts/icon.js';
import { useState, type ReactElement } from 'react';
import { useWords } from '../language.js';
import { Field } from '../forms/field.js';
import { FormDialog } from '../forms/form-dialog.js';
import type { Result } from './measure-query.js';
import { WRITES } from './measure-writes.js';
import { OutcomeNote, useOutcome } from '../forms/outcome-note.js';
import { useUndo } from '../forms/undo.js';
import type { MeasureWrites } from './write-measure.js';

type Attachment = Result['attachments'][number];
const KINDS = ['FIGURE', 'FILE', 'VIDEO'] as const satisfies readonly Attachment['kind'][];

/** What belongs to a result: figures with their words, files, and videos with their transcript. */
export function Attachments({
  result,
  writes,
  editable,
}: {
  readonly result: Result;
  readonly writes: MeasureWrites;
  readonly editable: boolean;
}): ReactElement {
  const t = useWords();
  const { outcome, keep } = useOutcome();
  const undoable = useUndo();
  const [adding, setAdding] = useState(false);
  const remove = async (attachment: Attachment): Promise<void> => {
    const { id, kind, title, address, alternativeText, transcript } = attachment;
    const resultId = result.id;
    if (!keep(await writes.send(WRITES.removeAttachment, { resultId, attachmentId: id }))) return;
    undoable(t('attachments.removed', { title }), () =>
      writes.send(WRITES.addAttachment, {
        resultId,
        kind,
        title,
        address,
        alternativeText,
        transcript,
      }),
    );
  };
  return (
    <>
      {result.attachments.length === 0 ? null : (
        <ul className="ws-lines ls-list" aria-label={t('attachments.title')}>
          {result.attachments.map((attachment) => (
            <li key={attachment.id} className="ws-attachment">
              <div>
                <small>{t(`attachments.${attachment.kind}`)}</small>
                <a href={attachment.address} rel="noreferrer">
                  {attachment.title}
                </a>
                {attachment.alternativeText === null ? null : <p>{attachment.alternativeText}</p>}
                {attachment.transcript === null ? null : (
                  <details className="ws-wording">
                    <summary>{t('attachments.transcript')}</summary>
                    <p className="ws-reflection">{attachment.transcript}</p>
                  </details>
                )}
              </div>
              {editable ? (
                <button
                  className="ws-btn ws-btn--small"
                  type="button"
                  disabled={writes.busy}
                  onClick={() => void remove(attachment)}
                >
                  {t('people.remove')}
                  <span className="kern-sr-only"> {attachment.title}</span>
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <OutcomeNote outcome={outcome} />
      {editable ? (
        <div className="ws-actions">
          <button className="ws-btn" type="button" onClick={() => setAdding(true)}>
            <Icon name="add" small />
            {t('attachments.add')}
          </button>
        </div>
      ) : null}
      {adding ? (
        <AttachmentDialog resultId={result.id} writes={writes} onClose={() => setAdding(false)} />
      ) : null}
    </>
  );
}

function AttachmentDialog({
  resultId,
  writes,
  onClose,
}: {
  readonly resultId: string;
  readonly writes: MeasureWrites;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const [kind, setKind] = useState<Attachment['kind']>('FIGURE');
  const [title, setTitle] = useState('');
  const [address, setAddress] = useState('');
  const [words, setWords] = useState('');
  return (
    <FormDialog
      title={t('attachments.add.title')}
      submit={t('attachments.add.submit')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() =>
        writes.send(WRITES.addAttachment, {
          resultId,
          kind,
          title,
          address: address.trim(),
          alternativeText: kind === 'FIGURE' ? words : null,
          transcript: kind === 'VIDEO' ? words : null,
        })
      }
    >
      <fieldset className="ws-choices">
        <legend>{t('attachments.kind')}</legend>
        {KINDS.map((one) => (
          <label key={one} className="ws-checkline">
            <input
              className="ws-check"
              type="radio"
              name="kind"
              checked={kind === one}
              onChange={() => setKind(one)}
            />
            {t(`attachments.${one}`)}
          </label>
        ))}
      </fieldset>
      <Field name="title" label={t('attachments.name')}>
        {(tied) => (
          <input
            {...tied}
            required
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        )}
      </Field>
      <Field name="address" label={t('attachments.address')} hint={t('attachments.address.hint')}>
        {(tied) => (
          <input
            {...tied}
            required
            inputMode="url"
            value={address}
            onChange={({ target }) => setAddress(target.value)}
          />
        )}
      </Field>
      {kind === 'FILE' ? null : (
        <Field
          name={kind === 'FIGURE' ? 'alternativeText' : 'transcript'}
          label={t(kind === 'FIGURE' ? 'attachments.alternativeText' : 'attachments.transcript')}
          hint={t(
            kind === 'FIGURE' ? 'attachments.alternativeText.hint' : 'attachments.transcript.hint',
          )}
        >
          {(tied) => (
            <textarea
              {...tied}
              required
              value={words}
              onChange={({ target }) => setWords(target.value)}
            />
          )}
        </Field>
      )}
    </FormDialog>
  );
}
