import { v7 as uuidv7 } from 'uuid';
import type { AttachmentKind } from '#domain/measures/attachment.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { ResultAttachmentEntity } from '#persistence/measures/result-attachment.entity.js';
import { LIMITS } from '#persistence/shared/limits.js';
import type { Caller } from '../shared/caller.js';
import { invalid, type InputFault } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { textFaults, textOrNull } from '../shared/check-texts.js';
import type { MeasureRefusal } from './measure-refusal.js';
import { writeResult, type ResultCommand } from './measure-results.js';
import type { MeasureWritten } from './write-measure.js';

type Answer = Promise<Result<MeasureWritten, MeasureRefusal>>;
export type AddAttachmentCommand = ResultCommand & {
  readonly kind: AttachmentKind;
  readonly title: string;
  /** http or https. */
  readonly address: string;
  readonly alternativeText?: string | null | undefined;
  readonly transcript?: string | null | undefined;
};

/** Adds an attachment at the end of a result: a figure in words as well, a video with its transcript. */
export function addAttachment(
  writing: Writing,
  caller: Caller,
  command: AddAttachmentCommand,
): Answer {
  const { kind, title, address, alternativeText, transcript } = command;
  return writeResult(
    writing,
    caller,
    command,
    { intent: 'addAttachment', right: 'EDITOR' },
    async ({ em }, { id: resultId }) => {
      const faults = faultsOf(command);
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const last = await em.maximum(ResultAttachmentEntity, 'position', { resultId });
      await em.insert(ResultAttachmentEntity, {
        id: uuidv7(),
        resultId,
        position: (last ?? -1) + 1,
        kind,
        title,
        address,
        alternativeText: textOrNull(alternativeText) ?? null,
        transcript: textOrNull(transcript) ?? null,
      });
      return ok({
        history: [{ field: 'attachment.added', to: title, part: command.resultId.toLowerCase() }],
      });
    },
  );
}

/** Takes an attachment away from a result. */
export function removeAttachment(
  writing: Writing,
  caller: Caller,
  command: ResultCommand & { readonly attachmentId: string },
): Answer {
  return writeResult(
    writing,
    caller,
    command,
    { intent: 'removeAttachment', right: 'EDITOR' },
    async ({ em }, { id: resultId }) => {
      const attachment = await em.findOneBy(ResultAttachmentEntity, {
        id: command.attachmentId,
        resultId,
      });
      if (attachment === null) return err(invalid('attachmentId', 'UNKNOWN'));
      const { id, title: from, position } = attachment;
      await em.delete(ResultAttachmentEntity, { id });
      await em.query(
        `UPDATE result_attachment SET position = position - 1
         WHERE result_id = $1 AND position > $2`,
        [resultId, position],
      );
      return ok({
        history: [{ field: 'attachment.removed', from, part: command.resultId.toLowerCase() }],
      });
    },
  );
}

function faultsOf(command: AddAttachmentCommand): InputFault[] {
  const { kind, title, address, alternativeText, transcript } = command;
  const faults = textFaults(
    { field: 'title', text: title, longest: LIMITS.title, required: true },
    { field: 'address', text: address, longest: LIMITS.address, required: true },
    {
      field: 'alternativeText',
      text: alternativeText ?? '',
      longest: LIMITS.text,
      required: kind === 'FIGURE',
    },
    {
      field: 'transcript',
      text: transcript ?? '',
      longest: LIMITS.text,
      required: kind === 'VIDEO',
    },
  );
  const isAddress = /^https?:\/\//.test(address) && URL.canParse(address);
  return isAddress || faults.some(({ field }) => field === 'address')
    ? faults
    : [...faults, { field: 'address', problem: 'MALFORMED' }];
}
