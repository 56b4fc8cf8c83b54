import { Field, ObjectType } from '@nestjs/graphql';
import type { LocalDay } from '#domain/shared/local-day.js';
import { LocalDayScalar } from '../graphql/scalars.js';

/** The other fields come from the folders of what they show; each reads within the caller's scope. */
@ObjectType('Workspace', {
  description:
    'All records of a programme, drafts included, for its guides, circle and administrators.',
})
export class WorkspaceType {
  @Field(() => LocalDayScalar, {
    description: 'The day where the programme is: by it, what is late is judged.',
  })
  today!: LocalDay;
}
