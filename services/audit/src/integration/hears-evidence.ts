import { evidence } from '@parley/contracts';
import { reader, type Reader } from './heard';

/** What the audit hears of the evidence. */
export const hearsEvidence: readonly Reader[] = [
  reader(evidence.ExhibitAcceptedSchema, ({ acceptedAt }) => ({ kind: 'exhibit-accepted', at: acceptedAt })),
  reader(evidence.PublicVersionFiledSchema, ({ filedAt }) => ({ kind: 'public-version-filed', at: filedAt })),
  reader(evidence.CustodyHandedOverSchema, ({ entry }) => ({ kind: 'custody-handed-over', at: entry?.at ?? '' })),
];
