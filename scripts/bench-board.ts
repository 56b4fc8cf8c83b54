/**
 * Measures the board alone, in a browser: npm run build && node dist/scripts/bench-board.js. On the PostgreSQL at
 * BENCH_DATABASE_URL, or one of its own.
 */
import { measureBoard } from './bench/board.js';
import { openPostgres } from './bench/postgres.js';

const postgres = await openPostgres(process.env['BENCH_DATABASE_URL']);
try {
  process.stdout.write(`${JSON.stringify(await measureBoard(postgres.url))}\n`);
} finally {
  await postgres.stop();
}
