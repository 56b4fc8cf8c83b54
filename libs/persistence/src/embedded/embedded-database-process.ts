/**
 * The embedded database as a process of its own: PGlite behind a Unix socket.
 * Started with an IPC channel by embedded-database.ts; ends when that channel closes, so it never outlives the server.
 */
import { openAsBlob } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

const [socketPath, folder, loadFrom] = process.argv.slice(2);
if (socketPath === undefined || folder === undefined || process.send === undefined)
  throw new Error('This process is started by the server.');

const database = await PGlite.create({
  dataDir: folder === 'memory' ? 'memory://' : folder,
  extensions: { pgcrypto },
  ...(loadFrom === undefined ? {} : { loadDataDir: await openAsBlob(loadFrom) }),
});
const server = new PGLiteSocketServer({ db: database, path: socketPath, maxConnections: 100 });
await server.start();

let closing: Promise<void> | undefined;
function close(): Promise<void> {
  closing ??= (async () => {
    await server.stop();
    await database.close();
    process.exit(0);
  })();
  return closing;
}
// The terminal's Ctrl-C reaches the whole group; the server decides when its database may go.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => void close());
process.on('message', (message) => {
  if (message === 'stop') void close();
  if (message === 'dump')
    void database.dumpDataDir('none').then(async (dump) => {
      process.send?.({ dump: Buffer.from(await dump.arrayBuffer()).toString('base64') });
    });
});
process.send('ready');
