import { UseFilters } from '@nestjs/common';
import {
  Args,
  Context,
  Extensions,
  Int,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Public } from '../auth/public.js';
import type { FieldRules } from '../graphql/argument-rules.js';
import { PublishedReaders } from '../database/published-readers.js';
import { AFTER, FIRST, IN_LANGUAGE } from '../graphql/arguments.js';
import type { Language } from '../graphql/enums.js';
import type { Loaders } from '../graphql/loaders.js';
import { connectionOf } from '../graphql/page-info.type.js';
import { PassErrorsOn } from '../graphql/pass-errors-on.js';
import { LearningLoopType } from './learning-loop.type.js';
import {
  OrganisationalUnitType,
  ProgrammeConnectionType,
  ProgrammeType,
  StrategicGoalType,
  type WantedProgramme,
} from './programme.type.js';
import { TopicType } from './topic.type.js';

@Public()
@UseFilters(PassErrorsOn)
@Resolver(() => ProgrammeType)
export class ProgrammesResolver {
  @Extensions({ slugCursor: true } satisfies FieldRules)
  @Query(() => ProgrammeConnectionType, {
    name: 'programmes',
    description: 'The published programmes by slug.',
  })
  async list(
    @Args('first', FIRST) first: number,
    @Args('after', AFTER) after: string | null,
    @Args('language', IN_LANGUAGE) wanted: Language | null,
    @Context('published') { programmes }: PublishedReaders,
  ) {
    const rows = await programmes.list(wanted, first + 1, after);
    return connectionOf(
      rows.map((row) => ({ ...row, wanted })),
      first,
      after,
      ({ slug }) => slug,
    );
  }

  @Query(() => ProgrammeType, {
    nullable: true,
    description: 'A published programme; null when there is none of this slug.',
  })
  async programme(
    @Args('slug', { type: () => String, description: 'The programme’s name in addresses.' })
    slug: string,
    @Args('language', IN_LANGUAGE) wanted: Language | null,
    @Context('published') { programmes }: PublishedReaders,
  ) {
    const programme = await programmes.bySlug(slug, wanted);
    return programme && { ...programme, wanted };
  }

  @ResolveField(() => [LearningLoopType], {
    description: 'The loops that have begun, oldest first.',
  })
  loops(@Parent() { id }: WantedProgramme, @Context('loaders') loaders: Loaders) {
    return loaders.loopsOf.load(id);
  }

  @ResolveField(() => LearningLoopType, {
    nullable: true,
    description: 'One loop that has begun; null when there is none of this number.',
  })
  async loop(
    @Parent() { id }: WantedProgramme,
    @Args('number', { type: () => Int, description: 'The loop’s number, from 1.' }) number: number,
    @Context('loaders') loaders: Loaders,
  ) {
    return (await loaders.loopsOf.load(id)).find((loop) => loop.number === number) ?? null;
  }

  @ResolveField(() => [TopicType], {
    description: 'The topics with an action field in a loop that has begun, in editorial order.',
  })
  async topics(@Parent() { id, wanted }: WantedProgramme, @Context('loaders') loaders: Loaders) {
    const topics = await loaders.inLanguage(wanted).topicsOf.load(id);
    return topics.map((topic) => ({ ...topic, wanted }));
  }

  @ResolveField(() => TopicType, {
    nullable: true,
    description: 'One topic; null when there is none of this key.',
  })
  async topic(
    @Parent() { id, wanted }: WantedProgramme,
    @Args('key', { type: () => String, description: 'The topic’s key.' }) key: string,
    @Context('loaders') loaders: Loaders,
  ) {
    const topics = await loaders.inLanguage(wanted).topicsOf.load(id);
    const topic = topics.find((one) => one.key === key);
    return topic ? { ...topic, wanted } : null;
  }

  @ResolveField(() => [StrategicGoalType], {
    description: 'The strategic goals in editorial order.',
  })
  goals(@Parent() { id, wanted }: WantedProgramme, @Context('loaders') loaders: Loaders) {
    return loaders.inLanguage(wanted).goalsOf.load(id);
  }

  @ResolveField(() => [OrganisationalUnitType], {
    description: 'The organisational units in editorial order.',
  })
  units(@Parent() { id, wanted }: WantedProgramme, @Context('loaders') loaders: Loaders) {
    return loaders.inLanguage(wanted).unitsOf.load(id);
  }
}
