import { Field, ObjectType } from '@nestjs/graphql';
import { PageInfoType } from '../graphql/page-info.type.js';
import { WorkspaceDecisionType } from '../workspace/decision.type.js';

@ObjectType('WorkspaceDecisionEdge', { description: 'One entry of a page of decisions.' })
export class WorkspaceDecisionEdgeType {
  @Field(() => String, { description: 'Cursor of this entry.' }) cursor!: string;
  @Field(() => WorkspaceDecisionType, { description: 'The decision.' })
  node!: WorkspaceDecisionType;
}

@ObjectType('WorkspaceDecisionConnection', { description: 'A page of decisions.' })
export class WorkspaceDecisionConnectionType {
  @Field(() => [WorkspaceDecisionEdgeType], { description: 'The entries of this page.' })
  edges!: readonly WorkspaceDecisionEdgeType[];
  @Field(() => PageInfoType, { description: 'Where the page ends.' }) pageInfo!: PageInfoType;
}
