/**
 * Prints the JSON Schema of the programme file into docs/programme-file.schema.json.
 * `--check` writes nothing and exits 1 when the committed file differs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { PROGRAMME_FILE } from '#application/programme-files/programme-file.js';

const FILE = 'docs/programme-file.schema.json';
const schema = z.toJSONSchema(PROGRAMME_FILE, { io: 'input', reused: 'ref' });
const text = `${JSON.stringify({ title: 'Lernschleife programme file, version 1', ...schema }, null, 2)}\n`;
if (process.argv.includes('--check')) {
  if (readFileSync(FILE, 'utf8') !== text) {
    console.error(
      `${FILE} is not what the code says: run npm run print:file-schema and commit it.`,
    );
    process.exitCode = 1;
  }
} else writeFileSync(FILE, text);
