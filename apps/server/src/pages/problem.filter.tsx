import {
  Catch,
  HttpException,
  Inject,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { ErrorPage, type ErrorStatus } from '#ui/errors/error-page.js';
import { renderDocument } from '#ui/render.js';
import { GRAPHQL_PATH } from '../graphql/door.js';
import { LOG } from '../http/log.js';
import { SITE, type Site } from '../http/site.js';
import { FieldFaultException } from './field-fault.exception.js';
import { frameOf } from './frame-of.js';
import { languageOf } from './language.js';

/**
 * Answers every request that failed outside the execution of GraphQL: friendly pages for people, plain JSON for
 * programs, and GraphQL's own shape for those of GraphQL that failed on their way in.
 * What is not expected is logged once with its stack; the reader gets the request id and no more.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(LOG) private readonly log: Logger,
    @Inject(SITE) private readonly site: Site,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    // GraphQL has a formatter of its own and expects the error back.
    if (host.getType<string>() !== 'http') throw error;
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const status = statusOf(error);
    const requestId = String(response.locals['requestId'] ?? '');
    if (status >= 500 && !(error instanceof HttpException))
      this.log.error({ requestId, err: error }, 'failed');
    if (response.headersSent) return void response.end();
    // Of the page that could not be sent.
    for (const name of ['ETag', 'Content-Type']) response.removeHeader(name);
    response.status(status).setHeader('Cache-Control', 'no-store');
    if (request.path === GRAPHQL_PATH) {
      const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId };
      return void response.json({ errors: [{ message: 'internal error', extensions }] });
    }
    if (request.path.startsWith('/health') || request.accepts(['html', 'json']) === 'json') {
      const body =
        error instanceof HttpException && request.path.startsWith('/health')
          ? error.getResponse()
          : { status, requestId };
      return void response.json(body);
    }
    response
      .type('html')
      .send(
        renderDocument(
          <ErrorPage
            {...frameOf(this.site, languageOf(request))}
            status={pageOf(status)}
            programme={null}
            address={request.path}
            requestId={status >= 500 ? requestId : null}
            fault={error instanceof FieldFaultException ? error.fault : null}
          />,
        ),
      );
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  // Express throws these for addresses that it can't decode.
  const { status } = error as { status?: unknown };
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function pageOf(status: number): ErrorStatus {
  if (status >= 500) return 500;
  return status === 400 || status === 403 ? status : 404;
}
