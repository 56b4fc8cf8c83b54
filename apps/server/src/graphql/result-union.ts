import type { Type } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import type { UserError, UserErrorCode } from './user-error.js';

/**
 * The union that a mutation answers: what it brings about, or one of its refusals, told apart by their code.
 * `resultUnion<MoveRefusal['code']>(…)` makes a refusal without a type a compile error.
 */
export function resultUnion<Code extends UserErrorCode>(union: {
  readonly name: string;
  readonly description: string;
  readonly success: Type;
  readonly refusals: Readonly<Record<Code, Type<UserError>>>;
}): object {
  const { name, description, success } = union;
  const refusals = new Map<unknown, Type<UserError>>(Object.entries(union.refusals));
  return createUnionType({
    name,
    description,
    types: () => [success, ...new Set(refusals.values())] as const,
    resolveType: (value: object) => refusals.get('code' in value ? value.code : null) ?? success,
  }) as object;
}
