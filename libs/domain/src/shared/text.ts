/** Whether a text says something: null, empty and blank texts don't. */
export function isWritten(text: string | null): text is string {
  return text !== null && text.trim() !== '';
}
