import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { rulesOf } from './argument-rules.js';

/** A full page of 100 whole successes costs about 19,000. */
export const HIGHEST_COST = 30_000;
/** What reading a row of a page costs, counted in fields. */
const ROW_COST = 50;
/** Lists without a page size are short: steps, next steps, loops. */
const USUAL_LIST = 5;

/**
 * How many fields the answer may have, pages at the size they were asked in and each of their rows as 50 fields more.
 * Unlike a count over the document it sees a page size that comes as a variable or by default.
 * The document is valid: no fragment goes in circles; the variables are of their types and hold their defaults.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  // Each fragment is weighed once: fragments within fragments would double the work with every line.
  const weighed = new Map<string, number>();

  const ofSelection = (set: SelectionSetNode | undefined, type: GraphQLCompositeType): number =>
    (set?.selections ?? []).reduce((sum, node) => sum + ofNode(node, type), 0);

  const ofNode = (
    node: SelectionSetNode['selections'][number],
    type: GraphQLCompositeType,
  ): number => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value);
    if (node.kind === Kind.INLINE_FRAGMENT)
      return ofSelection(
        node.selectionSet,
        compositeNamed(schema, node.typeCondition?.name.value) ?? type,
      );
    const field =
      isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (!field) return 0; // __typename and introspection, which read nothing.
    const named = getNamedType(field.type);
    if (!isCompositeType(named)) return 1;
    const inner = ofSelection(node.selectionSet, named);
    const first = pageSizeOf(field, node, variables);
    if (first !== null) return 1 + Math.max(first, 1) * (ROW_COST + inner);
    const isList = isListType(getNullableType(field.type)) && !named.name.endsWith('Edge');
    return 1 + inner * (isList ? (rulesOf(field).usualLength ?? USUAL_LIST) : 1);
  };

  const ofFragment = (name: string): number => {
    const fragment = fragments.get(name);
    const type = compositeNamed(schema, fragment?.typeCondition.name.value);
    const cost =
      weighed.get(name) ?? (fragment && type ? ofSelection(fragment.selectionSet, type) : 0);
    weighed.set(name, cost);
    return cost;
  };

  const root = schema.getRootType(operation.operation);
  return root ? ofSelection(operation.selectionSet, root) : 0;
}

/** The page size that a field is asked for; null where it has none. */
function pageSizeOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): number | null {
  const argument = field.args.find(({ name }) => name === 'first');
  if (argument === undefined) return null;
  const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  const size =
    given?.kind === Kind.INT
      ? Number(given.value)
      : given?.kind === Kind.VARIABLE
        ? variables[given.name.value]
        : undefined;
  const first = size ?? argument.defaultValue;
  return typeof first === 'number' ? first : 1;
}

function compositeNamed(
  schema: GraphQLSchema,
  name: string | undefined,
): GraphQLCompositeType | undefined {
  const type = name === undefined ? undefined : schema.getType(name);
  return isCompositeType(type) ? type : undefined;
}
