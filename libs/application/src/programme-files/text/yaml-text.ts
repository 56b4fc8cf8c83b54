import {
  Composer,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  visit,
  type CST,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml';
import { err, ok, type Result } from '#domain/shared/result.js';
import type { FilePath } from '../file-path.js';

/** A YAML text as plain values; `offsetOf` finds the deepest part of a path that is there. Offsets are characters. */
export type YamlText = {
  readonly value: unknown;
  readonly offsetOf: (path: FilePath) => number;
};
export type YamlFault = { readonly offset: number; readonly reason: string };

/** A programme file nests a dozen lists and objects; a thousand of them would exhaust the parser's stack. */
const DEEPEST = 100;
/** Words and signs in one text: they take about 400 bytes of memory each while it is read. */
const LONGEST = 2_000_000;

/**
 * Reads one YAML text. What makes a text mean something else than it says where one reads it is refused: aliases,
 * anchors, tags, a key twice, a second document. Refusals: every such fault, and every fault of the text.
 */
export function parseYaml(text: string): Result<YamlText, readonly YamlFault[]> {
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  let length = 0;
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    length += 1;
    if (parser.stack.length > DEEPEST)
      return err([{ offset: parser.offset, reason: 'is nested too deeply' }]);
    if (length > LONGEST)
      return err([
        {
          offset: parser.offset,
          reason: 'is too much in one place: write lists with an entry a line, or valid JSON',
        },
      ]);
  }
  tokens.push(...parser.end());
  // The parser's own search for a key that repeats takes time by the square of the keys.
  const composer = new Composer({ uniqueKeys: false });
  const [document, second] = composer.compose(tokens, true, text.length);
  if (!document) throw new Error('The YAML parser made no document');
  const faults = [
    ...document.errors.map(({ pos, message }) => ({ offset: pos[0], reason: message })),
    ...refusedParts(document),
    ...(second ? [{ offset: second.range[0], reason: 'begins a second document' }] : []),
  ];
  if (faults.length > 0) return err(faults);
  const value: unknown = document.toJS();
  return ok({ value, offsetOf: (path) => offsetOf(document, path) });
}

function refusedParts(document: Document.Parsed): readonly YamlFault[] {
  const faults: YamlFault[] = [];
  const say = (node: unknown, reason: string): void => {
    faults.push({ offset: isNode(node) ? (node.range?.[0] ?? 0) : 0, reason });
  };
  visit(document, {
    Node: (_key, node: Node) => {
      if (isAlias(node))
        return say(node, `*${node.source} is an alias, which is not read: write the value out`);
      if (node.anchor !== undefined)
        say(node, `&${node.anchor} is an anchor, which is not read: leave it out`);
      if (node.tag !== undefined)
        say(node, `${node.tag} is a tag, which is not read: leave it out`);
      if (isMap(node)) checkKeys(node, say);
    },
  });
  return faults;
}

function checkKeys(map: YAMLMap, say: (node: unknown, reason: string) => void): void {
  const seen = new Set<string>();
  for (const { key } of map.items) {
    if (!isScalar(key)) {
      say(key, 'is not a key: write a word');
      continue;
    }
    const name = String(key.value);
    if (seen.has(name)) say(key, `${name} stands here a second time: keys must be unique`);
    seen.add(name);
  }
}

function offsetOf(document: Document.Parsed, path: FilePath): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === part);
      if (!pair) break;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
