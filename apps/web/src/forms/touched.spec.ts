import { describe, expect, it } from '@jest/globals';
import { touched } from './touched.js';

describe('the touched fields of a form', () => {
  it('are those that say something else, emptied ones too', () => {
    const before = { name: 'Jana', role: 'CIRCLE', unitId: 'a', email: null };
    expect(touched(before, { ...before, name: 'Jana Kaya', unitId: null as never })).toEqual({
      name: 'Jana Kaya',
      unitId: null,
    });
    expect(touched(before, { ...before })).toEqual({});
  });
});
