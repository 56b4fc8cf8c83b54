import type { EntityManager } from 'typeorm';

/**
 * Ends every session of an account, in the transaction of what makes it necessary: a change of role, a block, or
 * another address. Whoever was signed in has to sign in again.
 */
export async function endSessions(em: EntityManager, accountId: string | null): Promise<void> {
  if (accountId === null) return;
  await em.query(`DELETE FROM session WHERE sess ->> 'accountId' = $1`, [accountId]);
}
