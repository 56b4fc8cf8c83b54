import { Injectable, type PipeTransform } from '@nestjs/common';
import type { SuccessFilter } from '#application/published/successes-reader.js';
import { badUserInput } from '../graphql/bad-user-input.js';
import { filterOf, type SuccessFilterInput } from './success-filter.input.js';

const LONGEST_SEARCH = 200;
const LONGEST_LIST = 100;

/** A filter of a sensible size, with everything that was left out. */
@Injectable()
export class SuccessFilterPipe implements PipeTransform<SuccessFilterInput | null, SuccessFilter> {
  transform(input: SuccessFilterInput | null): SuccessFilter {
    const filter = filterOf(input);
    for (const [name, value] of Object.entries(filter)) {
      const most = typeof value === 'string' ? LONGEST_SEARCH : LONGEST_LIST;
      if (value.length > most) throw badUserInput(`filter.${name}: is longer than ${most}.`);
    }
    return filter;
  }
}
