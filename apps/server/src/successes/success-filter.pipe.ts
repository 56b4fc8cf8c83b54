import { Injectable, type PipeTransform } from '@nestjs/common';
import type { SuccessFilter } from '#application/published/successes-reader.js';
import { filterOf, type SuccessFilterInput } from './success-filter.input.js';

/** The filter with everything that was left out. */
@Injectable()
export class SuccessFilterPipe implements PipeTransform<SuccessFilterInput | null, SuccessFilter> {
  transform = filterOf;
}
