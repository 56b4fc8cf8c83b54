import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  valueFromASTUntyped,
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
/** A search looks through all texts of a programme, for the page and for the count. */
const SEARCH_COST = 5_000;
/** The schema is in memory: of its fields so many cost as much as one that is read. */
const SCHEMA_FIELDS = 10;
/** How long the lists of the schema are, beside that of its types. */
const SCHEMA_LISTS: Readonly<Record<string, number>> = { fields: 5 };
const SHORT_SCHEMA_LIST = 1;
/** By which one comes into the schema. */
const SCHEMA_DOORS = [SchemaMetaFieldDef, TypeMetaFieldDef];

/**
 * How many fields the answer may have, pages at the size they were asked in and each of their rows as 50 fields more,
 * a search as 5,000, and ten fields of the schema as one.
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
    if (!field) {
      const door = SCHEMA_DOORS.find(({ name }) => name === node.name.value);
      return door === undefined ? 0 : Math.ceil(ofField(door, node) / SCHEMA_FIELDS);
    }
    return ofField(field, node);
  };

  const ofField = (field: GraphQLField<unknown, unknown>, node: FieldNode): number => {
    const named = getNamedType(field.type);
    if (!isCompositeType(named)) return 1;
    const inner = ofSelection(node.selectionSet, named);
    const first = pageSizeOf(field, node, variables);
    const search = searchCostOf(field, node, variables);
    if (first !== null) return 1 + search + Math.max(first, 1) * (ROW_COST + inner);
    const isList = isListType(getNullableType(field.type)) && !named.name.endsWith('Edge');
    if (!isList) return 1 + inner;
    if (isIntrospectionType(named)) return 1 + inner * schemaListOf(schema, field);
    return 1 + inner * (rulesOf(field).usualLength ?? USUAL_LIST);
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

/** What the filter of successes, which anyone may ask for, costs more; wherever its search is written. */
function searchCostOf(
  { args }: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const argument = args.find(({ name }) => name === 'filter');
  if (argument === undefined || getNamedType(argument.type).name !== 'SuccessFilter') return 0;
  const given = node.arguments?.find(({ name }) => name.value === 'filter')?.value;
  const filter: unknown = given && valueFromASTUntyped(given, { ...variables });
  const { search } = (filter ?? {}) as { readonly search?: unknown };
  return typeof search === 'string' && search.trim() !== '' ? SEARCH_COST : 0;
}

function schemaListOf(schema: GraphQLSchema, { name }: GraphQLField<unknown, unknown>): number {
  return name === 'types'
    ? Object.keys(schema.getTypeMap()).length
    : (SCHEMA_LISTS[name] ?? SHORT_SCHEMA_LIST);
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
