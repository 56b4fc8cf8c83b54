import { describe, expect, it } from '@jest/globals';
import { afterOwn, inTurn, keepOwn } from './own-versions.js';

describe('the versions that own writes have made', () => {
  it('lead on from a seen one, and end where somebody else has written', () => {
    keepOwn('a', 1, 2);
    keepOwn('a', 2, 4); // 3 is mine, 4 somebody else’s
    keepOwn('a', 4, 5);
    expect(afterOwn('a', 1)).toBe(3);
    expect(afterOwn('a', 4)).toBe(5);
    expect(afterOwn('b', 1)).toBe(1);
  });

  it('aren’t made by a write that changed nothing', () => {
    keepOwn('c', 7, 7);
    expect(afterOwn('c', 7)).toBe(7);
  });
});

describe('writes to one record', () => {
  it('go one after the other, also after one that failed', async () => {
    const order: string[] = [];
    const { promise: asked, resolve: answer } = Promise.withResolvers<undefined>();
    const first = inTurn('d', async () => {
      await asked;
      order.push('first');
      throw new Error('lost');
    });
    const pushing = (name: string) => (): Promise<void> => {
      order.push(name);
      return Promise.resolve();
    };
    const second = inTurn('d', pushing('second'));
    await inTurn('e', pushing('another record'));
    answer(undefined);
    await expect(first).rejects.toThrow('lost');
    await second;
    expect(order).toEqual(['another record', 'first', 'second']);
  });
});
