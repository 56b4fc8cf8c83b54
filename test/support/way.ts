import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import type { DatabaseAddress } from '#persistence/data-source.js';

/** To a database, such that it can be cut. */
export type Way = {
  /** A DATABASE_URL by way of this machine. */
  readonly url: string;
  open(): Promise<void>;
  /** Closes the port and cuts the connections, as a PostgreSQL that goes down does. */
  close(): Promise<void>;
};

/** An open port that leads to a database and can be closed. */
export async function openWay(address: DatabaseAddress): Promise<Way> {
  const url = new URL(
    address.kind === 'url' ? address.url : 'postgres://postgres:postgres@127.0.0.1/postgres',
  );
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far =
      address.kind === 'url'
        ? connect(Number(url.port || 5432), url.hostname)
        : connect(join(address.folder, '.s.PGSQL.5432'));
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
    }
    near.pipe(far).pipe(near);
  });
  const listen = (port: number): Promise<void> =>
    new Promise((done) => server.listen(port, '127.0.0.1', () => done()));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const local = new URL(url);
  local.host = `127.0.0.1:${port}`;
  return {
    url: local.href,
    open: () => listen(port),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
