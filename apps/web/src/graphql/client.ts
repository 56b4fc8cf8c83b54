import type { TadaDocumentNode } from 'gql.tada';
import { signedInAgain } from '../session/session.js';
import { graphql, textOf } from './graphql.js';

/**
 * Why a request has no answer. Refusals of the rules are no errors: they come as members of the answer's union.
 * OFFLINE: the server wasn't reached. NOT_FOUND: there is nothing of this address that the reader may know of.
 * FAILED: the server failed, or didn't understand.
 */
export type ClientProblem = 'OFFLINE' | 'NOT_FOUND' | 'FAILED';

export class ClientError extends Error {
  constructor(
    readonly problem: ClientProblem,
    /** By which the server's log finds the failure; null when it never got there. */
    readonly requestId: string | null = null,
    message: string = problem,
  ) {
    super(message);
    this.name = 'ClientError';
  }
}

class SignedOut extends Error {}

type Answer = {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly requestId?: string | null };
  }[];
};

const WHO = graphql(`
  query Who {
    me {
      memberships {
        programme
      }
    }
  }
`);

async function send(text: string, variables: unknown): Promise<Readonly<Record<string, unknown>>> {
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': document.documentElement.lang,
      },
      body: JSON.stringify({ query: text, variables }),
    });
  } catch {
    throw new ClientError('OFFLINE');
  }
  const requestId = response.headers.get('x-request-id');
  const answer = (await response.json().catch(() => null)) as Answer | null;
  const [error] = answer?.errors ?? [];
  if (error?.extensions?.code === 'UNAUTHENTICATED') throw new SignedOut();
  if (error)
    throw new ClientError('FAILED', error.extensions?.requestId ?? requestId, error.message);
  if (!answer?.data) throw new ClientError('FAILED', requestId);
  return answer.data;
}

/** Whether somebody is signed in. Throws a ClientError when that can't be asked. */
export async function isSignedIn(): Promise<boolean> {
  return (await send(textOf(WHO), {}))['me'] !== null;
}

/** A workspace that isn't there for the reader: because there is none, or because the session has ended. */
async function refuseMissingWorkspace(data: Readonly<Record<string, unknown>>): Promise<void> {
  if (data['workspace'] !== null) return;
  if (await isSignedIn()) throw new ClientError('NOT_FOUND');
  throw new SignedOut();
}

/**
 * Asks the server. When the session has ended, waits until there is a new one and asks again.
 * Throws a ClientError.
 */
export async function ask<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  for (;;) {
    try {
      const data = await send(textOf(document), variables);
      await refuseMissingWorkspace(data);
      return data as Result;
    } catch (error) {
      if (!(error instanceof SignedOut)) throw error;
      await signedInAgain();
    }
  }
}
