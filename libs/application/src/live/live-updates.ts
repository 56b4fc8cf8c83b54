import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { mayEnterWorkspace } from '#domain/people/policy.js';
import type { Role } from '#domain/people/role.js';
import type { ToldChannel } from '#persistence/shared/told-channels.js';
import type { SqlReader } from '../published/sql-reader.js';
import type { WorkspaceScope } from '../workspace/workspace-reader.js';
import { listen, type Listening } from './notices.js';
import { Presence, type Looking } from './presence.js';

/** What a stream tells: a record has changed, anything may have changed, or others look at the same. */
export type LiveMessage =
  | {
      readonly event: 'change';
      readonly data: { readonly subject: string; readonly subjectId: string };
    }
  | { readonly event: 'refetch'; readonly data: Readonly<Record<string, never>> }
  | {
      readonly event: 'presence';
      readonly data: { readonly subjectId: string; readonly people: readonly string[] };
    };

/** One open stream: of whom, at what, and how it is told something or ended. */
export type LiveStream = {
  readonly sessionId: string;
  readonly scope: Pick<WorkspaceScope, 'programmeId' | 'actor'>;
  /** The measure, or the loop as a board, that is looked at. */
  readonly looking: string | null;
  readonly send: (message: LiveMessage) => void;
  readonly end: () => void;
};

/** What the trigger of the history tells; without a subject, anything may have changed. */
const CHANGE = z.object({
  programmeId: z.string(),
  subject: z.string().nullable(),
  subjectId: z.string().nullable(),
});
/** What a server tells of its streams; it may ask the others for the same. */
const LOOKING = z.object({
  server: z.string(),
  lookers: z.record(z.string(), z.array(z.string())),
  asks: z.boolean(),
});
/** A notice holds less than 8,000 bytes, and who looks at what no other does takes 81: two ids with their marks. */
const MOST_LOOKERS = 95;

/**
 * Tells the open streams of this server what changes in their programmes, on whichever server, and who else looks
 * at a measure or a board. Rights are judged when a stream opens, whenever a person changes, and at every `tick`.
 */
export class LiveUpdates {
  readonly #server = randomUUID();
  readonly #streams = new Set<LiveStream>();
  readonly #presence: Presence;
  #listening: Listening | null = null;

  /** `tickMs` is how often `tick` is called. */
  constructor(
    private readonly database: SqlReader & { readonly source: DataSource | null },
    tickMs: number,
  ) {
    this.#presence = new Presence(3 * tickMs);
  }

  /** How many streams a session has here. */
  countOf(sessionId: string): number {
    return [...this.#streams].filter((stream) => stream.sessionId === sessionId).length;
  }

  /** Opens a stream; what happens from then on, it hears. Answers how to close it. */
  async open(stream: LiveStream): Promise<() => void> {
    const { source } = this.database;
    if (source === null) throw new Error('A stream was opened before the database');
    this.#listening ??= listen(source, {
      told: (channel, payload) => this.#told(channel, payload),
      gap: () => void this.#afterGap(),
    });
    // Before the wait, so that a server that is stopped meanwhile ends it too.
    this.#streams.add(stream);
    await this.#listening.started;
    if (stream.looking !== null) {
      this.#tellPresence(true);
      void this.#showPresence([stream.looking]);
    }
    return () => {
      if (this.#streams.delete(stream) && stream.looking !== null) this.#tellPresence(false);
    };
  }

