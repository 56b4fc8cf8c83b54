import { describe, expect, it } from '@jest/globals';
import { loggedPath } from './request-log.js';

describe('a path in the log', () => {
  it.each([
    ['/mail/Zm9vYmFy', '/mail/…'],
    ['/MAIL/Zm9vYmFy/', '/MAIL/…/'],
    ['//mail//Zm9vYmFy', '//mail/…'],
    ['/my-data/take-out/s3cr3t', '/my-data/take-out/…'],
    ['/my-data/take-out', '/my-data/take-out'],
    ['/my-data', '/my-data'],
    ['/mail', '/mail'],
    ['/de/probe/erfolge/mail/x', '/de/probe/erfolge/mail/x'],
  ])('%s is %s', (path, logged) => {
    expect(loggedPath(path)).toBe(logged);
  });
});
