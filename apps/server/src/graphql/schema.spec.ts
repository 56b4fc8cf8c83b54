import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
} from 'graphql';

type Described = { readonly name: string; readonly description?: string | null | undefined };

const schema = buildSchema(
  readFileSync(new URL('../../../../schema.graphql', import.meta.url), 'utf8'),
);

/** The type and all that stands in it, each with its place. */
function partsOf(type: GraphQLNamedType): (readonly [string, Described])[] {
  const parts: (readonly [string, Described])[] = [[type.name, type]];
  if (isEnumType(type))
    for (const value of type.getValues()) parts.push([`${type.name}.${value.name}`, value]);
  if (isInputObjectType(type))
    for (const field of Object.values(type.getFields()))
      parts.push([`${type.name}.${field.name}`, field]);
  if (isObjectType(type) || isInterfaceType(type))
    for (const field of Object.values(type.getFields())) {
      parts.push([`${type.name}.${field.name}`, field]);
      for (const argument of field.args)
        parts.push([`${type.name}.${field.name}(${argument.name})`, argument]);
    }
  return parts;
}

const own = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);
const parts = own.flatMap(partsOf);

describe('schema.graphql', () => {
  it('holds the queries of the interface', () => {
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort()).toEqual([
      'me',
      'measure',
      'programme',
      'programmes',
      'success',
      'successesFeed',
      'workspace',
    ]);
    expect(schema.getSubscriptionType()).toBeFalsy();
  });

  it('describes every type, field, argument, enum value and input field', () => {
    expect(parts.length).toBeGreaterThan(100);
    expect(parts.filter(([, part]) => !part.description?.trim()).map(([place]) => place)).toEqual(
      [],
    );
  });

  it('has no two fields whose type and name make the same word, by which compiled queries know resolvers', () => {
    const places = parts.map(([place]) => place).filter((place) => /^\w+\.\w+$/.test(place));
    const words = places.map((place) => place.replace('.', ''));
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });
});