  /** To be called at steady intervals: judges all streams again, and keeps presence fresh. */
  async tick(): Promise<void> {
    await this.#judge([...this.#streams]);
    const gone = this.#presence.forget(Date.now());
    if ([...this.#streams].some(({ looking }) => looking !== null)) this.#tellPresence(false);
    await this.#showPresence(gone);
  }

  /** Ends every stream and stops listening. */
  async stop(): Promise<void> {
    for (const stream of this.#streams) stream.end();
    this.#streams.clear();
    await this.#listening?.stop();
    this.#listening = null;
  }

  #told(channel: string, payload: string): void {
    switch (channel as ToldChannel) {
      case 'lernschleife_change': {
        const change = noticeIn(CHANGE, payload);
        if (change !== null) void this.#changed(change);
        return;
      }
      case 'lernschleife_presence': {
        const told = noticeIn(LOOKING, payload);
        if (told === null || told.server === this.#server) return;
        void this.#showPresence(this.#presence.heard(told, Date.now()));
        if (told.asks) this.#tellPresence(false);
      }
    }
  }

  async #changed({ programmeId, subject, subjectId }: z.infer<typeof CHANGE>): Promise<void> {
    const concerned = this.#streamsOf(programmeId);
    if (concerned.length === 0) return;
    // Who was blocked or lost the role hears nothing of it, and nothing after it.
    if (subject === null || subject === 'PERSON') await this.#judge(concerned);
    const message: LiveMessage =
      subject === null || subjectId === null
        ? { event: 'refetch', data: {} }
        : { event: 'change', data: { subject, subjectId } };
    for (const stream of this.#streamsOf(programmeId)) stream.send(message);
  }

  async #afterGap(): Promise<void> {
    await this.#judge([...this.#streams]);
    for (const stream of this.#streams) stream.send({ event: 'refetch', data: {} });
    this.#tellPresence(true);
  }

  #streamsOf(programmeId: string): LiveStream[] {
    return [...this.#streams].filter(({ scope }) => scope.programmeId === programmeId);
  }

  /** Ends the streams whose session is over or whose person may not enter any more. */
  async #judge(streams: readonly LiveStream[]): Promise<void> {
    if (streams.length === 0) return;
    const entitled = await this.database
      .query<{ at: number; role: Role }[]>(
        `SELECT asked.at::int, p.role
         FROM unnest($1::text[], $2::uuid[], $3::uuid[]) WITH ORDINALITY AS asked (sid, programme_id, person_id, at)
         JOIN session s ON s.sid = asked.sid AND s.expire > now()
         JOIN person p ON p.id = asked.person_id AND p.programme_id = asked.programme_id
           AND p.account_id::text = s.sess ->> 'accountId' AND p.blocked_at IS NULL`,
        [
          streams.map(({ sessionId }) => sessionId),
          streams.map(({ scope }) => scope.programmeId),
          streams.map(({ scope }) => scope.actor.personId),
        ],
      )
      // The database is away: nothing is told either, and the next tick asks again.
      .catch(() => null);
    if (entitled === null) return;
    const may = new Set(
      entitled
        .filter(({ role }) => mayEnterWorkspace({ personId: '', roles: [role] }))
        .map(({ at }) => at - 1),
    );
    for (const [at, stream] of streams.entries())
      if (!may.has(at)) {
        stream.end();
        this.#streams.delete(stream);
      }
  }

  /** Tells the other servers who looks at what here; `asks` them for the same. */
  #tellPresence(asks: boolean): void {
    const lookers: Record<string, string[]> = {};
    for (const { looking, scope } of [...this.#streams].slice(-MOST_LOOKERS))
      if (looking !== null) (lookers[looking] ??= []).push(scope.actor.personId);
    const told: Looking = { server: this.#server, lookers };
    void this.#showPresence(this.#presence.heard(told, Date.now()));
    this.database
      .query('SELECT pg_notify($1, $2)', [
        'lernschleife_presence' satisfies ToldChannel,
        JSON.stringify({ ...told, asks }),
      ])
      // The database is away, and the next tick tells it again.
      .catch(() => undefined);
  }

  /** Tells the streams that look at one of these who else does, by name. */
  async #showPresence(lookedAt: readonly string[]): Promise<void> {
    const streams = [...this.#streams].filter(
      ({ looking }) => looking !== null && lookedAt.includes(looking),
    );
    const ids = [...new Set(lookedAt.flatMap((id) => this.#presence.at(id)))];
    if (streams.length === 0) return;
    const rows = await this.database
      .query<{ id: string; name: string }[]>(
        'SELECT id, name FROM person WHERE id = ANY($1) AND blocked_at IS NULL ORDER BY name, id',
        [ids],
      )
      .catch(() => null);
    if (rows === null) return;
    for (const { looking, scope, send } of streams) {
      if (looking === null) continue;
      const there = this.#presence.at(looking);
      const others = rows.filter(({ id }) => there.includes(id) && id !== scope.actor.personId);
      send({
        event: 'presence',
        data: { subjectId: looking, people: others.map(({ name }) => name) },
      });
    }
  }
}

/** What a notice says; null for one that isn't ours: anyone at the database may write to a channel. */
function noticeIn<Notice>(schema: z.ZodType<Notice>, payload: string): Notice | null {
  try {
    return schema.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
}
