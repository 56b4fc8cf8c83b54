import { Cutting, type Cut } from './cut.js';

/**
 * Cuts the text of a JSON object at the entries of its lists, each with the comma after it. `members` counts the
 * members of all objects as they are written: more than the object has when a key stands twice.
 */
export function cutJson(text: string): { readonly cut: Cut; readonly members: number } {
  const cutting = new Cutting();
  let members = 0;
  let depth = 0;
  /** The last string, and the key of the member that the scan is in. */
  let word = '';
  let key = '';
  /** Where the entry began, in a list. */
  let entry: number | null = null;
  const endEntry = (end: number): void => {
    if (entry !== null && text.slice(entry, end).trim() !== '') cutting.add(key, [entry, end]);
  };

  for (let at = 0; at < text.length; at += 1) {
    switch (text[at]) {
      case '"': {
        const end = endOfString(text, at);
        if (depth === 1) word = text.slice(at + 1, end);
        at = end;
        break;
      }
      case ':':
        members += 1;
        if (depth === 1) key = word;
        break;
      case '{':
      case '[':
        depth += 1;
        if (depth === 2) entry = text[at] === '[' ? at + 1 : null;
        break;
      case '}':
      case ']':
        if (depth === 2) endEntry(at);
        depth -= 1;
        break;
      case ',':
        if (depth === 2 && entry !== null) {
          endEntry(at + 1);
          entry = at + 1;
        }
        break;
      default:
    }
  }
  const around: Cut['around'] = (list) => [`{"${list}": [`, ']}'];
  return { cut: cutting.done(text.length, around), members };
}

/** Where the string that begins at a quotation mark ends: at the next one that an even number of backslashes precedes. */
function endOfString(text: string, begin: number): number {
  for (let end = text.indexOf('"', begin + 1); ; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text[before] === '\\') before -= 1;
    if ((end - before) % 2 === 1) return end;
  }
}
