import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, validate } from 'graphql';
import { LARGEST_PAGE } from '../graphql/argument-rules.js';
import { costOf, HIGHEST_COST } from '../graphql/query-cost.js';
import { DOCUMENTS } from './documents.js';

const fromRoot = (file: string): string =>
  readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8');
const schema = buildSchema(fromRoot('schema.graphql'));

describe.each(Object.entries(DOCUMENTS))(
  'the document %s',
  (name, { document, operation, hash }) => {
    it('fits the schema and bears its name', () => {
      expect(validate(schema, document)).toEqual([]);
      expect(operation.name?.value).toBe(name);
    });

    it('costs less than the limit on its largest page, so that no request needs to be weighed', () => {
      const cost = costOf(schema, document, operation, { first: LARGEST_PAGE });
      expect(cost).toBeGreaterThan(10);
      expect(cost).toBeLessThanOrEqual(HIGHEST_COST);
    });

    it('stands in docs/graphql.md with its hash and its variables', () => {
      const line = fromRoot('docs/graphql.md')
        .split('\n')
        .find((one) => one.startsWith(`| [${name}]`));
      expect(line).toContain(`\`sha256:${hash}\``);
      for (const { variable } of operation.variableDefinitions ?? [])
        expect(line).toContain(`\`${variable.name.value}\``);
    });

    it('asks for nothing that changes with the day', () => {
      expect(JSON.stringify(document)).not.toMatch(/"overdue"|"openCall"/);
    });
  },
);
