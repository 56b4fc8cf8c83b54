import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#domain/people/actor.js';
import type { Role } from '#domain/people/role.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { RequestReceiptEntity } from '#persistence/accounts/request-receipt.entity.js';

/** Who asks for a write, and under which id of a request (made by the client, null for none). */
export type Caller = { readonly accountId: string; readonly requestId: string | null };

export type RequestReused = { readonly code: 'REQUEST_REUSED' };

/** The person that an account is in a programme; null when it is none there, or blocked. */
export async function findActor(
  em: EntityManager,
  accountId: string,
  programmeId: string,
): Promise<Actor | null> {
  // Shared, so that a block or a change of role waits for writes that were judged before it.
  const [person] = await em.query<{ id: string; role: Role }[]>(
    `SELECT id, role FROM person
     WHERE account_id = $1 AND programme_id = $2 AND blocked_at IS NULL FOR SHARE`,
    [accountId, programmeId],
  );
  return person ? { personId: person.id, roles: [person.role] } : null;
}

/**
 * Does a request's work once: a request that was carried out before is answered with what came of it then.
 * A refused request leaves no receipt, because its transaction is rolled back. `command` is what was asked; the
 * same id with another command is refused (REQUEST_REUSED). `answer` of the work must be JSON.
 */
export async function once<T, E>(
  em: EntityManager,
  caller: Caller,
  command: unknown,
  work: () => Promise<Result<T, E>>,
): Promise<Result<T, E | RequestReused>> {
  const { accountId, requestId } = caller;
  if (requestId === null) return work();
  const digest = createHash('sha256').update(JSON.stringify(command)).digest('hex');
  // A second one that comes at the same time waits here until the first has ended.
  const inserted = await em.query<unknown[]>(
    `INSERT INTO request_receipt (account_id, request_id, digest) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING RETURNING request_id`,
    [accountId, requestId, digest],
  );
  if (inserted.length === 0) {
    const receipt = await em.findOneByOrFail(RequestReceiptEntity, { accountId, requestId });
    return receipt.digest === digest ? ok(receipt.answer as T) : err({ code: 'REQUEST_REUSED' });
  }
  const result = await work();
  if (result.ok)
    await em.query(
      'UPDATE request_receipt SET answer = $3::jsonb WHERE account_id = $1 AND request_id = $2',
      [accountId, requestId, JSON.stringify(result.value)],
    );
  return result;
}
