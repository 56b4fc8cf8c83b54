import { describe, expect, it } from '@jest/globals';
import type { Told } from './embedded-database.js';
import { notificationsIn } from './notifications-in.js';

const message = (letter: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(5);
  head.write(letter);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const told = (channel: string, payload: string): Buffer =>
  message('A', Buffer.concat([Buffer.alloc(4, 7), Buffer.from(`${channel}\0${payload}\0`)]));
// A row whose body looks like a notification.
const ANSWER = Buffer.concat([
  message('D', told('no_channel', 'no payload')),
  told('one', '{"name":"Müller"}'),
  message('C', Buffer.from('COMMIT\0')),
  told('two', ''),
  message('Z', Buffer.from('I')),
]);

describe('notifications in an answer', () => {
  it.each([1, 2, 3, 5, 7, 64, ANSWER.length])('are heard in pieces of %d bytes', (size) => {
    const heard: Told[] = [];
    const look = notificationsIn((one) => heard.push(one));
    for (let at = 0; at < ANSWER.length; at += size) look(ANSWER.subarray(at, at + size));
    expect(heard).toEqual([
      { channel: 'one', payload: '{"name":"Müller"}' },
      { channel: 'two', payload: '' },
    ]);
  });
});
