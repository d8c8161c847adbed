import {
  accept,
  canonicalJson,
  refuse,
  type DomainEvent,
  type PartyCode,
  type PersonId,
  type Sha256,
} from '@parley/kernel';
import { sha256Text } from '@parley/procedure';
import type { Act } from '../../case/case-commands.rules';
import { commonRefusals } from '../../case/common-refusals.rules';
import { outageRefusals } from './outage-refusals.rules';
import type { OutageRegister, RegisteredOutage } from './outages.rules';

/** A co-head signs that a declared outage was none. */
export type AnnulOutage = Act & {
  readonly type: 'AnnulOutage';
  readonly party: PartyCode;
  readonly outageId: string;
  readonly digest: Sha256;
};

/** One co-head says that the outage was none. The other side's has yet to sign the same (I-04). */
export type OutageAnnulmentSigned = DomainEvent<
  'OutageAnnulmentSigned',
  { readonly outageId: string; readonly digest: Sha256; readonly party: PartyCode; readonly by: PersonId }
>;

/** Both co-heads have signed that the outage was none. */
export type OutageAnnulled = DomainEvent<
  'OutageAnnulled',
  Pick<RegisteredOutage, 'outageId' | 'from' | 'to'> & {
    readonly digest: Sha256;
    readonly signedBy: readonly { readonly party: PartyCode; readonly by: PersonId }[];
  }
>;

/** What co-heads sign to annul an outage; no signature that declared it fits. */
export const annulmentDigest = ({ outageId, from, to }: Pick<RegisteredOutage, 'outageId' | 'from' | 'to'>): Sha256 =>
  sha256Text(canonicalJson({ annuls: outageId, from, to }));

/**
 * I-04: both co-heads annul an outage that was none, such as one that a clock which jumped had declared. From then on
 * it covers nothing that came in it (I-67). No deadline that it moved goes back, and no entry that it made count falls:
 * both sides have relied on them (I-21).
 */
export function annulOutage({ outageId, digest, by, party, receivedAt }: AnnulOutage, register: OutageRegister) {
  const outage = register[outageId];
  if (!outage) return refuse(outageRefusals.unknownOutage);
  if (outage.declaredAt === null) return refuse(outageRefusals.notDeclared);
  if (outage.annulledAt !== null) return refuse(outageRefusals.outageAnnulled);
  if (annulmentDigest(outage) !== digest) return refuse(outageRefusals.annulmentDigest, '/digest');
  if (outage.annulledBy.some((signature) => signature.party === party))
    return refuse(outageRefusals.annulmentSignedBySide);
  if (outage.annulledBy.some((signature) => signature.by === by)) return refuse(commonRefusals.signsForBoth);
  const signed: OutageAnnulmentSigned = {
    type: 'OutageAnnulmentSigned',
    occurredAt: receivedAt,
    rule: 'I-04',
    tier: 'PUBLIC',
    data: { outageId, digest, party, by },
  };
  if (outage.annulledBy.length === 0) return accept(signed);
  const { from, to } = outage;
  const annulled: OutageAnnulled = {
    type: 'OutageAnnulled',
    occurredAt: receivedAt,
    rule: 'I-61',
    tier: 'PUBLIC',
    data: { outageId, from, to, digest, signedBy: [...outage.annulledBy, { party, by }] },
  };
  return accept<OutageAnnulmentSigned | OutageAnnulled>(signed, annulled);
}
