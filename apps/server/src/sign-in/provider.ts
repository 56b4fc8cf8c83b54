import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import type { ProvenIdentity } from '#application/accounts/sign-in.js';
import type { PendingSignIn } from '../auth/sessions.js';
import type { SignInSettings } from '../config/env.js';
import { SITE, type Site } from '../http/site.js';
import { SIGN_IN_SETTINGS } from './settings.js';

export const PROVIDER_RETURN = '/sign-in/provider/return';

/** The provider can't be reached, or what it says of itself can't be used. */
export class ProviderAway extends Error {}
/** The provider refused, most often because the person cancelled. */
export class ProviderRefused extends Error {}

/** How long the provider may take for an answer, in seconds. */
const PATIENCE_S = 5;

/** The organisation's OpenID provider: authorization code flow with PKCE, state and nonce. */
@Injectable()
export class Provider {
  #found: Promise<oidc.Configuration> | null = null;

  constructor(
    @Inject(SIGN_IN_SETTINGS) private readonly settings: SignInSettings,
    @Inject(SITE) private readonly site: Site,
  ) {}

  /** Where to send the browser, and what must be remembered until it comes back. Throws ProviderAway. */
  async begin(
    returnTo: string,
  ): Promise<{ readonly address: URL; readonly pending: PendingSignIn }> {
    const provider = await this.#configuration();
    const pending = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      codeVerifier: oidc.randomPKCECodeVerifier(),
      returnTo,
    };
    const address = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: this.site.origin + PROVIDER_RETURN,
      // Of a person only the address is asked, to find out who was invited.
      scope: 'openid email',
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(pending.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { address, pending };
  }

  /**
   * Who the provider says came back. `query` is that of the return address. Throws ProviderAway, ProviderRefused,
   * and openid-client's errors when the answer doesn't belong to the sign-in that was begun, or isn't the provider's.
   */
  async finish(query: string, pending: PendingSignIn): Promise<ProvenIdentity> {
    const provider = await this.#configuration();
    const back = new URL(this.site.origin + PROVIDER_RETURN + query);
    let tokens: Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>;
    try {
      tokens = await oidc.authorizationCodeGrant(provider, back, {
        pkceCodeVerifier: pending.codeVerifier,
        expectedState: pending.state,
        expectedNonce: pending.nonce,
        idTokenExpected: true,
      });
    } catch (error) {
      if (error instanceof oidc.AuthorizationResponseError) throw new ProviderRefused(error.error);
      throw error;
    }
    const claims = tokens.claims();
    if (claims === undefined) throw new Error('An answer without an ID token passed its check');
    // Many providers tell of the address only when they are asked for it.
    const asked =
      claims['email'] === undefined && provider.serverMetadata().userinfo_endpoint !== undefined
        ? await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub)
        : claims;
    return { issuer: claims.iss, subject: claims.sub, verifiedEmail: verifiedEmailOf(asked) };
  }

  /** Asks the provider about itself once, and again after a failure. */
  #configuration(): Promise<oidc.Configuration> {
    const { provider } = this.settings;
    if (provider === null) throw new ProviderAway('No provider is set.');
    this.#found ??= oidc
      .discovery(new URL(provider.issuer), provider.clientId, provider.clientSecret, undefined, {
        timeout: PATIENCE_S,
        // Deprecated to stand out: the settings refuse such an issuer on a real server.
        // eslint-disable-next-line @typescript-eslint/no-deprecated
        execute: provider.issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        this.#found = null;
        throw new ProviderAway((error as Error).message, { cause: error });
      });
    return this.#found;
  }
}

/**
 * The address of the claims, if the provider has verified it. Entra ID says so in `xms_edov`, which means that the
 * owner of the address's domain is verified, and writes it as true, 1 or "1".
 */
export function verifiedEmailOf(claims: Readonly<Record<string, unknown>>): string | null {
  const { email, email_verified: verified, xms_edov: domainVerified } = claims;
  const isVerified = verified === true || [true, 1, '1', 'true'].includes(domainVerified as string);
  return typeof email === 'string' && isVerified ? email : null;
}
