import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aProgramme, brought } from '../support/sample-programme.js';
import { signInAs } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await brought(server.source, aProgramme('probe'));
});
afterAll(() => server.stop());

const people = aProgramme('probe').people ?? [];
const ME = '{ me { memberships { programme role } } }';

describe('who is signed in', () => {
  it('is nobody without a session, and nobody gets a cookie for asking', async () => {
    expect(await server.gql(ME)).toEqual({ data: { me: null } });
    const response = await fetch(`${server.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: ME }),
    });
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  it('is told with the role in each programme', async () => {
    const [first] = people;
    const someone = await signInAs(server, 'probe', first?.key ?? '');
    expect(await someone.gql(ME)).toEqual({
      data: { me: { memberships: [{ programme: 'probe', role: first?.role }] } },
    });
  });

  it('ends with the session when a file gives the person another role', async () => {
    const someone = await signInAs(server, 'probe', 'carl');
    await brought(server.source, {
      ...aProgramme('probe'),
      people: people.map((person) =>
        person.key === 'carl' ? { ...person, role: 'EMPLOYEE' } : person,
      ),
    });
    expect(await someone.gql(ME)).toEqual({ data: { me: null } });
  });
});
