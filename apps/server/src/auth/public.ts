import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const IS_PUBLIC = 'lernschleife:public';

/** Opens a controller, resolver or field to anyone. Without it, or a rule of its own, the guard refuses. */
export function Public(): CustomDecorator {
  return SetMetadata(IS_PUBLIC, true);
}
