/**
 * A bare node:http server to compare with; prints its address. `bytes FILE TYPE ENCODING` sends a file from memory;
 * `feed` answers the feed of DATABASE_URL by one prepared statement, over as many connections as the server has.
 */
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { FEED_STATEMENT } from './feed-statement.js';
import { BENCH_SLUG } from './generate-programme.js';

const [kind, file = '', type = '', encoding = ''] = process.argv.slice(2);

function bytesAnswer(bytes: Buffer): (response: ServerResponse) => void {
  const headers = {
    'content-type': type,
    'content-length': bytes.byteLength,
    ...(encoding === '' ? {} : { 'content-encoding': encoding }),
  };
  return (response) => response.writeHead(200, headers).end(bytes);
}

function feedAnswer(): (response: ServerResponse) => void {
  // As the server under test asks: ten connections, and no compiling of statements that take a millisecond.
  const pool = new Pool({
    connectionString: process.env['DATABASE_URL'],
    max: 10,
    options: '-c jit=off',
  });
  const answer = async (response: ServerResponse): Promise<void> => {
    const { rows } = await pool.query<{ body: string }>({
      name: 'feed',
      text: FEED_STATEMENT,
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

const answer = kind === 'bytes' ? bytesAnswer(readFileSync(file)) : feedAnswer();
const server = createServer((request, response) => {
  request.resume();
  request.once('end', () => answer(response));
});
server.listen(0, '127.0.0.1', () =>
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
);
process.once('SIGTERM', () => process.exit(0));
