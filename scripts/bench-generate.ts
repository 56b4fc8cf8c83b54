/**
 * Writes the programme that the benchmark measures as a programme file, in JSON, which `npm run programme -- import`
 * reads. Usage: npm run --silent bench:generate -- [--measures 5000] [--seed N] [--slug NAME] > programme.json
 */
import { parseArgs } from 'node:util';
import { BENCH_SEED, BENCH_SLUG, generateProgramme } from './bench/generate-programme.js';

const { values } = parseArgs({
  options: {
    measures: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(BENCH_SEED) },
    slug: { type: 'string', default: BENCH_SLUG },
  },
});

try {
  const programme = generateProgramme(Number(values.measures), Number(values.seed), values.slug);
  process.stdout.write(`${JSON.stringify(programme, null, 1)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
