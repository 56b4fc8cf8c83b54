import { Field, InterfaceType } from '@nestjs/graphql';

/** What every refusal in a result union shares, so that a client survives a new member (docs/adr/0004). */
@InterfaceType('UserError', { description: 'A refusal that the caller can act on.' })
export abstract class UserError {
  @Field(() => String, {
    description: 'Names the refusal; never changes, and is never a sentence.',
  })
  code!: string;
}
