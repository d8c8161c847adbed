import { LONGEST_LIFE, SECRETARIAT } from '@parley/auth';
import { Provider } from 'oidc-provider';
import type { DemonstrationUser } from './demonstration-users';
import { ForgetfulAdapter } from './forgetful-adapter';
import type { ProviderKey } from './provider-key';

/** The audience of every token; no request has to name it. */
export const AUDIENCE = 'urn:parley:api';

/**
 * An OpenID provider whose clients are users of the demonstration: each asks for a token of its own with
 * client_credentials.
 */
export function demonstrationProvider(
  issuer: string,
  users: readonly DemonstrationUser[],
  secret: string,
  key: ProviderKey,
): Provider {
  const byId = new Map<string, DemonstrationUser>(users.map((user) => [user.id, user]));
  return new Provider(issuer, {
    adapter: ForgetfulAdapter,
    jwks: { keys: [{ ...key }] },
    clients: users.map(({ id }) => ({
      client_id: id,
      client_secret: secret,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
      token_endpoint_auth_method: 'client_secret_basic',
    })),
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    // A grant without a person at a browser needs no pages and no cookies. These keys are for cookies that are never
    // set.
    cookies: { keys: [key.kid] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: LONGEST_LIFE,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    ttl: { ClientCredentials: LONGEST_LIFE },
    extraTokenClaims: (_context, token) => {
      const user = byId.get(token.clientId ?? '');
      return user && { roles: [...user.roles], ...(user.of === SECRETARIAT ? {} : { party: user.of }) };
    },
    formats: {
      customizers: {
        jwt: (_context, token, { payload }) => {
          payload['sub'] = byId.get(token.clientId ?? '')?.subject;
        },
      },
    },
  });
}
