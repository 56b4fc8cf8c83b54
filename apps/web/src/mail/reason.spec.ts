import { describe, expect, it } from '@jest/globals';
import { reasonOf } from './reason.js';

describe('why a mail was given up', () => {
  it.each([
    ['not an address', 'ADDRESS'],
    ['no mail server is set: SMTP_URL', 'NO_SERVER'],
    ['EAUTH 535', 'SIGN_IN'],
    ['EENVELOPE 550', 'NOT_TAKEN'],
    ['EENVELOPE 530', 'SIGN_IN'],
    ['EMESSAGE 554', 'REFUSED'],
    ['ECONNECTION', 'AWAY'],
    ['ECONNECTION 421', 'REFUSED'],
    ['ESOCKET', 'AWAY'],
    ['ETIMEDOUT', 'AWAY'],
    ['unknown fault', 'OTHER'],
    ['', 'OTHER'],
  ])('%s', (told, reason) => {
    expect(reasonOf(told)).toBe(reason);
  });
});
