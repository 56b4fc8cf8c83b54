import { describe, expect, it } from '@jest/globals';
import { grouped } from './groups.js';

describe('the headings of the duties', () => {
  it('keep the order of the duties, and leave out what is empty', () => {
    const duties = ['CHECK 1', 'DO 2', 'DO 3'];
    expect(grouped(duties, (duty) => (duty.startsWith('DO') ? 'DO' : 'CHECK'))).toEqual([
      { group: 'DO', duties: ['DO 2', 'DO 3'] },
      { group: 'CHECK', duties: ['CHECK 1'] },
    ]);
  });
});
