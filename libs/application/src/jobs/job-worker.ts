import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import {
  Logger,
  parseCronItems,
  run,
  type TaskList,
  type WorkerEvents,
  type WorkerPool,
} from 'graphile-worker';
import type { DataSource } from 'typeorm';
import { hearEmbedded } from '#persistence/embedded/embedded-database.js';
import { openJobPool } from '#persistence/jobs/job-pool.js';

/** One try to do a job. */
export type Try = {
  /** 1 at the first one. */
  readonly attempt: number;
  /** Whether there will be no other when it fails. */
  readonly last: boolean;
  /** Aborted when the server stops and the job has taken too long since. */
  readonly signal: AbortSignal;
};

/** What does the jobs of one name. After a throw it is tried again later. */
export type JobTask = (payload: unknown, tried: Try) => Promise<void>;

type Options = {
  readonly tasks: Readonly<Record<string, JobTask>>;
  /** Name of a task: when it runs by itself, as crontab has it, in UTC. */
  readonly daily: Readonly<Record<string, string>>;
  /** Hears of each try that failed. */
  readonly onFault: (task: string, error: unknown) => void;
  /** Hears what goes wrong beside the jobs themselves. */
  readonly onError: (reason: string) => void;
};

/** Jobs done at once by one server: as many mails wait for a slow mail server before others wait for them. */
const AT_ONCE = 4;
/** Its connections: one for hearing of new jobs, two for fetching them and noting what became of them. */
const CONNECTIONS = 3;
/** Where nobody tells of new jobs, they are looked for so often. */
const LOOK_EVERY_MS = 2_000;
/** A stop leaves the jobs under way so long before it aborts them. */
const STOP_PATIENCE_MS = 4_000;
/** graphile-worker's channel. */
const TOLD_OF_JOBS = 'jobs:insert';
const SWEEP_EVERY_MS = 30_000;
const PAUSE_AFTER_FAULT_MS = 5_000;
/** No job takes this long, so whoever holds one longer is no more. */
const LONGEST_JOB = '3 minutes';

/**
 * Locks of workers that are no more: held too long, or from before the embedded database was started, which lives no
 * longer than its server. graphile-worker itself waits four hours.
 */
const FREE_LOST_JOBS = `SELECT graphile_worker.force_unlock_workers(
  ARRAY(SELECT DISTINCT locked_by FROM graphile_worker.jobs
    WHERE locked_at < now() - interval '${LONGEST_JOB}'
      OR ($1 AND locked_at < pg_postmaster_start_time())))`;

/** Does the jobs of the queue within the server's process; any number of servers share one queue. */
export class JobWorker {
  readonly #stopping = new AbortController();
  #ended: Promise<void> = Promise.resolve();

  constructor(private readonly options: Options) {}

  /** Begins to work on the queue of a migrated database. */
  start(source: DataSource): void {
    this.#ended = this.#work(source);
  }

  /** Ends the work; resolves when no job of this worker is under way. Those that were cut off are tried again. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#ended;
  }

  async #work(source: DataSource): Promise<void> {
    const { signal } = this.#stopping;
    const pool = openJobPool(source, CONNECTIONS, (error) => this.options.onError(error.message));
    while (!signal.aborted) {
      try {
        await this.#workOnce(source, pool);
      } catch (error) {
        this.options.onError((error as Error).message);
      }
      // A worker that has lost its database ends; another one takes over when it may be there again.
      await pause(PAUSE_AFTER_FAULT_MS, undefined, { signal }).catch(() => undefined);
    }
    await pool.end();
  }

  async #workOnce(source: DataSource, pool: ReturnType<typeof openJobPool>): Promise<void> {
    const { options } = source;
    const socket = options.type === 'postgres' && options.url === undefined ? options.host : null;
    const free = async (): Promise<void> => {
      await pool.query(FREE_LOST_JOBS, [typeof socket === 'string']);
    };
    await free();
    const events: WorkerEvents = new EventEmitter();
    let workers: WorkerPool | null = null;
    events.on('pool:create', ({ workerPool }) => {
      workers = workerPool;
    });
    const runner = await run({
      pgPool: pool,
      events,
      // Named ones of several connections meet on the embedded database's one session.
      noPreparedStatements: true,
      noHandleSignals: true,
      concurrency: AT_ONCE,
      pollInterval: LOOK_EVERY_MS,
      // One by one, what became of a job is noted by a promise that nobody waits for or hears the failure of.
      preset: {
        worker: {
          completeJobBatchDelay: 0,
          failJobBatchDelay: 0,
          gracefulShutdownAbortTimeout: STOP_PATIENCE_MS,
        },
      },
      logger: quiet(this.options.onError),
      taskList: this.#taskList(),
      parsedCronItems: parseCronItems(
        Object.entries(this.options.daily).map(([task, match]) => ({
          task,
          match,
          // A server that was off at that time does it when it is on again.
          options: { backfillPeriod: 24 * 3_600_000, maxAttempts: 5 },
        })),
      ),
    });
    // What is told in the embedded database comes by its process, and not by the connection that listens.
    const deaf =
      typeof socket === 'string'
        ? hearEmbedded(socket, ({ channel }) => {
            if (channel === TOLD_OF_JOBS && !this.#stopping.signal.aborted) workers?.nudge(1);
          })
        : null;
    const sweeps = setInterval(() => {
      free().catch((error: unknown) => this.options.onError((error as Error).message));
    }, SWEEP_EVERY_MS);
    const stop = (): void => void runner.stop().catch(() => undefined);
    this.#stopping.signal.addEventListener('abort', stop);
    if (this.#stopping.signal.aborted) stop();
    try {
      await runner.promise;
    } finally {
      this.#stopping.signal.removeEventListener('abort', stop);
      clearInterval(sweeps);
      deaf?.();
    }
  }

  #taskList(): TaskList {
    return Object.fromEntries(
      Object.entries(this.options.tasks).map(([name, task]) => [
        name,
        async (payload, { job, abortSignal }) => {
          try {
            const last = job.attempts >= job.max_attempts;
            await task(payload, { attempt: job.attempts, last, signal: abortSignal });
          } catch (error) {
            this.options.onFault(name, error);
            // The queue keeps what it is told, and what was thrown may name somebody.
            throw new Error('The try failed.', { cause: error });
          }
        },
      ]),
    );
  }
}

/** Of all that graphile-worker says, what went wrong beside the jobs. */
function quiet(onError: (reason: string) => void): Logger {
  return new Logger(() => (level, message, meta) => {
    if (level === 'error' && meta['failure'] !== true) onError(message);
  });
}
