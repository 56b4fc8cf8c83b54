import { describe, expect, it } from '@jest/globals';
import { gradesForAnother } from './public-name.js';

describe('the grades that an administrator may set for somebody else', () => {
  it.each([
    ['HIDDEN', ['HIDDEN']],
    ['ROLE', ['HIDDEN', 'ROLE']],
    ['NAME', ['HIDDEN', 'ROLE', 'NAME']],
    ['NAME_AND_UNIT', ['HIDDEN', 'ROLE', 'NAME', 'NAME_AND_UNIT']],
  ] as const)('are %s and less, once the person has signed in', (publicName, grades) => {
    expect(gradesForAnother({ publicName, decidesAlone: true })).toEqual(grades);
  });

  it.each(['HIDDEN', 'ROLE', 'NAME', 'NAME_AND_UNIT'] as const)(
    'are all, whatever it is now, of a person who has never signed in: %s',
    (publicName) => {
      expect(gradesForAnother({ publicName, decidesAlone: false })).toEqual([
        'HIDDEN',
        'ROLE',
        'NAME',
        'NAME_AND_UNIT',
      ]);
    },
  );
});
