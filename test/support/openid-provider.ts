import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { Provider, interactionPolicy } from 'oidc-provider';

/** What the provider says of a person. */
export type ProviderAccount = {
  readonly email?: string;
  readonly email_verified?: boolean;
};

/** A real OpenID provider on a free port, with one client; whoever comes is signed in as `person`, without a page. */
export type OpenidProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accounts: Map<string, ProviderAccount>;
  /** Subject of whoever signs in next; null for someone who cancels. */
  person: string | null;
  /** Opens the provider to a client that returns to this address; before, it answers nothing. */
  allowReturnTo(address: string): void;
  stop(): Promise<void>;
};

export async function startOpenidProvider(port = 0): Promise<OpenidProvider> {
  // It warns of defaults that are meant for tests.
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  const clientId = 'lernschleife';
  const clientSecret = 'a secret of the tests';
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const accounts = new Map<string, ProviderAccount>();
  let handler: ((request: IncomingMessage, response: ServerResponse) => void) | null = null;

  const self: OpenidProvider = {
    issuer,
    clientId,
    clientSecret,
    accounts,
    person: null,
    allowReturnTo: (address) => {
      handler = build(address);
    },
    stop: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };

  const build = (address: string): typeof handler => {
    const provider = new Provider(issuer, {
      clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [address] }],
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      cookies: { keys: ['a key of the tests'] },
      features: { devInteractions: { enabled: false } },
      pkce: { required: () => true },
      interactions: {
        policy: interactionPolicy.base(),
        url: (_ctx, interaction) => `/interaction/${interaction.uid}`,
      },
      findAccount: (_ctx, sub) => ({
        accountId: sub,
        claims: () => ({ sub, ...accounts.get(sub) }),
      }),
    });
    provider.on('server_error', (_ctx, error) => console.error(error));
    const callback = provider.callback();
    return (request, response) => {
      if (!request.url?.startsWith('/interaction/')) return void callback(request, response);
      void interact(provider, request, response);
    };
  };

  /** Signs in and consents to everything, or cancels. */
  const interact = async (
    provider: Provider,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    if (self.person === null)
      return provider.interactionFinished(request, response, { error: 'access_denied' });
    const { prompt, params, session, grantId } = await provider.interactionDetails(
      request,
      response,
    );
    if (prompt.name === 'login')
      return provider.interactionFinished(request, response, { login: { accountId: self.person } });
    const grant =
      (grantId === undefined ? undefined : await provider.Grant.find(grantId)) ??
      new provider.Grant({
        accountId: session?.accountId ?? '',
        clientId: String(params['client_id']),
      });
    grant.addOIDCScope('openid email');
    return provider.interactionFinished(
      request,
      response,
      { consent: { grantId: await grant.save() } },
      { mergeWithLastSubmission: true },
    );
  };

  http.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (handler === null) response.writeHead(503).end();
    else handler(request, response);
  });
  return self;
}
