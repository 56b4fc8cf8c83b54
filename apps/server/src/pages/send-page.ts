import type { Request, Response } from 'express';
import { etagOf } from '../http/etag.js';
import { answerKept, isForOthers, type Source } from '../hot/hot-answers.js';

/**
 * Sends a public page. The ETag comes from the records shown and not from the instant "as of", so that an
 * unchanged page is answered by 304. `render` is called only when somebody doesn't have it yet.
 * `source` is given for what is the same for everyone, and may be kept for those who ask next.
 */
export async function sendPage(
  request: Request,
  response: Response,
  type: string,
  facts: unknown,
  render: () => string | Promise<string>,
  source: Source | null = null,
): Promise<void> {
  response.setHeader('ETag', etagOf(JSON.stringify([request.path, facts])));
  response.setHeader('Cache-Control', 'public, no-cache');
  response.type(type);
  if (source !== null && isForOthers(request))
    return answerKept(request, response, source, Buffer.from(await render()));
  if (request.fresh) response.status(304).end();
  else response.send(await render());
}
