import type { Told } from './embedded-database.js';

const HEADER_BYTES = 5;
const NOTIFICATION = 'A'.charCodeAt(0);

/**
 * Looks for notifications in the bytes of one answer of PostgreSQL, which may come in pieces: each message is a
 * letter, its length in bytes without the letter, and its body.
 * Source: https://www.postgresql.org/docs/current/protocol-message-formats.html, NotificationResponse.
 */
export function notificationsIn(hear: (told: Told) => void): (bytes: Uint8Array) => void {
  let held: Uint8Array = new Uint8Array();
  let toSkip = 0;
  return (bytes) => {
    const piece = Buffer.concat([held, bytes]);
    let at = Math.min(toSkip, piece.length);
    toSkip -= at;
    while (piece.length - at >= HEADER_BYTES) {
      const end = at + 1 + piece.readInt32BE(at + 1);
      if (piece[at] !== NOTIFICATION) {
        toSkip = Math.max(0, end - piece.length);
        at = Math.min(end, piece.length);
        continue;
      }
      if (end > piece.length) break;
      // After the header: the number of the process that told it, the channel and the payload, each ended by a zero.
      const [channel = '', payload = ''] = piece
        .toString('utf8', at + HEADER_BYTES + 4, end)
        .split('\0');
      hear({ channel, payload });
      at = end;
    }
    held = piece.subarray(at);
  };
}
