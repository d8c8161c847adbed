import type { CaseParties, PartyCode } from '@parley/kernel';

/** @throws when the message names no parties: then it is parked */
export function partiesOf(
  parties: { readonly complainant: string; readonly respondent: string } | undefined,
): CaseParties {
  if (!parties) throw new TypeError('the message names no parties');
  return { complainant: parties.complainant as PartyCode, respondent: parties.respondent as PartyCode };
}
