/**
 * The embedded database as a process of its own: PGlite behind a Unix socket.
 * Started with an IPC channel by embedded-database.ts; ends when that channel closes, so it never outlives the server.
 */
import { existsSync, mkdirSync, openAsBlob, renameSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { TOLD_CHANNELS } from '../shared/told-channels.js';
import { COPY_SOCKET, LENGTH_BYTES } from './copy-socket.js';
import { notificationsIn } from './notifications-in.js';

const [socketPath, folder, loadFrom] = process.argv.slice(2);
if (socketPath === undefined || folder === undefined || process.send === undefined)
  throw new Error('This process is started by the server.');

/** Messages of the extended protocol that belong to one question; Sync ends it. */
const BEFORE_SYNC: ReadonlySet<number | undefined> = new Set(
  ['P', 'B', 'D', 'E', 'C', 'H'].map((letter) => letter.charCodeAt(0)),
);

const socketFolder = dirname(socketPath);

// Heard from the first moment on: a server may be killed while its database starts. The terminal's Ctrl-C reaches
// the whole group, but it is the server that decides when its database may go.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
const farewell = new Promise<void>((resolve) => {
  process.once('disconnect', resolve);
  process.on('message', (message) => message === 'stop' && resolve());
});

/**
 * Fills a new folder beside its place and moves it there when it is complete: a first start that is cut off leaves
 * no half database behind.
 */
async function fill(place: string): Promise<void> {
  if (existsSync(place)) return;
  const beside = `${place}.new`;
  rmSync(beside, { recursive: true, force: true });
  // PGlite lets everyone write its files, so the folder keeps the others out.
  mkdirSync(beside, { mode: 0o700 });
  await (await PGlite.create({ dataDir: beside, extensions: { pgcrypto } })).close();
  renameSync(beside, place);
}

if (folder !== 'memory') await fill(folder);
const database = await PGlite.create({
  dataDir: folder === 'memory' ? 'memory://' : folder,
  extensions: { pgcrypto },
  ...(loadFrom === undefined ? {} : { loadDataDir: await openAsBlob(loadFrom) }),
});
// One session stands behind all connections, so whatever is told comes with the answer to whoever told it. It is
// taken from there and handed to the server, whichever client it was.
const answer = database.execProtocolRawStream.bind(database);
// Of two clients that ask outside of a transaction, the socket would take the messages in turn, so that one client's
// values reached the other's statement. A question that has begun is a transaction to it: nobody comes in between.
let asking = false;
const isInTransaction = database.isInTransaction.bind(database);
database.isInTransaction = () => asking || isInTransaction();
database.execProtocolRawStream = (message, options) => {
  asking = BEFORE_SYNC.has(message[0]);
  const look = notificationsIn((told) => void process.send?.({ told }));
  const { onRawData } = options;
  return answer(message, { ...options, onRawData: (bytes) => (look(bytes), onRawData(bytes)) });
};
for (const channel of TOLD_CHANNELS) await database.exec(`LISTEN ${channel}`);
const server = new PGLiteSocketServer({ db: database, path: socketPath, maxConnections: 100 });
await server.start();

/**
 * The files are read between two questions and at once, so the copy is what would be found after a loss of power at
 * that moment: all that was acknowledged is in it, and PostgreSQL undoes the rest when it starts on it.
 */
async function sendCopy(asker: Socket): Promise<void> {
  const copy = Buffer.from(await (await database.dumpDataDir('none')).arrayBuffer());
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeBigUInt64BE(BigInt(copy.length));
  asker.write(length);
  asker.end(copy);
}
const copies = createServer((asker) => {
  asker.on('error', () => undefined);
  sendCopy(asker).catch(() => asker.destroy());
});
copies.listen(join(socketFolder, COPY_SOCKET));

process.on('message', (message) => {
  if (message === 'dump')
    void database.dumpDataDir('none').then(async (dump) => {
      process.send?.({ dump: Buffer.from(await dump.arrayBuffer()).toString('base64') });
    });
});
if (process.connected) process.send('ready');

await farewell;
await server.stop();
await database.close();
// The server does this too, unless it was killed.
rmSync(socketFolder, { recursive: true, force: true });
process.exit(0);
