import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';

/**
 * Sends a public page. The ETag comes from the records shown and not from the instant "as of", so that an
 * unchanged page is answered by 304. `render` is called only when the reader doesn't have it yet.
 */
export function sendPage(
  request: Request,
  response: Response,
  type: string,
  facts: unknown,
  render: () => string,
): void {
  const etag = createHash('sha256')
    .update(JSON.stringify([request.path, facts]))
    .digest('base64url')
    .slice(0, 27);
  response.setHeader('ETag', `W/"${etag}"`);
  response.setHeader('Cache-Control', 'public, no-cache');
  response.type(type);
  if (request.fresh) response.status(304).end();
  else response.send(render());
}
