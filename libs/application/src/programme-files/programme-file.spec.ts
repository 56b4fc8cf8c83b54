import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const schema = JSON.parse(readFileSync('docs/programme-file.schema.json', 'utf8')) as object;
const demonstration = parse(readFileSync('demo/demonstration-programme.yaml', 'utf8')) as {
  measures: object[];
};
const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);

describe('the JSON Schema of the programme file', () => {
  it('accepts the demonstration programme', () => {
    expect(validate(demonstration)).toBe(true);
  });

  it('refuses a key that the format does not have', () => {
    const [first, ...rest] = demonstration.measures;
    expect(validate({ ...demonstration, measures: [{ ...first, colour: 'blue' }, ...rest] })).toBe(
      false,
    );
  });
});
