import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const NEEDS_SIGN_IN = 'lernschleife:signed-in';

/**
 * Opens a resolver or route to whoever is signed in. What one may do there is judged by the use case, on the row
 * that it has locked; what one may see, by the reader.
 */
export function SignedIn(): CustomDecorator {
  return SetMetadata(NEEDS_SIGN_IN, true);
}
