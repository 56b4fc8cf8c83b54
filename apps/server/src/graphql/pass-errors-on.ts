import { Catch, type ExceptionFilter } from '@nestjs/common';

/** Keeps errors of resolvers away from the filters for pages and from Nest's log: format-error.ts judges and logs them. */
@Catch()
export class PassErrorsOn implements ExceptionFilter {
  catch(error: unknown): never {
    throw error;
  }
}
