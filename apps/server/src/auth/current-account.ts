import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphqlContext } from '../graphql/context.js';

/** The id of the account that asks, or null for an anonymous reader. */
export const CurrentAccount = createParamDecorator(
  (_data: unknown, context: ExecutionContext): string | null =>
    GqlExecutionContext.create(context).getContext<GraphqlContext>().accountId,
);
