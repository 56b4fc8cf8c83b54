import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { columnsOf, DATA_CLASSES, INVENTORY } from './inventory.js';
import { inventoryDocument } from './inventory-document.js';

describe('the inventory of data', () => {
  it('names no table and no column twice', () => {
    const tables = INVENTORY.map(({ table }) => table);
    expect(tables).toEqual([...new Set(tables)]);
    for (const entry of INVENTORY) {
      const columns = DATA_CLASSES.flatMap((one) => columnsOf(entry, one));
      expect([entry.table, columns]).toEqual([entry.table, [...new Set(columns)]]);
    }
  });

  it('says of each table with something personal whose a row is', () => {
    const silent = INVENTORY.filter(
      (entry) => columnsOf(entry, 'PERSONAL').length > 0 !== (entry.of !== undefined),
    );
    expect(silent).toEqual([]);
  });

  it('has exceptions and ways of showing for columns of the table alone', () => {
    for (const entry of INVENTORY) {
      const columns = DATA_CLASSES.flatMap((one) => columnsOf(entry, one));
      const named = [...Object.keys(entry.except ?? {}), ...Object.keys(entry.of?.shown ?? {})];
      expect([entry.table, named.filter((one) => !columns.includes(one))]).toEqual([
        entry.table,
        [],
      ]);
    }
  });

  it('is what docs/personal-data.md says', () => {
    expect(readFileSync('docs/personal-data.md', 'utf8')).toBe(inventoryDocument());
  });
});
