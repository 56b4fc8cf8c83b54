import type { TestServer } from './start-server.js';

/** More than any test has; a crawl that goes in circles ends there. */
const MOST_PAGES = 2_000;

/**
 * Everything that anyone can reach by links, from `starts` on: each answered address of the server with its text, once.
 * Links stand in attributes, sitemaps and feeds. Throws when a link leads to nothing.
 */
export async function crawl(
  server: TestServer,
  starts: readonly string[],
): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const waiting = [...new Set(starts)];
  const known = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (pages.size >= MOST_PAGES)
      throw new Error(`More than ${MOST_PAGES} pages, the last at ${path}`);
    const response = await server.get(path);
    if (response.status >= 400) throw new Error(`${path} answers ${response.status}`);
    const type = response.headers.get('content-type') ?? '';
    const text = /font|image/.test(type) ? '' : await response.text();
    pages.set(path, text);
    for (const link of linksIn(text, server.origin, path, response.headers.get('location')))
      if (!known.has(link)) {
        known.add(link);
        waiting.push(link);
      }
  }
  return pages;
}

/** Addresses of the server that a text names, without fragments. */
function linksIn(text: string, origin: string, from: string, location: string | null): string[] {
  const named = [
    ...[...text.matchAll(/\b(?:href|src)="([^"]*)"/g)].map(([, link = '']) => link),
    ...[...text.matchAll(/https?:\/\/[^\s"'<>]+/g)].map(([link]) => link),
    ...(location === null ? [] : [location]),
  ];
  return named.flatMap((link) => {
    const plain = link.replaceAll('&amp;', '&');
    if (!URL.canParse(plain, origin + from)) return [];
    const url = new URL(plain, origin + from);
    return url.origin === origin ? [url.pathname + url.search] : [];
  });
}
