import { describe, expect, it } from '@jest/globals';
import { inOrder, treeOf, withBelow } from './unit-tree.js';

const unit = (id: string, parentId: string | null = null) => ({ id, parentId });
const UNITS = [unit('b'), unit('b2', 'b'), unit('a'), unit('b1', 'b'), unit('b21', 'b2')];

describe('the tree of the units', () => {
  it('keeps the order in which they are listed', () => {
    expect(inOrder(UNITS).map(({ unit: { id }, level }) => `${level} ${id}`)).toEqual([
      '0 b',
      '1 b2',
      '2 b21',
      '1 b1',
      '0 a',
    ]);
  });

  it('loses no unit whose parent is missing', () => {
    expect(treeOf([unit('x', 'gone')])).toEqual([{ unit: unit('x', 'gone'), below: [] }]);
  });

  it('knows all that is below one', () => {
    expect([...withBelow(UNITS, 'b')].sort()).toEqual(['b', 'b1', 'b2', 'b21']);
    expect([...withBelow(UNITS, 'b1')]).toEqual(['b1']);
  });
});
