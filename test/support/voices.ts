import { randomUUID } from 'node:crypto';
import { VOICE_CONSENT } from '#domain/voices/consent.js';
import { VoiceEntity } from '#persistence/voices/voice.entity.js';
import { idOf } from './measures.js';
import type { TestServer } from './start-server.js';

/** A reader's voice about a measure of `probe`, as the form leaves it; answers its id. Its version is 1. */
export async function aVoice(
  { source }: TestServer,
  measureId: string,
  columns: Partial<VoiceEntity> = {},
): Promise<string> {
  const { id = randomUUID() } = columns;
  const [measure] = await source.query<{ programme_id: string }[]>(
    'SELECT programme_id FROM measure WHERE id = $1',
    [measureId],
  );
  await source.manager.insert(VoiceEntity, {
    id,
    programmeId: measure!.programme_id,
    measureId,
    kind: 'QUESTION',
    text: 'Wer ruft mich zurück?',
    language: 'de',
    receivedAt: new Date(),
    ...columns,
  });
  return id;
}

/** That the sender has agreed to the public. */
export const AGREED = { consentVersion: VOICE_CONSENT, consentAt: new Date() } as const;

/** Lets readers of `probe` give feedback. */
export async function feedbackOpen({ source }: TestServer, open = true): Promise<void> {
  await source.query(`UPDATE programme SET feedback_open = $1 WHERE slug = 'probe'`, [open]);
}

/** The measure `rueckrufe` of `probe`, which has a published result. */
export const success = (server: TestServer): Promise<string> =>
  idOf(server, 'measure', 'rueckrufe');
