import { createHmac } from 'node:crypto';
import { TEST_SESSION_SECRET } from './session-secret.js';

/** What stands in the address of a person's mail settings. */
export function mailToken(personId: string): string {
  const key = createHmac('sha256', TEST_SESSION_SECRET).update('links of mails').digest();
  return `${personId}.${createHmac('sha256', key).update(personId).digest('base64url')}`;
}
