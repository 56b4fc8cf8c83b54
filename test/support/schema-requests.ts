import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** Arguments of fields by `Type.field.argument`; what a field must have and isn't here makes its request fail. */
export type Arguments = Readonly<Record<string, unknown>>;

/** The way from a query to the objects of a type. */
type Way = readonly { readonly name: string; readonly asked: string }[];

/** Types with fields that clients read: all but the roots' and GraphQL's own. */
export function readTypes(schema: GraphQLSchema): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter((type) => !type.name.startsWith('__') && !roots.includes(type as GraphQLObjectType))
    .map(({ name }) => name);
}

/** The shortest way to each type that queries lead to, and the request that asks all its fields of all its objects. */
export function readings(
  schema: GraphQLSchema,
  given: Arguments,
): Map<string, { readonly query: string; readonly way: Way }> {
  const found = new Map<string, Way>();
  let next: [GraphQLObjectType, Way][] = [[schema.getQueryType()!, []]];
  while (next.length > 0) {
    const further: typeof next = [];
    for (const [type, way] of next)
      for (const field of listsFirst(Object.values(type.getFields()))) {
        const named = getNamedType(field.type);
        if (!isObjectType(named) || found.has(named.name)) continue;
        const on = [...way, { name: field.name, asked: asked(type.name, field, given) }];
        found.set(named.name, on);
        further.push([named, on]);
      }
    next = further;
  }
  return new Map(
    [...found].map(([name, way]) => {
      const type = schema.getType(name) as GraphQLObjectType;
      const query = way.reduceRight(
        (inner, { asked: field }) => `{ ${field} ${inner} }`,
        `{ __typename ${allFields(type, given)} }`,
      );
      return [name, { query, way }];
    }),
  );
}

/** Of two ways as short as each other, the one to more objects. */
function listsFirst(fields: GraphQLField<unknown, unknown>[]): GraphQLField<unknown, unknown>[] {
  const isSingle = (field: GraphQLField<unknown, unknown>): number =>
    isListType(getNullableType(field.type)) ? 0 : 1;
  return fields.toSorted((a, b) => isSingle(a) - isSingle(b));
}

/** A field with the arguments that it must have, and those that are given. */
function asked(typeName: string, field: GraphQLField<unknown, unknown>, given: Arguments): string {
  const values = field.args.flatMap(({ name, type, defaultValue }) => {
    const value = given[`${typeName}.${field.name}.${name}`];
    if (value !== undefined) return [`${name}: ${JSON.stringify(value)}`];
    if (isNonNullType(type) && defaultValue === undefined)
      throw new Error(`Give an argument for ${typeName}.${field.name}.${name}`);
    return [];
  });
  return values.length === 0 ? field.name : `${field.name}(${values.join(', ')})`;
}

/** All fields of a type; of objects in them what tells them apart. */
function allFields(type: GraphQLObjectType, given: Arguments): string {
  return Object.values(type.getFields())
    .map((field) => {
      const named = getNamedType(field.type);
      const text = asked(type.name, field, given);
      return isLeafType(named) ? text : `${text} { __typename ${markOf(named)} }`;
    })
    .join(' ');
}

/** A person's address is asked for wherever a person stands. */
function markOf(type: unknown): string {
  if (!isObjectType(type)) return '';
  const { id, email } = type.getFields();
  return [id, email].flatMap((field) => (field ? [field.name] : [])).join(' ');
}

export type Node = Readonly<Record<string, unknown>>;

/** The objects at the end of a way; none where something on it is null. */
export function nodesAt(data: unknown, way: Way): Node[] {
  const values = way.reduce<unknown[]>(
    (objects, { name }) => objects.flatMap((object) => [(object as Node | null)?.[name]].flat()),
    [data],
  );
  return values.filter((value) => value !== null && value !== undefined) as Node[];
}

/** All objects of an answer, at whatever depth. */
export function objectsIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(objectsIn)];
}

/** A mutation with all that its refusals say, and of what it brought about the ids and people. */
export function mutationText(schema: GraphQLSchema, name: string): string {
  const field = schema.getMutationType()!.getFields()[name]!;
  const input = getNamedType(field.args[0]!.type).name;
  return `mutation ($input: ${input}!) { ${name}(input: $input) ${answerText(getNamedType(field.type))} }`;
}

function answerText(type: unknown): string {
  if (isUnionType(type))
    return `{ __typename ${type
      .getTypes()
      .map((member) => `... on ${member.name} ${answerText(member)}`)
      .join(' ')} }`;
  const object = type as GraphQLObjectType;
  const isRefusal = object.getInterfaces().some(({ name }) => name === 'UserError');
  const fields = Object.values(object.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (isUnionType(named)) return [`${field.name} ${answerText(named)}`];
    if (isLeafType(named)) return isRefusal || NAMING.includes(field.name) ? [field.name] : [];
    if (isRefusal) return [`${field.name} { __typename ${leavesOf(named as GraphQLObjectType)} }`];
    if (named.name === 'WorkspaceMeasure') return [`${field.name} { __typename id }`];
    return named.name === 'WorkspacePerson' ? [`${field.name} { __typename id email }`] : [];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

const NAMING = ['id', 'email', 'measureId'];
const leavesOf = (type: GraphQLObjectType): string =>
  Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)))
    .map(({ name }) => name)
    .join(' ');

/** The input type of a mutation. */
export function inputOf(schema: GraphQLSchema, mutation: string): GraphQLInputObjectType {
  const field = schema.getMutationType()!.getFields()[mutation]!;
  return getNamedType(field.args[0]!.type) as GraphQLInputObjectType;
}

/** Names of the fields that an input must have. */
export function requiredFields(type: GraphQLInputObjectType): string[] {
  return Object.values(type.getFields())
    .filter((field) => isNonNullType(field.type))
    .map(({ name }) => name);
}

/** Paths of the ids in an input, lists and inputs in it included: `measureId`, `measures.measureId`, `goalIds`. */
export function idFields(type: GraphQLInputObjectType): { path: string[]; isList: boolean }[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (isInputObjectType(named))
      return idFields(named).map(({ path, isList }) => ({ path: [field.name, ...path], isList }));
    return named.name === 'ID' && field.name !== 'requestId'
      ? [{ path: [field.name], isList: isListType(getNullableType(field.type)) }]
      : [];
  });
}
