import { type IssuerName, SECRETARIAT } from '@parley/auth';
import { wholeList, type InstallationPartiesShown } from '@parley/http';
import type { Party } from '@parley/kernel';
import type { Identity } from './identity';
import { discoveryOf } from './discovered-issuer';

/** The parties, with who vouches for whom, as anybody may read it. */
export function showParties(
  parties: readonly Pick<Party, 'code' | 'name' | 'desk'>[],
  { issuers, audience }: Pick<Identity, 'issuers' | 'audience'>,
): InstallationPartiesShown {
  const issuerOf = (of: IssuerName) => {
    const found = issuers.find((each) => each.of === of);
    if (!found) throw new RangeError(`nobody vouches for ${of}`);
    const { issuer, tokenEndpoint = null } = found;
    return { of, issuer, discovery: discoveryOf(issuer), tokenEndpoint };
  };
  return {
    ...wholeList(parties.map(({ code, name, desk }) => ({ code, name, desk, issuer: issuerOf(code) }))),
    secretariat: issuerOf(SECRETARIAT),
    audience,
  };
}
