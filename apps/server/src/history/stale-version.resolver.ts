import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { StaleVersion as Refused } from '#application/shared/refusals.js';
import { HistoryReader, type HistoryLine } from '#application/workspace/history-reader.js';
import { CurrentAccount } from '../auth/current-account.js';
import { SignedIn } from '../auth/signed-in.js';
import { StaleVersion } from '../graphql/common-refusals.type.js';
import { HistoryEntryType } from './history-entry.type.js';

@SignedIn()
@Resolver(() => StaleVersion)
export class StaleVersionResolver {
  constructor(private readonly history: HistoryReader) {}

  @ResolveField(() => [HistoryEntryType], {
    description: 'What was changed since the version that the caller saw, newest first.',
  })
  changes(
    @Parent() { subjectId, since }: Refused,
    @CurrentAccount() account: string | null,
  ): Promise<HistoryLine[]> {
    return this.history.changesSince(account, subjectId, since);
  }
}
