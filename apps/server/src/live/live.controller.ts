import {
  Controller,
  Get,
  HttpException,
  NotFoundException,
  Param,
  Query,
  Req,
  Res,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { LiveUpdates, type LiveMessage } from '#application/live/live-updates.js';
import { lookableIn } from '#application/live/lookable-in.js';
import { WorkspaceReader } from '#application/workspace/workspace-reader.js';
import { accountOf } from '../auth/sessions.js';
import { SignedIn } from '../auth/signed-in.js';
import { Database } from '../database/database.js';
import { refuseBadText } from '../http/bad-text.js';

/** Short enough for proxies that cut silent connections; so often rights are judged again. */
const TICK_MS = 20_000;
/** Each tab has one. */
const MOST_OF_A_SESSION = 10;
/** A reader that takes nothing for so many bytes is cut off, and comes again. */
const MOST_UNREAD_BYTES = 100_000;
/** Ended after so long, so that the session is looked at anew when the browser comes again. */
const LONGEST_MS = 30 * 60_000;

/** What changes in a workspace, told as server-sent events while it happens. */
@SignedIn()
@Controller('workspace/events')
export class LiveController implements OnModuleDestroy {
  readonly #updates: LiveUpdates;
  readonly #ticking: NodeJS.Timeout;

  constructor(
    private readonly database: Database,
    private readonly workspaces: WorkspaceReader,
  ) {
    this.#updates = new LiveUpdates(database, TICK_MS);
    this.#ticking = setInterval(() => void this.#updates.tick(), TICK_MS).unref();
  }

  /** First of all: the server waits for the requests under way, and streams don't end by themselves. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.#ticking);
    await this.#updates.stop();
  }

  /** Who may not enter gets what an unknown programme gets, and so does who looks at what is another's. */
  @Get(':slug')
  async events(
    @Param('slug') slug: string,
    @Query('looking') looking: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    refuseBadText(slug, 'slug');
    const scope = await this.workspaces.enter(accountOf(request), slug);
    if (scope === null) throw new NotFoundException();
    const lookedAt =
      looking === undefined ? null : await lookableIn(this.database, scope.programmeId, looking);
    if (lookedAt === null && looking !== undefined) throw new NotFoundException();
    const { sessionID: sessionId } = request;
    if (this.#updates.countOf(sessionId) >= MOST_OF_A_SESSION)
      throw new HttpException('Too many open streams: close another window first.', 429);
    // Whoever left while this was asked won't leave again: nothing would end the beats.
    if (response.destroyed) return;
    // A stream that nobody watches must not keep its session from running out.
    Object.assign(request, { sessionID: undefined });

    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // No proxy, and no compression of ours, may hold back what is told.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    const write = (text: string): void => {
      if (response.writableEnded) return;
      response.write(text);
      if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
    };
    const beats = setInterval(() => write(':\n\n'), TICK_MS);
    const longest = setTimeout(() => response.end(), LONGEST_MS);
    let close: (() => void) | null = null;
    response.once('close', () => {
      clearInterval(beats);
      clearTimeout(longest);
      close?.();
    });
    close = await this.#updates.open({
      sessionId,
      scope,
      looking: lookedAt,
      send: (message) => write(textOf(message)),
      end: () => void response.end(),
    });
    if (response.closed) return close();
    // From here on nothing is missed. Not named "open": that is what browsers call their own event.
    write('retry: 3000\nevent: ready\ndata: {}\n\n');
  }
}

function textOf({ event, data }: LiveMessage): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
