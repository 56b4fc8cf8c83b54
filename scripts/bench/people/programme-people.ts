import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { Role } from '#domain/people/role.js';
import { BENCH_SLUG } from '../generate-programme.js';
import { ask } from '../load.js';
import { sessionOf } from '../session.js';

/** Someone of the programme who is signed in. */
export type SignedInPerson = {
  readonly id: string;
  readonly name: string;
  readonly cookie: string;
};

/** Adds so many people of a role to the programme of the benchmark, each with an address, and signs them in. */
export async function addPeople(
  client: Client,
  role: Role,
  count: number,
): Promise<SignedInPerson[]> {
  const people: SignedInPerson[] = [];
  for (let at = 1; at <= count; at += 1) {
    const [id, account] = [randomUUID(), randomUUID()];
    const key = `${role.toLowerCase()}-${at}`;
    const name = `${role} ${at}`;
    await client.query('INSERT INTO account (id) VALUES ($1)', [account]);
    await client.query(
      `INSERT INTO person (id, programme_id, key, name, email, role, account_id, position)
       SELECT $1, id, $3, $4, $5, $6, $7, 1000 FROM programme WHERE slug = $2`,
      [id, BENCH_SLUG, key, name, `${key}@example.org`, role, account],
    );
    people.push({ id, name, cookie: (await sessionOf(client, account)).cookie });
  }
  return people;
}

/** What a mutation answers. */
export type Answered = Readonly<Record<string, unknown>>;

/** Sends a mutation as somebody; answers its member of the union. Throws on any other answer. */
export async function mutate(
  origin: string,
  who: SignedInPerson,
  name: string,
  input: Readonly<Record<string, unknown>>,
  fields: string,
): Promise<Answered> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ... on UserError { code } ${fields} } }`;
  const { status, bytes } = await ask(origin, {
    path: '/graphql',
    body: JSON.stringify({ query, variables: { input } }),
    headers: { cookie: who.cookie },
  });
  const said = bytes.toString();
  const answer = (JSON.parse(said) as { data?: Record<string, Answered | null> | null }).data?.[
    name
  ];
  if (status !== 200 || !answer)
    throw new Error(`${name} answered ${status}: ${said.slice(0, 300)}`);
  return answer;
}
