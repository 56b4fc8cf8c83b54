/** Whether a text says something: null, empty and blank texts don't. */
export function isWritten(text: string | null): text is string {
  // U+0085, a line's end, is blank for some databases and not for JavaScript.
  return text !== null && /[^\s\u0085]/.test(text);
}
