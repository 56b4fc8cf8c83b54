import { describe, expect, it } from '@jest/globals';
import { HOME, returnAddress } from './return-address.js';

describe('the address after a sign-in', () => {
  it.each(['/', '/workspace/serviceweg/board?loop=2&unit=b%C3%BCro', '/de/programm/erfolge#frage'])(
    'may be the own path %s',
    (path) => expect(returnAddress(path)).toBe(path),
  );

  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '/a\\..\\\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    ' //elsewhere.example',
    'javascript:alert(1)',
    'workspace',
    '',
    '/\ud800',
    `/${'a'.repeat(1_000)}`,
    undefined,
    ['/workspace'],
  ])('is the workspace instead of %j', (wanted) => expect(returnAddress(wanted)).toBe(HOME));

  it.each(['/..//elsewhere.example', '/.//elsewhere.example', '/a/..//elsewhere.example'])(
    'is never %s, which becomes one of another site once its dots are resolved',
    (wanted) => expect(returnAddress(wanted)).not.toMatch(/^\/[/\\]/),
  );
});
