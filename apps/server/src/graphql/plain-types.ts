import { Extensions } from '@nestjs/graphql';
import { isObjectType, type GraphQLSchema } from 'graphql';

type Marks = { readonly plain?: true };

/**
 * Marks a type whose values hold all that is asked of them, under the names of the fields, and nothing as a promise.
 * Its fields need no resolvers, of which Nest gives each its own; compiled queries read them without a call.
 */
export const Plain = (): ClassDecorator => Extensions({ plain: true } satisfies Marks);

/** Takes the resolvers from plain types. Throws where one does more than to read its value. */
export function readPlainTypes(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || (type.extensions as Marks).plain !== true) continue;
    for (const field of Object.values(type.getFields())) {
      const value = {};
      const read: unknown = field.resolve?.({ [field.name]: value }, {}, {}, undefined as never);
      if (field.resolve && read !== value)
        throw new Error(`${type.name} isn’t plain: ${field.name} is more than read from a value.`);
      delete field.resolve;
    }
  }
  return schema;
}
