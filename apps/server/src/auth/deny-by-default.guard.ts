import {
  ForbiddenException,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Request } from 'express';
import type { GraphqlContext } from '../graphql/context.js';
import { IS_PUBLIC } from './public.js';
import { accountOf } from './sessions.js';
import { NEEDS_SIGN_IN } from './signed-in.js';

/** Refuses whatever nobody has opened: a new route or query without a rule is shut. */
@Injectable()
export class DenyByDefaultGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const has = (mark: string): boolean =>
      this.reflector.getAllAndOverride<boolean | undefined>(mark, [
        context.getHandler(),
        context.getClass(),
      ]) === true;
    if (has(IS_PUBLIC)) return true;
    if (!has(NEEDS_SIGN_IN)) throw new ForbiddenException();
    if (accountAsking(context) === null) throw new UnauthorizedException('Sign in first.');
    return true;
  }
}

function accountAsking(context: ExecutionContext): string | null {
  return context.getType<string>() === 'graphql'
    ? GqlExecutionContext.create(context).getContext<GraphqlContext>().accountId
    : accountOf(context.switchToHttp().getRequest<Request>());
}
