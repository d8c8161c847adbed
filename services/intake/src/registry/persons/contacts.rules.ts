import {
  accept,
  refuse,
  type Decider,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type RefusalReason,
} from '@parley/kernel';
import type { Act } from '../../case/case-commands.rules';

/** The deletion of whom a case's filings named to call. */
export interface Erasure {
  readonly by: PersonId;
  readonly at: Instant;
}

export type EraseContact = Act & {
  readonly type: 'EraseContact';
  /** Whose contact it is. */
  readonly complainant: PartyCode;
};

export type ContactErased = DomainEvent<'ContactErased', { readonly party: PartyCode; readonly by: PersonId }>;

export const contactRefusals = {
  notYourContact: {
    code: 'not-your-contact',
    rule: 'I-76',
    status: 403,
    en: 'The contact is the complainant’s own: its desk, or an officer whom it sent to the registry, deletes it.',
    'zh-Hans': '联系人信息属申诉方自有；由申诉方主管部门或其派驻登记处的官员删除。',
  },
} as const satisfies Record<string, RefusalReason>;

/** A contact is its side's own, so nobody of the other side deletes it (I-76). */
export function eraseContact({ by, party, complainant, receivedAt }: EraseContact) {
  if (party !== complainant) return refuse(contactRefusals.notYourContact);
  return accept<ContactErased>({
    type: 'ContactErased',
    occurredAt: receivedAt,
    rule: 'I-76',
    tier: 'FILER',
    data: { party, by },
  });
}

/** Who deleted the contacts of a case, and when. Names and numbers are in no event. */
export const contactDecider: Decider<EraseContact, readonly Erasure[], ContactErased> = {
  initial: [],
  decide: eraseContact,
  evolve: (erasures, { type, data, occurredAt }) =>
    isErasure(type) ? [...erasures, { by: data.by, at: occurredAt }] : erasures,
};

/** An event of a later version leaves the erasures as they are. */
const isErasure = (type: string): boolean => type === 'ContactErased';
