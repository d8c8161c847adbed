import type { CaseId, CaseParties, Instant, IsoDate, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import { calendarArchive, clocksOn, type ClaimLateEntry } from '@parley/procedure';
import type { Act, CaseCommand, FileGrievance, FileReply } from './case-commands.rules';
import { caseDecider } from './case.rules';
import type { Grievance } from './filing/file-grievance.rules';
import type { LateCaseAct } from './late-entries/late-entries.rules';

/** The pieces from which the specs tell a case: China complains of U.S. tariffs, as in DS633; texts are constructed. */
export const clocksOf = clocksOn(calendarArchive().current('US', 'CN'));
export const decider = caseDecider(clocksOf);

export const caseId = '5f0c1a52-6a1e-8a3b-9c4d-0123456789ab' as CaseId;
export const parties: CaseParties = { complainant: 'CN' as PartyCode, respondent: 'US' as PartyCode };
export const person = (id: string): PersonId => id as PersonId;
export const at = (instant: string): Instant => new Date(instant).toISOString() as Instant;

const digest = 'ab'.repeat(32) as Sha256;

export const grievance: Grievance = {
  subject: [
    { lang: 'en', text: 'Additional tariff measures on goods from China', kind: 'original' },
    { lang: 'zh-Hans', text: '对来自中国的商品加征关税措施', kind: 'translation', of: 'en' },
  ],
  measures: [
    {
      id: 'M1',
      wtoMember: 'US',
      title: [{ lang: 'en', text: 'Imposing duties', kind: 'original' }],
      number: 'EO 14195',
      issuer: 'The President',
      date: '2025-02-01' as IsoDate,
      citation: '90 FR 9121',
    },
  ],
  claims: [
    {
      id: 'C1',
      measure: 'M1',
      agreement: 'GATT1994',
      provision: 'I',
      because: [{ lang: 'en', text: 'Goods of China alone pay it.', kind: 'original' }],
    },
  ],
  facts: [{ lang: 'en', text: 'The duty applies from 4 February 2025.', kind: 'original' }],
  remedy: [{ lang: 'en', text: 'Withdrawal of the measure.', kind: 'original' }],
  publicSummary: [
    { lang: 'en', text: 'Tariffs on goods from China.', kind: 'original' },
    { lang: 'zh-Hans', text: '对来自中国的商品加征关税。', kind: 'translation', of: 'en' },
  ],
  authority: 'Instruction of the ministry',
};

export const complainant = (receivedAt: string): Act => ({
  by: person('cn-desk-1'),
  party: parties.complainant,
  receivedAt: at(receivedAt),
});
export const respondent = (receivedAt: string): Act => ({
  by: person('us-desk-1'),
  party: parties.respondent,
  receivedAt: at(receivedAt),
});
export const registry = (receivedAt: string): Act => ({
  by: person('us-registry-1'),
  party: 'US' as PartyCode,
  receivedAt: at(receivedAt),
});

export const filing = (receivedAt: string, changes: Partial<Grievance> = {}): FileGrievance => {
  const act = complainant(receivedAt);
  return {
    type: 'FileGrievance',
    ...act,
    caseId,
    parties,
    grievance: { ...grievance, ...changes },
    certification: { by: act.by, digest },
    receipt: { number: '0e0f6a52-6a1e-8a3b-9c4d-0123456789ab', digest, jws: 'a.b.c' },
    contact: person('contact-1'),
  };
};

export const reply = (receivedAt: string, changes: Partial<FileReply['reply']> = {}): CaseCommand => ({
  type: 'FileReply',
  ...respondent(receivedAt),
  reply: { position: 'accepts', objections: [], reservation: [], counterStatements: [], ...changes },
});

export const expire = (deadlineId: string): CaseCommand => ({ type: 'ExpireDeadline', deadlineId });
export const register: CaseCommand = {
  type: 'RegisterCase',
  docketNumber: 'CN-2025-0001',
  casesAtOnce: 1,
  completeAt: at('2025-02-06T10:00:00+01:00'),
};

/** Filed on the day on which DS633 was, found complete two days later, registered. */
export const registered: readonly CaseCommand[] = [
  filing('2025-02-04T10:00:00+01:00'),
  { type: 'FindComplete', ...registry('2025-02-06T10:00:00+01:00') },
  register,
];

/** An act that came by another channel, entered by its side in an outage that covers it: it counts at once. */
export const enteredLate = (act: LateCaseAct, enteredAt: string): ClaimLateEntry<LateCaseAct> => ({
  type: 'ClaimLateEntry',
  by: act.by,
  party: act.party,
  receivedAt: at(enteredAt),
  entryId: 'e1',
  channel: 'Note handed over at the seat',
  cameAt: act.receivedAt,
  original: ORIGINAL,
  office: 'desk',
  outages: [{ from: act.receivedAt, to: at(enteredAt) }],
  act,
});

/** Digest of what came. */
export const ORIGINAL = 'ab'.repeat(32) as Sha256;
