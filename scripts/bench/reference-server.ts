/**
 * A bare node:http server to compare with; prints its address. `bytes FILE` sends a file from memory;
 * `feed` answers the feed of DATABASE_URL by one prepared statement, over as many connections as the server has.
 */
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { FEED_SQL } from './feed.js';
import { BENCH_SLUG } from './generate-programme.js';

const [kind, file] = process.argv.slice(2);

function bytesAnswer(bytes: Buffer): (response: ServerResponse) => void {
  return (response) =>
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-length': bytes.byteLength,
      })
      .end(bytes);
}

function feedAnswer(): (response: ServerResponse) => void {
  const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
  const answer = async (response: ServerResponse): Promise<void> => {
    const { rows } = await pool.query<{ body: string }>({
      name: 'feed',
      text: FEED_SQL,
      values: [BENCH_SLUG],
    });
    const body = Buffer.from(rows[0]?.body ?? '');
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': body.byteLength })
      .end(body);
  };
  return (response) =>
    void answer(response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
}

const answer = kind === 'bytes' ? bytesAnswer(readFileSync(file ?? '')) : feedAnswer();
const server = createServer((request, response) => {
  request.resume();
  request.once('end', () => answer(response));
});
server.listen(0, '127.0.0.1', () =>
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
);
process.once('SIGTERM', () => process.exit(0));
