import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { logWhenAnswered, pathOf, requestIdOf } from '../http/request-log.js';
import type { Freshness, Look } from './freshness.js';
import { HotAnswer } from './hot-answer.js';

const LONGEST_ADDRESS = 2_000;
/** How often a request waits for another one's rendering, before it does without; more than two are rare. */
const MOST_WAITS = 3;
const MINUTE_MS = 60_000;
const QUARTER_HOUR_MS = 15 * MINUTE_MS;

/** What an answer was computed from: one programme by its id, or all of them. */
export type Source = { readonly programmeId: string } | 'all';

type Kept = {
  readonly answer: HotAnswer;
  readonly source: Source;
  /** Version of the source that was published before the answer was computed. */
  readonly version: string;
  /** Until when it may be sent at most, in ms since 1970. */
  readonly until: number;
};

/** What became of a rendering that others wait for. */
type Outcome = 'KEPT' | 'NOT_KEPT' | 'GONE';

export type Next = () => void;
export type Listener = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

const renderings = new WeakMap<IncomingMessage, Rendering>();
/** Requests whose first answer took so long that it may have shown what was withdrawn. */
const answeredAnew = new WeakSet<IncomingMessage>();

/** Whether others wait for the answer to this request, or may come to get it. */
export function isForOthers(request: IncomingMessage): boolean {
  return renderings.has(request);
}

/** One request computes the answer; those that ask for the same meanwhile wait for it. */
class Rendering {
  #end: (outcome: Outcome) => void = () => undefined;
  readonly outcome = new Promise<Outcome>((resolve) => (this.#end = resolve));

  constructor(
    private readonly kept: (answer: HotAnswer, source: Source, send: () => void) => void,
    response: ServerResponse,
  ) {
    // Whatever else the request came to, nobody waits on: neither for its client to take the answer.
    const end = response.end.bind(response);
    response.end = ((...given: Parameters<typeof end>) => {
      this.#end('NOT_KEPT');
      return end(...given);
    }) as typeof end;
    response.once('close', () => this.#end('GONE'));
  }

  /** `send` is called when the answer may go to who asked for it first. */
  keep(answer: HotAnswer, source: Source, send: () => void): void {
    // Before it is sent: the end of the response would say that nothing was kept.
    this.#end('KEPT');
    this.kept(answer, source, send);
  }
}

/** Answers 200 with the response's headers and `body`, and keeps it for others where the request is such a one. */
export function answerKept(
  request: IncomingMessage,
  response: ServerResponse,
  source: Source,
  body: Buffer,
): void {
  const rendering = renderings.get(request);
  const answer = new HotAnswer(response.getHeaders(), body);
  const requestId = String(response.getHeader('X-Request-Id'));
  const send = (): void => answer.send(request, response, requestId);
  // No public page sets a cookie; if one ever does, it is for a single reader.
  if (rendering === undefined || response.hasHeader('Set-Cookie')) send();
  else rendering.keep(answer, source, send);
}

/**
 * Answers of public pages and feeds in memory, sent ahead of everything else as long as the versions that they were
 * computed from are published (docs/adr/0017).
 */
export class HotAnswers {
  /** Of addresses as pages name them, which are as many as there are pages … */
  readonly #plain: LRUCache<string, Kept>;
  /** … and of those with a query or an escape, which anybody can make up: they push out one another alone. */
  readonly #queried: LRUCache<string, Kept>;
  readonly #renderings = new Map<string, Rendering>();
  readonly #tellsOfEach: boolean;
  readonly #sum = { answers: 0, since: Date.now() };

  constructor(
    private readonly freshness: Freshness,
    /** Whether everyone gets the same by GET of this address. */
    private readonly isSameForAll: (url: string) => boolean,
    private readonly log: Logger,
    /** Of all answers together: what is read seldom makes room for what is read often. 0 keeps none. */
    private readonly mostBytes: number,
  ) {
    const half = (): LRUCache<string, Kept> =>
      new LRUCache({
        maxSize: Math.max(Math.floor(mostBytes / 2), 1),
        sizeCalculation: ({ answer }) => answer.size,
      });
    [this.#plain, this.#queried] = [half(), half()];
    this.#tellsOfEach = log.isLevelEnabled('debug');
  }

  /** Sends the answer that is kept, waits for the one that is being computed, or hands the request on. */
  readonly handle: Listener = (request, response, next) => {
    const { method, url = '' } = request;
    if ((method !== 'GET' && method !== 'HEAD') || this.mostBytes === 0) return next();
    const kept = this.#keptOf(url).get(url);
    const look = kept === undefined ? null : this.freshness.last;
    if (kept !== undefined && look !== null && isCurrent(kept, look))
      return this.#send(request, response, url, kept);
    if (url.length > LONGEST_ADDRESS || !this.isSameForAll(url)) return next();
    const goOn = (): void => {
      if (!response.destroyed) next();
    };
    this.#sendOr(goOn, request, response, url);
  };

  /** Sends what is kept, soon; or else lets the request go on. */
  #sendOr(goOn: () => void, request: IncomingMessage, response: ServerResponse, url: string): void {
    this.#sendSoon(goOn, request, response, url).then(
      (sent) => (sent ? undefined : goOn()),
      // The look failed. Nothing that is kept counts then, and the ordinary way says what is wrong.
      goOn,
    );
  }

  /** Writes the last sum. */
  close(): void {
    this.#tell();
  }

  #keptOf(url: string): LRUCache<string, Kept> {
    return /[?%]/.test(url) ? this.#queried : this.#plain;
  }

  /** Whether an answer was sent; if not, the request is to be answered in the ordinary way, perhaps for others too. */
  async #sendSoon(
    goOn: () => void,
    request: IncomingMessage,
    response: ServerResponse,
    url: string,
  ): Promise<boolean> {
    for (let waits = 0; ; waits += 1) {
      // Before the rendering: what is committed after this look makes another version, and the answer is computed anew.
      const look = await this.freshness.look();
      const kept = this.#keptOf(url).get(url);
      if (kept !== undefined && isCurrent(kept, look)) {
        this.#send(request, response, url, kept);
        return true;
      }
      const underWay = this.#renderings.get(url);
      if (underWay === undefined) {
        // One whose client is gone, or has a body to send, may never be answered, and nobody is to wait for it.
        if (!response.destroyed && !hasBody(request))
          this.#render(goOn, request, response, url, look);
        return false;
      }
      if ((await underWay.outcome) === 'NOT_KEPT' || waits === MOST_WAITS) return false;
    }
  }

