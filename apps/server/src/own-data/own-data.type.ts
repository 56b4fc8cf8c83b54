import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { RetentionLine } from '#application/personal-data/retention.js';
import type { PublicNameGrade } from '#domain/measures/measure.record.js';
import { ERASURE_OBSTACLE_CODES } from '#domain/personal-data/decide-erasure.js';
import { RETENTION_RULES, type RetentionRule } from '#domain/personal-data/retention-days.js';
import { InvalidInput, NotAllowed, NotFound } from '../graphql/common-refusals.type.js';
import { enumOf } from '../graphql/enums.js';
import { PublicNameGradeEnum } from '../graphql/public-name-grade.js';
import { RemovedType } from '../graphql/removal.type.js';
import { resultUnion } from '../graphql/result-union.js';
import { DateTime } from '../graphql/scalars.js';
import { UserError } from '../graphql/user-error.js';
import { WriteInput } from '../graphql/write-input.js';
import { MembershipType } from '../workspace/me.type.js';

export const RetentionRuleEnum = enumOf(
  'RetentionRule',
  'A kind of data that is kept for a time only.',
  RETENTION_RULES,
  {
    UNCONFIRMED_APPLICATIONS: 'Applications whose address nobody has confirmed.',
    APPLICATIONS: 'Applications to calls that have ended.',
    MAILS: 'Mails.',
    SIGN_IN_LINKS: 'Links to sign in.',
    TAKE_OUTS: 'Links to a take-out.',
    SESSIONS: 'Sessions.',
    THROTTLES: 'Counts of tries to sign in.',
    REQUEST_RECEIPTS: 'Receipts of requests.',
    APPLICATION_ACCESS: 'Who has looked at applications.',
    VOICE_ADDRESSES: 'Addresses of readers whom nobody has answered.',
    WITHDRAWN_IDEAS: 'Ideas that their authors have withdrawn.',
    DECLINED_IDEAS: 'Ideas that were declined.',
    JOBS: 'Jobs that were given up.',
    IDLE_ACCOUNTS: 'Accounts that are nobody.',
    RETENTION_RUNS: 'What the retention did.',
  },
);

@ObjectType('RetentionLine', {
  description: 'What the daily retention does with one kind of data of the programme.',
})
export class RetentionLineType implements RetentionLine {
  @Field(() => RetentionRuleEnum, { description: 'The kind of data.' }) rule!: RetentionRule;
  @Field(() => Int, { nullable: true, description: 'For how many days it is kept.' })
  days!: number | null;
  @Field(() => Int, { description: 'How many would be erased if it ran now.' }) count!: number;
  @Field(() => DateTime, { nullable: true, description: 'When it ran last.' })
  lastRunAt!: Date | null;
  @Field(() => Int, { nullable: true, description: 'How many it erased then.' })
  lastCount!: number | null;
}

export const ErasureObstacleCodeEnum = enumOf(
  'ErasureObstacleCode',
  'What stands in the way of an erasure.',
  ERASURE_OBSTACLE_CODES,
  {
    MEASURE_OWNED: 'The person owns a measure that goes on: `measureId` and `title` say which.',
    LAST_ADMINISTRATOR: 'Nobody else administers the programme.',
  },
);

@ObjectType('ErasureObstacle', {
  description: 'One thing that has to be handed over before a person is erased.',
})
export class ErasureObstacleType {
  @Field(() => ErasureObstacleCodeEnum, { description: 'What it is.' })
  code!: (typeof ERASURE_OBSTACLE_CODES)[number];
  @Field(() => String, { description: 'Title of the programme, in its own language.' })
  programme!: string;
  @Field(() => ID, { nullable: true, description: 'The measure.' }) measureId?: string | null;
  @Field(() => String, { nullable: true, description: 'Its title.' }) title?: string | null;
}

@ObjectType('ErasureNotReady', {
  implements: () => UserError,
  description: 'Something has to be handed over first; all of it is told at once.',
})
export class ErasureNotReady extends UserError {
  @Field(() => [ErasureObstacleType], { description: 'All that stands in the way; at least one.' })
  obstacles!: readonly ErasureObstacleType[];
}

@InputType('ErasePersonInput', { description: 'Who is erased.' })
export class ErasePersonInput extends WriteInput {
  @Field(() => ID, { description: 'The person.' }) personId!: string;
}

@InputType('ChoosePublicNameInput', { description: 'The consent to be named on public pages.' })
export class ChoosePublicNameInput extends WriteInput {
  @Field(() => String, { description: 'Slug of the programme.' }) programme!: string;
  @Field(() => PublicNameGradeEnum, { description: 'How much of the name they may show.' })
  publicName!: PublicNameGrade;
}

export const ErasureAnswer = resultUnion<
  'ERASURE_NOT_READY' | 'INVALID_INPUT' | 'NOT_ALLOWED' | 'NOT_FOUND'
>({
  name: 'ErasureAnswer',
  description: 'That the person is erased, or why nothing was.',
  success: RemovedType,
  refusals: {
    ERASURE_NOT_READY: ErasureNotReady,
    INVALID_INPUT: InvalidInput,
    NOT_ALLOWED: NotAllowed,
    NOT_FOUND: NotFound,
  },
});

export const PublicNameAnswer = resultUnion<'INVALID_INPUT' | 'NOT_FOUND'>({
  name: 'PublicNameAnswer',
  description: 'The caller in the programme as it is now, or why nothing was written.',
  success: MembershipType,
  refusals: { INVALID_INPUT: InvalidInput, NOT_FOUND: NotFound },
});
