/**
 * Prints docs/personal-data.md from the inventory. With `--check` it writes nothing, and exits with 1 when the document
 * says something else.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { inventoryDocument } from '#persistence/personal-data/inventory-document.js';

// Seen from dist/scripts/, where the compiler puts this file.
const DOCUMENT = new URL('../../docs/personal-data.md', import.meta.url);
const wanted = inventoryDocument();

if (!process.argv.includes('--check')) writeFileSync(DOCUMENT, wanted);
else if (readFileSync(DOCUMENT, 'utf8') !== wanted) {
  console.error('docs/personal-data.md differs from the inventory.');
  process.exitCode = 1;
}
