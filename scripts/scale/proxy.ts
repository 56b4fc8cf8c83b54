import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

const HEALTH_EVERY_MS = 200;
const HEALTH_TIMEOUT_MS = 1_000;
/** Headers that are about one connection, and none of the next one's business. */
const OF_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding'];

/** A small reverse proxy, which does what real ones do: turns, health checks, and a second try where that is safe. */
export type Proxy = {
  readonly origin: string;
  /** Servers by their addresses, without a slash at the end; resolves when their health is known. */
  setServers(origins: readonly string[]): Promise<void>;
  /** How many of them are healthy. */
  healthy(): number;
  /** Requests so far that were sent to another server because the first one's connection failed. */
  retried(): number;
  stop(): Promise<void>;
};

export async function startProxy(): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true });
  let servers: { readonly origin: URL; healthy: boolean }[] = [];
  let turn = 0;
  let retried = 0;

  const next = (tried: ReadonlySet<URL>): URL | null => {
    const usable = servers.filter(({ origin, healthy }) => healthy && !tried.has(origin));
    turn += 1;
    return usable[turn % usable.length]?.origin ?? null;
  };
  const forward = (
    asked: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
    tried: Set<URL>,
  ): void => {
    const origin = next(tried);
    if (origin === null) {
      response.writeHead(503, { 'content-type': 'text/plain' }).end('No server is ready.');
      return;
    }
    const onward = request(new URL(asked.url ?? '/', origin), {
      method: asked.method ?? 'GET',
      headers: { ...asked.headers, 'x-forwarded-for': asked.socket.remoteAddress ?? '' },
      agent,
    });
    onward.once('response', (answer) => {
      const headers = Object.entries(answer.headers).filter(
        ([name]) => !OF_CONNECTION.includes(name),
      );
      response.writeHead(answer.statusCode ?? 502, Object.fromEntries(headers));
      // An answer that is cut off must not look whole.
      answer.once('error', () => response.destroy()).pipe(response);
    });
    onward.once('error', (error: NodeJS.ErrnoException) => {
      if (response.headersSent) return;
      // A read may be asked twice. A write only if the server can't have seen it.
      const isSafe = asked.method === 'GET' || error.code === 'ECONNREFUSED';
      if (!isSafe) {
        response.writeHead(502, { 'content-type': 'text/plain' }).end('The server went away.');
        return;
      }
      retried += 1;
      forward(asked, body, response, tried.add(origin));
    });
    onward.end(body);
  };

  const look = (): Promise<unknown> =>
    Promise.all(
      servers.map(async (server) => {
        const signal = AbortSignal.timeout(HEALTH_TIMEOUT_MS);
        server.healthy = await fetch(new URL('/health/ready', server.origin), { signal }).then(
          async (answer) => {
            await answer.arrayBuffer();
            return answer.ok;
          },
          () => false,
        );
      }),
    );
  const looking = setInterval(() => void look(), HEALTH_EVERY_MS);

  const door = createServer((asked, response) => {
    response.on('error', () => undefined);
    buffer(asked).then(
      (body) => forward(asked, body, response, new Set()),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const { port } = door.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    setServers: async (origins) => {
      servers = origins.map((origin) => ({ origin: new URL(origin), healthy: false }));
      await look();
    },
    healthy: () => servers.filter(({ healthy }) => healthy).length,
    retried: () => retried,
    stop: () => {
      clearInterval(looking);
      agent.destroy();
      door.closeAllConnections();
      return new Promise((resolve) => door.close(() => resolve()));
    },
  };
}
