import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { badUserInput } from './bad-user-input.js';

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
export const LARGEST_PAGE = 100;

/** An id that is given must be a UUID; answers it in small letters, and null for none. */
@Injectable()
export class IdPipe implements PipeTransform<string | null | undefined, string | null> {
  transform(value: string | null | undefined, { data }: ArgumentMetadata): string | null {
    if (value === undefined || value === null) return null;
    if (!UUID.test(value)) throw badUserInput(`${data ?? 'id'}: is not an id of this API.`);
    return value.toLowerCase();
  }
}

/** A page holds 1 to 100. */
@Injectable()
export class PageSizePipe implements PipeTransform<number, number> {
  transform(value: number, { data }: ArgumentMetadata): number {
    if (value >= 1 && value <= LARGEST_PAGE) return value;
    throw badUserInput(`${data ?? 'first'}: must be from 1 to ${LARGEST_PAGE}.`);
  }
}
