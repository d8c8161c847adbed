import type { OpenAPIObject } from '@nestjs/swagger';
import { wholeList } from '../paging/pages-of';
import type { IssuerShown, PartyShown } from '../parties/parties.response';
import { describeIssuers } from './describe-issuers';

const issuer = (of: string, tokenEndpoint: string | null): IssuerShown => ({
  of,
  issuer: `https://${of}.example`,
  discovery: `https://${of}.example/.well-known/openid-configuration`,
  tokenEndpoint,
});
const party = (code: string, tokenEndpoint: string | null): PartyShown => ({
  code,
  name: { en: code, 'zh-Hans': code },
  desk: { en: code, 'zh-Hans': code },
  issuer: issuer(code, tokenEndpoint),
});

describe('the issuers in a document', () => {
  it('are each a way to call, by the token endpoint or by what the provider says of itself', () => {
    const document: OpenAPIObject = {
      ...{ openapi: '3.1.0', info: { title: 'x', version: '1' }, paths: {} },
      security: [{ bearer: [] }],
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    };
    describeIssuers(document, {
      ...wholeList([party('US', 'https://US.example/token'), party('CN', null)]),
      secretariat: issuer('secretariat', 'https://s.example/token'),
      audience: 'parley',
    });
    expect(document.security).toEqual([
      { bearer: [] },
      { tokensOfUS: [] },
      { tokensOfCN: [] },
      { tokensOfSecretariat: [] },
    ]);
    expect(document.components?.securitySchemes).toMatchObject({
      bearer: { scheme: 'bearer' },
      tokensOfUS: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'https://US.example/token' } } },
      tokensOfCN: {
        type: 'openIdConnect',
        openIdConnectUrl: 'https://CN.example/.well-known/openid-configuration',
      },
    });
  });
});
