import { BadRequestException } from '@nestjs/common';
import type { FieldFault } from '#ui/errors/error-page.js';

/** A field of a page's form that can't be read; the page of the error names it in the reader's language. */
export class FieldFaultException extends BadRequestException {
  constructor(readonly fault: FieldFault) {
    super(`${fault.field}: ${fault.problem}`);
  }
}
