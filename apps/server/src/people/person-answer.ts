import type { PersonRefusal } from '#application/people/write-people.js';
import {
  InvalidInput,
  NotAllowed,
  NotFound,
  StaleVersion,
} from '../graphql/common-refusals.type.js';
import { InUse } from '../graphql/removal.type.js';
import { resultUnion } from '../graphql/result-union.js';
import { WorkspacePersonType } from './person.type.js';

/** What every mutation about a person answers. */
export const PersonAnswer = resultUnion<Exclude<PersonRefusal['code'], 'REQUEST_REUSED'>>({
  name: 'PersonAnswer',
  description: 'The person as it is now, or why nothing was written.',
  success: WorkspacePersonType,
  refusals: {
    INVALID_INPUT: InvalidInput,
    IN_USE: InUse,
    NOT_ALLOWED: NotAllowed,
    NOT_FOUND: NotFound,
    STALE_VERSION: StaleVersion,
  },
});
