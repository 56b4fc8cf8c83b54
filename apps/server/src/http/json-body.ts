import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A body that can't be read; `status` goes to the client, and the message as well. */
export class BodyFault extends Error {
  constructor(
    readonly status: 400 | 415,
    message: string,
  ) {
    super(message);
  }
}

/** The parser would put U+FFFD where bytes are no UTF-8, and store what nobody sent. */
function refuseOtherBytes(
  _request: IncomingMessage,
  _response: ServerResponse,
  body: Buffer,
  charset: string,
): void {
  if (charset !== 'utf-8') throw new BodyFault(415, 'body: must be UTF-8, as JSON always is.');
  if (!isUtf8(body)) throw new BodyFault(400, 'body: holds bytes that are not UTF-8.');
}

/** Options of the JSON parser: at most 100 KB, in UTF-8 and nothing else. */
export const JSON_BODY = { limit: '100kb', verify: refuseOtherBytes };
