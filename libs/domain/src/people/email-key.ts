/**
 * An address as addresses are compared: A to Z in small letters, all else as it is. Full Unicode folding would make
 * two mailboxes one, such as those of `k` and of the Kelvin sign.
 */
export function emailKey(email: string): string {
  return email.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
