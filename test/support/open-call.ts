import { openCall } from '#application/calls/change-call-state.js';
import { createCall, type CreateCallCommand } from '#application/calls/write-calls.js';
import type { Caller } from '#application/shared/caller.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { Transactions } from '#persistence/shared/transactions.js';
import { signInAs } from './sign-in.js';
import type { TestServer } from './start-server.js';

/** Writes a call and opens it, as somebody of the circle does, in the sample programme olga; answers its id. */
export async function anOpenCallOf(
  server: TestServer,
  slug: string,
  changes: Partial<CreateCallCommand> = {},
  by = 'olga',
): Promise<string> {
  const writing = { work: new Transactions(server.source), now: () => new Date() };
  const { accountId } = await signInAs(server, slug, by);
  const caller: Caller = { accountId, requestId: null };
  const [loop] = await server.source.query<{ id: string }[]>(
    `SELECT l.id FROM learning_loop l JOIN programme p ON p.id = l.programme_id
     WHERE p.slug = $1 AND l.stage <> 'CLOSED' ORDER BY l.number DESC LIMIT 1`,
    [slug],
  );
  const made = await createCall(writing, caller, {
    programme: slug,
    title: 'Wer geht mit?',
    text: 'Wir suchen Menschen, die **Wege** kürzer machen.\n\n## Was wir bieten\n\n- Zeit dafür\n- einen Kreis von Gleichgesinnten',
    closesOn: '2090-01-31' as LocalDay,
    seats: 5,
    minimumTerm: 2,
    firstLoopId: loop!.id,
    qualifications: ['Moderation', 'Projektarbeit', 'Redaktion'],
    questions: ['Wie viel Zeit haben Sie?'],
    ...changes,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const { callId } = made.value;
  const opened = await openCall(writing, caller, { callId, version: 1 });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return callId;
}
