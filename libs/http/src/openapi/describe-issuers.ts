import type { OpenAPIObject } from '@nestjs/swagger';
import type { InstallationPartiesShown, IssuerShown } from '../parties/parties.response';

type Scheme = NonNullable<NonNullable<OpenAPIObject['components']>['securitySchemes']>[string];

/**
 * Says to programs where tokens are issued, as `GET /v1/parties` does: a scheme for each issuer, each of which will do
 * instead of a token that one has.
 */
export function describeIssuers(document: OpenAPIObject, { items, secretariat }: InstallationPartiesShown): void {
  for (const issuer of [...items.map((party) => party.issuer), secretariat]) {
    const name = `tokensOf${issuer.of.charAt(0).toUpperCase()}${issuer.of.slice(1)}`;
    document.components = {
      ...document.components,
      securitySchemes: { ...document.components?.securitySchemes, [name]: schemeOf(issuer) },
    };
    document.security = [...(document.security ?? []), { [name]: [] }];
  }
}

/** The flow of programs where the token endpoint is known; the provider's description of itself where it is not. */
const schemeOf = ({ of, discovery, tokenEndpoint }: IssuerShown): Scheme => {
  const description = `For the people for whom the issuer of ${of} vouches.`;
  return tokenEndpoint === null
    ? { type: 'openIdConnect', openIdConnectUrl: discovery, description }
    : { type: 'oauth2', flows: { clientCredentials: { tokenUrl: tokenEndpoint, scopes: {} } }, description };
};
