import { beforeEach, describe, expect, it } from '@jest/globals';
import { Freshness, PATIENCE } from './freshness.js';

/** A database that answers when the test says so, and a clock that stands still until the test moves it. */
let now = 0;
let asked: { answer: (version: string) => void; fail: () => void }[] = [];
beforeEach(() => {
  now = 1_000;
  asked = [];
});
const read = (): Promise<ReadonlyMap<string, string>> =>
  new Promise((resolve, reject) => {
    asked.push({
      answer: (version) => resolve(new Map([['p', version]])),
      fail: () => reject(new Error('away')),
    });
  });
const freshness = (patience = PATIENCE): Freshness => new Freshness(read, patience, () => now);
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function looked(version: string, patience = PATIENCE): Promise<Freshness> {
  const known = freshness(patience);
  const look = known.look();
  asked.at(-1)?.answer(version);
  await look;
  return known;
}
const versionOf = (known: Freshness): string | undefined => known.last?.versions.get('p');

describe('a look', () => {
  it('is not there before the first one, which all who wait share', async () => {
    const known = freshness();
    expect(known.last).toBeNull();
    const waiting = [known.look(), known.look(), known.look()];
    await settled();
    expect(asked).toHaveLength(1);
    asked[0]?.answer('1');
    expect((await Promise.all(waiting)).map(({ versions }) => versions.get('p'))).toEqual([
      '1',
      '1',
      '1',
    ]);
  });

  it('is used without a question while it is young', async () => {
    const known = await looked('1');
    now += 249;
    expect([versionOf(known), (await known.look()).versions.get('p')]).toEqual(['1', '1']);
    expect(asked).toHaveLength(1);
  });

  it('is used while the next one is under way, of which there is one at a time', async () => {
    const known = await looked('1');
    now += 250;
    expect([versionOf(known), versionOf(known)]).toEqual(['1', '1']);
    expect(asked).toHaveLength(2);
    asked[1]?.answer('2');
    await settled();
    expect(versionOf(known)).toBe('2');
    expect(asked).toHaveLength(2);
  });

  it('is waited for when the last one is too old', async () => {
    const known = await looked('1');
    now += 750;
    expect(known.last).toBeNull();
    const look = known.look();
    asked[1]?.answer('2');
    expect((await look).versions.get('p')).toBe('2');
  });

  it('counts from the instant at which it was begun, however late it is answered', async () => {
    const known = freshness();
    const look = known.look();
    now += 700;
    asked[0]?.answer('1');
    await look;
    expect(versionOf(known)).toBe('1');
    now += 50;
    expect(known.last).toBeNull();
  });

  it('that was begun too long before a question doesn’t answer it; one begun after it always does', async () => {
    const known = freshness();
    void known.look();
    now += 600;
    const late = known.look();
    now += 600;
    asked[0]?.answer('1');
    await settled();
    expect(asked).toHaveLength(2);
    now += 5_000;
    asked[1]?.answer('2');
    expect((await late).versions.get('p')).toBe('2');
  });

  it('is made for every question where nothing may be late', async () => {
    const known = await looked('1', { youngMs: 0, usableMs: 0 });
    expect(known.last).toBeNull();
    const look = known.look();
    asked[1]?.answer('2');
    expect((await look).versions.get('p')).toBe('2');
  });
});

describe('after a look that failed', () => {
  it('the one before counts no more, and who waits hears of it', async () => {
    const known = await looked('1');
    now += 300;
    expect(versionOf(known)).toBe('1');
    asked[1]?.fail();
    await settled();
    expect(known.last).toBeNull();
    const look = known.look();
    asked[2]?.fail();
    await expect(look).rejects.toThrow('away');
  });

  it('the next one is tried, and counts', async () => {
    const known = freshness();
    const failed = known.look();
    asked[0]?.fail();
    await expect(failed).rejects.toThrow('away');
    const look = known.look();
    asked[1]?.answer('7');
    expect((await look).versions.get('p')).toBe('7');
    expect(versionOf(known)).toBe('7');
  });
});

describe('after a commit of this server', () => {
  it('no look counts that was begun before, not even one that is still under way', async () => {
    const known = await looked('1');
    now += 300;
    expect(versionOf(known)).toBe('1');
    known.forget();
    expect(known.last).toBeNull();
    const look = known.look();
    expect(asked).toHaveLength(3);
    asked[2]?.answer('3');
    await look;
    asked[1]?.answer('2');
    await settled();
    expect(versionOf(known)).toBe('3');
  });
});

describe('all versions together', () => {
  it('are the same text for the same versions in any order, and another for others', async () => {
    const textOf = async (...versions: [string, string][]): Promise<string> =>
      (await new Freshness(() => Promise.resolve(new Map(versions))).look()).all;
    const text = await textOf(['a', '1'], ['b', '2']);
    expect(await textOf(['b', '2'], ['a', '1'])).toBe(text);
    expect(await textOf(['a', '1'], ['b', '3'])).not.toBe(text);
    expect(await textOf(['a', '1'])).not.toBe(text);
  });
});
