interface Issuer {
  readonly of: string;
  readonly discovery: string;
  readonly tokenEndpoint: string | null;
}

interface Parties {
  readonly items: readonly { readonly issuer: Issuer }[];
  readonly secretariat: Issuer;
}

export interface ClientCredentials {
  /** Address of the installation. */
  readonly url: string;
  /** Who vouches for the client: the code of a party, or `secretariat`. */
  readonly issuer: string;
  readonly id: string;
  readonly secret: string;
}

/**
 * Gets tokens by OAuth client credentials from the issuer that `GET /v1/parties` names, as all users of the
 * demonstration can.
 */
export function clientCredentials({ url, issuer, id, secret }: ClientCredentials): () => Promise<string> {
  const basic = btoa(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`);
  let endpoint: string | undefined;
  return async () => {
    endpoint ??= await endpointOf(url, issuer);
    const { access_token } = await json<{ readonly access_token: string }>(endpoint, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    return access_token;
  };
}

async function endpointOf(url: string, name: string): Promise<string> {
  const { items, secretariat } = await json<Parties>(`${url.replace(/\/$/, '')}/v1/parties`);
  const issuers = [...items.map(({ issuer }) => issuer), secretariat];
  const issuer = issuers.find(({ of }) => of === name);
  if (!issuer) throw new RangeError(`${name} is no issuer here; there are ${issuers.map(({ of }) => of).join(', ')}`);
  return issuer.tokenEndpoint ?? (await json<{ readonly token_endpoint: string }>(issuer.discovery)).token_endpoint;
}

async function json<Body>(url: string, init?: RequestInit): Promise<Body> {
  const answer = await fetch(url, init);
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Body;
}
