import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { MailLanguage } from '#domain/mail/mail-kind.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { isWritten } from '#domain/shared/text.js';
import { VOICE_CONSENT } from '#domain/voices/consent.js';
import type { VoiceKind } from '#domain/voices/voice.record.js';
import { LIMITS } from '#persistence/shared/limits.js';
import { VoiceEntity } from '#persistence/voices/voice.entity.js';
import { mailFeedbackReceived } from '../mail/causes.js';
import { textFaults } from '../shared/check-texts.js';
import type { InputFault, InvalidInput, NotFound } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';

/** What a reader has written; a blank address is none. */
export type GiveVoiceCommand = {
  readonly measureId: string;
  readonly kind: VoiceKind;
  readonly text: string;
  readonly email: string;
  /** Of the page on which it was written. */
  readonly language: MailLanguage;
  /** Version of the text by which the sender agrees to the public; null for who doesn't. */
  readonly consentVersion: string | null;
};

/**
 * Takes in what a reader asks or says of a success, and tells those who deal with it. NOT_FOUND where the measure has
 * no published result, or its programme takes no feedback (any more).
 */
export function giveVoice(
  { work, now }: Writing,
  command: GiveVoiceCommand,
): Promise<Result<{ readonly voiceId: string }, NotFound | InvalidInput>> {
  const { measureId, kind, text, language, consentVersion } = command;
  const email = command.email.trim();
  return work.run<{ readonly voiceId: string }, NotFound | InvalidInput>(async (em) => {
    const [measure] = await em.query<{ programmeId: string; title: string }[]>(
      `SELECT m.programme_id AS "programmeId", m.title FROM published_measure m
       JOIN published_feedback f ON f.programme_id = m.programme_id WHERE m.id = $1`,
      [measureId],
    );
    if (measure === undefined) return err({ code: 'NOT_FOUND' });
    const faults = [
      ...textFaults({ field: 'text', text, longest: LIMITS.voice, required: true }),
      ...addressFaults(email),
    ];
    if (consentVersion !== null && consentVersion !== VOICE_CONSENT)
      faults.push({ field: 'consentVersion', problem: 'UNKNOWN' });
    if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
    const at = now();
    const voiceId = uuidv7();
    const { programmeId, title } = measure;
    await em.insert(VoiceEntity, {
      id: voiceId,
      programmeId,
      measureId,
      kind,
      text,
      email: isWritten(email) ? email : null,
      language,
      consentVersion,
      consentAt: consentVersion === null ? null : at,
      receivedAt: at,
    });
    await mailFeedbackReceived(em, { voiceId, measureId, title, at });
    return ok({ voiceId });
  });
}

function addressFaults(email: string): InputFault[] {
  const field = 'email';
  const faults = textFaults({ field, text: email, longest: LIMITS.name });
  if (faults.length > 0 || email === '') return faults;
  return z.email().safeParse(email).success ? [] : [{ field, problem: 'MALFORMED' }];
}
