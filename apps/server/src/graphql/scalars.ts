import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { parseLocalDay } from '#domain/shared/local-day.js';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/;

function instantOf(value: unknown): Date {
  const instant = typeof value === 'string' && INSTANT.test(value) ? new Date(value) : null;
  if (instant === null || Number.isNaN(instant.getTime()))
    throw new GraphQLError('A DateTime is a text such as 2026-03-02T09:00:00Z, with its offset.');
  return instant;
}

function dayOf(value: unknown): string {
  const day = typeof value === 'string' ? parseLocalDay(value) : null;
  if (day?.ok !== true)
    throw new GraphQLError('A LocalDay is an existing day, written YYYY-MM-DD.');
  return day.value;
}

/** An instant. Takes ISO 8601 with an offset, answers it in UTC; `null` is never an instant. */
export const DateTime = new GraphQLScalarType({
  name: 'DateTime',
  description: 'An instant in UTC to the millisecond, ISO 8601: `2026-03-02T09:00:00.000Z`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => (value instanceof Date ? value : instantOf(value)).toISOString(),
  parseValue: instantOf,
  parseLiteral: (node) => instantOf(node.kind === Kind.STRING ? node.value : null),
});

/** A calendar day. Takes and answers `YYYY-MM-DD`. */
export const LocalDayScalar = new GraphQLScalarType({
  name: 'LocalDay',
  description: 'A calendar day without a time zone: `2026-03-02`. Days sort correctly as text.',
  serialize: dayOf,
  parseValue: dayOf,
  parseLiteral: (node) => dayOf(node.kind === Kind.STRING ? node.value : null),
});
