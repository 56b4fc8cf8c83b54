import { Kind, visit, type ASTNode, type DocumentNode, type SelectionSetNode } from 'graphql';

/** The feed with all that it has asks for some 80. */
const MOST_FIELDS = 200;
/** Code says the whole path of names at every field, several times. */
const LONGEST_NAME = 50;

/**
 * Whether code may be made of a document, which anyone may have sent. Nothing of it must get into the code but names,
 * numbers and booleans: a text could be read as code (graphql-jit 0.8.9 turns some into it), and of names those that an
 * object has by itself, such as `__proto__`, mean something else there. It has no directives: graphql-jit takes what
 * stands at one place where a fragment is put in for all of them. It is small with all its fragments put in.
 */
export function isFitToCompile(document: DocumentNode): boolean {
  const unfit: ASTNode[] = [];
  visit(document, {
    StringValue: (text) => void unfit.push(text),
    Directive: (directive) => void unfit.push(directive),
    Name: (name) => {
      const { value } = name;
      const isOwn = value === '__typename';
      const isTaken = value.startsWith('__') || value in Object.prototype;
      if ((isTaken && !isOwn) || value.length > LONGEST_NAME) unfit.push(name);
    },
  });
  return unfit.length === 0 && fieldsOf(document) <= MOST_FIELDS;
}

/** Fields of all operations, those of a fragment as often as it is put in. The document is valid: none goes in circles. */
function fieldsOf({ definitions }: DocumentNode): number {
  const fragments = new Map<string, SelectionSetNode>();
  for (const one of definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one.selectionSet);
  const counted = new Map<SelectionSetNode | undefined, number>();
  const inSet = (set: SelectionSetNode | undefined): number => {
    const known = counted.get(set);
    if (known !== undefined) return known;
    const fields = (set?.selections ?? []).reduce((sum, node) => {
      if (node.kind === Kind.FIELD) return sum + 1 + inSet(node.selectionSet);
      if (node.kind === Kind.INLINE_FRAGMENT) return sum + inSet(node.selectionSet);
      return sum + inSet(fragments.get(node.name.value));
    }, 0);
    counted.set(set, fields);
    return fields;
  };
  return definitions.reduce(
    (sum, one) => sum + (one.kind === Kind.OPERATION_DEFINITION ? inSet(one.selectionSet) : 0),
    0,
  );
}
