import {
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { badTextOf } from '../http/bad-text.js';

export const LARGEST_PAGE = 100;
const LONGEST_LIST = 100;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const SLUG = /^[a-z\d]+(-[a-z\d]+)*$/;

/** What a field may say of itself in `@Extensions()`. */
export type FieldRules = {
  /** Its cursor is a slug and not an id. */
  readonly slugCursor?: true;
  /** Most characters of an input field. */
  readonly longest?: number;
  /** How many entries its list usually has, where that is far from 5; query-cost.ts counts with it. */
  readonly usualLength?: number;
};

/**
 * What is wrong with the value of an argument, its place first; null when it can be used. The value has the type of
 * the argument. An argument that is new is checked as well: its type and its name say how.
 */
export function argumentFault(
  field: GraphQLField<unknown, unknown>,
  argument: GraphQLArgument,
  value: unknown,
): string | null {
  const { name, type } = argument;
  if (name === 'first' && typeof value === 'number' && !(value >= 1 && value <= LARGEST_PAGE))
    return `first: must be from 1 to ${LARGEST_PAGE}.`;
  if (name === 'after' && typeof value === 'string') {
    const cursor = rulesOf(field).slugCursor ? SLUG : UUID;
    if (!cursor.test(value))
      return badTextOf(value, 'after') ?? 'after: is not a cursor of this list.';
  }
  return valueFault(value, type, name);
}

function valueFault(value: unknown, type: GraphQLInputType, place: string): string | null {
  if (value === null || value === undefined) return null;
  if (isNonNullType(type)) return valueFault(value, type.ofType, place);
  if (isListType(type) && Array.isArray(value)) {
    if (value.length > LONGEST_LIST) return `${place}: holds more than ${LONGEST_LIST} entries.`;
    return firstOf(value, (one, at) => valueFault(one, type.ofType, `${place}[${at}]`));
  }
  if (isInputObjectType(type)) {
    const given = value as Readonly<Record<string, unknown>>;
    return firstOf(Object.values(type.getFields()), (field) => {
      const inner = given[field.name];
      const longest = rulesOf(field).longest ?? Infinity;
      return typeof inner === 'string' && inner.length > longest
        ? `${place}.${field.name}: is longer than ${longest} characters.`
        : valueFault(inner, field.type, `${place}.${field.name}`);
    });
  }
  if (typeof value !== 'string') return null;
  const bad = badTextOf(value, place);
  return (
    bad ??
    ('name' in type && type.name === 'ID' && !UUID.test(value)
      ? `${place}: is not an id of this API.`
      : null)
  );
}

function firstOf<Value>(
  values: readonly Value[],
  faultOf: (value: Value, at: number) => string | null,
): string | null {
  for (const [at, value] of values.entries()) {
    const fault = faultOf(value, at);
    if (fault !== null) return fault;
  }
  return null;
}

export const rulesOf = ({ extensions }: { readonly extensions: object }): FieldRules => extensions;
