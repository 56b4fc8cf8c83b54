import { Cutting, type Cut } from './cut.js';

const MOST_ENTRIES = 1_000_000;
// Bounded, so that a line of many megabytes doesn't exhaust the matcher; a longer one begins no list to be cut.
const FIRST_KEY = /\w{1,80}:\s/y;
const LIST = /(\w{1,80}):[ \t]{0,80}(?:[ \t]#.{0,500})?(?:\r?\n|$)/y;

/**
 * Cuts a YAML file in block style. A line at the very left begins a key of the file, and a dash right below the
 * first dash of a list begins its next entry; whatever belongs to an entry stands further to the right. A file in
 * another style, with directives, or with more entries than are read is all frame.
 */
export function cutYaml(text: string): Cut {
  const around: Cut['around'] = (list) => [`${list}:\n`, ''];
  const uncut = new Cutting().done(text.length, around);
  const cutting = new Cutting();
  let begun = false;
  let list: string | undefined;
  /** Column of the list's dashes; null before the first. */
  let dashes: number | null = null;
  let entry: number | null = null;
  const endEntry = (end: number): void => {
    if (list !== undefined && entry !== null) cutting.add(list, [entry, end]);
    entry = null;
  };

  for (let start = 0, next: number; start < text.length; start = next) {
    next = text.indexOf('\n', start) + 1 || text.length;
    let first = start;
    while (text[first] === ' ') first += 1;
    const column = first - start;
    if (first >= text.length || '#\r\n'.includes(text.charAt(first))) continue;
    if (!begun) {
      if (text.slice(start, next).trimEnd() === '---') continue;
      if (!matchAt(FIRST_KEY, text, start)) return uncut;
      begun = true;
    }
    if (list !== undefined && (dashes ?? column) === column && isDash(text, first)) {
      endEntry(start);
      if (cutting.count > MOST_ENTRIES) return uncut;
      entry = start;
      dashes = column;
    } else if (column === 0) {
      if (text[start] === '%') return uncut;
      endEntry(start);
      list = matchAt(LIST, text, start)?.[1];
      dashes = null;
    } else if (dashes === null) list = undefined;
  }
  endEntry(text.length);
  return cutting.done(text.length, around);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A dash before white space is the sign of an entry; any other belongs to a text. */
function isDash(text: string, at: number): boolean {
  return text[at] === '-' && /^\s?$/.test(text.charAt(at + 1));
}
