import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { readSoon } from './read-soon.js';
import { keys } from './workspace.js';

let client: QueryClient;
let read: jest.SpiedFunction<QueryClient['invalidateQueries']>;
let underWay = 0;
beforeEach(() => {
  jest.useFakeTimers();
  underWay = 0;
  client = new QueryClient();
  read = jest.spyOn(client, 'invalidateQueries').mockResolvedValue();
  jest.spyOn(client, 'isFetching').mockImplementation(() => underWay);
});
afterEach(() => {
  jest.runAllTimers();
  jest.useRealTimers();
});

describe('readSoon', () => {
  it('reads once for several changes of a moment, when it is quiet', () => {
    for (let at = 0; at < 5; at++) {
      readSoon(client, 'a');
      jest.advanceTimersByTime(200);
    }
    expect(read).not.toHaveBeenCalled();
    jest.advanceTimersByTime(50);
    expect(read.mock.calls).toEqual([[{ queryKey: keys.all('a') }]]);
  });

  it('reads two seconds after the first change while others follow, and begins anew then', () => {
    for (let ms = 0; ms < 4_100; ms += 100) {
      readSoon(client, 'a');
      jest.advanceTimersByTime(100);
    }
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('reads each workspace by itself', () => {
    readSoon(client, 'a');
    readSoon(client, 'b');
    jest.advanceTimersByTime(250);
    expect(read.mock.calls).toEqual([[{ queryKey: keys.all('a') }], [{ queryKey: keys.all('b') }]]);
  });

  it('lets a read that is under way end, and reads again after it', () => {
    underWay = 1;
    readSoon(client, 'a');
    jest.advanceTimersByTime(1_000);
    expect(read).not.toHaveBeenCalled();
    underWay = 0;
    jest.advanceTimersByTime(250);
    expect(read).toHaveBeenCalledTimes(1);
  });
});