  #render(
    goOn: () => void,
    request: IncomingMessage,
    response: ServerResponse,
    url: string,
    look: Look,
  ): void {
    const until = lastMoment(Date.now());
    const rendering = new Rendering((answer, source, send) => {
      const version = versionIn(look, source);
      if (version !== undefined) this.#keptOf(url).set(url, { answer, source, version, until });
      // Who computes for so long may have missed a withdrawal, as those who wait may. Once is enough: else whoever asks
      // while one change follows another would never be answered.
      if (answeredAnew.has(request) || this.freshness.isUsable(look)) return send();
      const again = (): void => {
        answeredAnew.add(request);
        renderings.delete(request);
        request.headers['x-request-id'] = String(response.getHeader('X-Request-Id'));
        this.#sendOr(goOn, request, response, url);
      };
      this.freshness
        .look()
        .then((now) => (versionIn(now, source) === version ? send() : again()), again);
    }, response);
    renderings.set(request, rendering);
    this.#renderings.set(url, rendering);
    void rendering.outcome.then(() => {
      if (this.#renderings.get(url) === rendering) this.#renderings.delete(url);
    });
  }

  #send(request: IncomingMessage, response: ServerResponse, url: string, kept: Kept): void {
    const requestId = requestIdOf(request);
    // A line for each would cost as much as the answer: at the usual level they are counted.
    if (this.#tellsOfEach) logWhenAnswered(this.log, request, response, requestId, pathOf(url));
    this.#sum.answers += 1;
    if (Date.now() - this.#sum.since >= MINUTE_MS) this.#tell();
    kept.answer.send(request, response, requestId);
  }

  #tell(): void {
    const now = Date.now();
    const { answers, since } = this.#sum;
    if (answers > 0)
      this.log.info(
        { answers, seconds: Math.round((now - since) / 1_000) },
        'answered from memory',
      );
    Object.assign(this.#sum, { answers: 0, since: now });
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

function isCurrent({ source, version, until }: Kept, look: Look): boolean {
  return versionIn(look, source) === version && Date.now() < until;
}

function versionIn(look: Look, source: Source): string | undefined {
  return source === 'all' ? look.all : look.versions.get(source.programmeId);
}

/**
 * Pages say as of which minute they are, and what is overdue or open to be answered changes with the day of the
 * programme. So an answer lives for a minute, and over no quarter of an hour: all time zones begin their days at one.
 */
function lastMoment(now: number): number {
  return Math.min(now + MINUTE_MS, Math.floor(now / QUARTER_HOUR_MS + 1) * QUARTER_HOUR_MS);
}
