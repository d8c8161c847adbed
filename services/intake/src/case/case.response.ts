import { ApiSchema } from '@nestjs/swagger';
import { BilingualShown, DeadlineShown, Shown } from '@parley/http';
import { AmendmentShown } from './amendments/amendments.response';
import { CallShown } from './consultations/consultations.response';
import { CaseBesideShown, CounterToShown, ReferenceShown } from './filing/filing.response';
import { GrievanceRequest } from './filing/grievance.request';
import { FilingWarningShown } from './filing/warnings.response';
import { ReplyShown } from './reply/reply.response';
import { UrgencyShown } from './urgency/urgency.response';

export const CASE_STATUSES = ['filed', 'deficient', 'complete', 'registered', 'suspended', 'ended'] as const;

export const EXCHANGE_STAGES = ['awaiting-reply', 'consultations', 'closed'] as const;

export const TRACKS = ['standard', 'complex', 'urgent'] as const;

export const OUTCOMES = [
  'findings-issued',
  'settled',
  'withdrawn',
  'closed-without-prejudice',
  'no-panel',
  'lapsed',
] as const;

@ApiSchema({ description: 'Both parties of a case.' })
export class PartiesShown {
  @Shown({ meaning: 'Code of the party that complains.', kind: 'party' })
  readonly complainant: string;

  @Shown({ meaning: 'Code of the party complained of.', example: 'US', kind: 'party' })
  readonly respondent: string;
}

@ApiSchema({ description: 'A receipt for what was filed, signed by the registry.' })
export class ReceiptShown {
  @Shown({ meaning: 'Receipt number.', format: 'uuid', example: '0b7f4a0e-6c1f-8b5e-9d7e-2f1c3a5b7d9e' })
  readonly number: string;

  @Shown({ meaning: 'SHA-256 of the canonical JSON of the grievance that was received.', kind: 'digest' })
  readonly digest: string;

  @Shown({
    meaning:
      'Compact JWS (EdDSA) by the registry over receipt number, case, instant and digest; the keys stand at /v1/keys.',
    example: 'eyJhbGciOiJFZERTQSJ9…',
    kind: 'jws',
  })
  readonly jws: string;

  @Shown({
    meaning: 'What whoever filed should know, though the filing was taken in as it is. Between the parties alone.',
    type: () => FilingWarningShown,
    list: true,
  })
  readonly warnings: readonly FilingWarningShown[];
}

@ApiSchema({ description: 'A defect of form.' })
export class DefectShown extends BilingualShown {
  @Shown({ meaning: 'Stable code of the defect.', example: 'remedy-missing', kind: 'word' })
  readonly code: string;

  @Shown({ meaning: 'JSON pointer into the grievance.', example: '/remedy', max: 500 })
  readonly path: string;
}

@ApiSchema({ description: 'Where the exchange between the parties stands.' })
export class ExchangeShown {
  @Shown({ meaning: 'Stage of the exchange.', values: EXCHANGE_STAGES })
  readonly stage: string;

  @Shown({ meaning: 'True when the time for a reply passed without one.', example: false })
  readonly unanswered: boolean;

  @Shown({ meaning: 'The reply; `null` while there is none.', type: () => ReplyShown, nullable: true })
  readonly reply: ReplyShown | null;

  @Shown({ meaning: 'The ledger of calls.', type: () => CallShown, list: true })
  readonly calls: readonly CallShown[];
}

@ApiSchema({ description: 'Whom the registry may call.' })
export class ContactShown {
  @Shown({ meaning: 'Name of the person whom the registry may call.', example: 'Li Wei', max: 200 })
  readonly name: string;

  @Shown({ meaning: 'How to reach the person.', example: '+86 10 0000 0000', max: 300 })
  readonly reach: string;
}

@ApiSchema({ description: 'Since when a screening stands still, and until when.' })
export class SuspensionShown {
  @Shown({ meaning: 'Since when the screening stands still (UTC).', format: 'date-time' })
  readonly at: string;

  @Shown({
    meaning: 'When it goes on by itself (UTC); `null` where the parties named no day.',
    format: 'date-time',
    nullable: true,
  })
  readonly until: string | null;
}

@ApiSchema({ description: 'The intake’s part of a case.' })
export class CaseShown {
  @Shown({ meaning: 'Id of the case.', format: 'uuid' })
  readonly id: string;

  @Shown({ meaning: 'Docket number; `null` before registration.', nullable: true, kind: 'docketNumber' })
  readonly docketNumber: string | null;

  @Shown({ meaning: 'Status of the screening.', values: CASE_STATUSES })
  readonly status: string;

  @Shown({ meaning: 'The parties by role.', type: () => PartiesShown })
  readonly parties: PartiesShown;

  @Shown({ meaning: 'Version of the rule set to which the case is pinned.', kind: 'version' })
  readonly ruleSet: string;

  @Shown({ meaning: 'When it was received (UTC).', format: 'date-time' })
  readonly filedAt: string;

  @Shown({ meaning: 'Joint business day on which it arrived; clocks count from it.', format: 'date' })
  readonly arrivesOn: string;

  @Shown({ meaning: 'Receipt of what was received.', type: () => ReceiptShown })
  readonly receipt: ReceiptShown;

  @Shown({ meaning: 'When it was registered (UTC); `null` before.', format: 'date-time', nullable: true })
  readonly registeredAt: string | null;

  @Shown({ meaning: 'The grievance as it stands.', type: () => GrievanceRequest })
  readonly grievance: GrievanceRequest;

  @Shown({
    meaning: 'What it refers to outside the record, each with a link where its issuer keeps one.',
    type: () => ReferenceShown,
    list: true,
  })
  readonly references: readonly ReferenceShown[];

  @Shown({
    meaning:
      'Whom the registry may call: for the complainant’s desk, auditors and officers of the registry. `null` for ' +
      'everybody else, and when nobody is named or the person was forgotten.',
    type: () => ContactShown,
    nullable: true,
  })
  readonly contact: ContactShown | null;

  @Shown({ meaning: 'Defects of form that await a cure.', type: () => DefectShown, list: true })
  readonly defects: readonly DefectShown[];

  @Shown({
    meaning: 'The exchange between the parties; `null` before registration.',
    type: () => ExchangeShown,
    nullable: true,
  })
  readonly exchange: ExchangeShown | null;

  @Shown({ meaning: 'Outcome of the screening; `null` while it goes on.', values: OUTCOMES, nullable: true })
  readonly outcome: string | null;

  @Shown({ meaning: 'When the screening ended (UTC); `null` while it goes on.', format: 'date-time', nullable: true })
  readonly endedAt: string | null;

  @Shown({ meaning: 'Why the party withdrew. The panel does not read it.', type: () => BilingualShown, nullable: true })
  readonly withdrawalReason: BilingualShown | null;

  @Shown({ meaning: 'How the grievance was amended since its registration.', type: () => AmendmentShown, list: true })
  readonly amendments: readonly AmendmentShown[];

  @Shown({
    meaning: 'The case that it files again; `null` where there is none, and for the panel.',
    format: 'uuid',
    nullable: true,
  })
  readonly previous: string | null;

  @Shown({
    meaning: 'The case to which it is a counter-grievance; else `null`.',
    type: () => CounterToShown,
    nullable: true,
  })
  readonly counterTo: CounterToShown | null;

  @Shown({
    meaning: 'Cases beside which it goes on, each with its own number, parties, claims and clocks.',
    type: () => CaseBesideShown,
    list: true,
  })
  readonly consolidatedWith: readonly CaseBesideShown[];

  @Shown({ meaning: 'Track under which it goes.', values: TRACKS })
  readonly track: string;

  @Shown({ meaning: 'The claim of urgency; `null` where there was none.', type: () => UrgencyShown, nullable: true })
  readonly urgency: UrgencyShown | null;

  @Shown({
    meaning: 'The suspension, while the screening stands still; else `null`.',
    type: () => SuspensionShown,
    nullable: true,
  })
  readonly suspension: SuspensionShown | null;

  @Shown({ meaning: 'Deadlines that run now, each with how it was counted.', type: () => DeadlineShown, list: true })
  readonly deadlines: readonly DeadlineShown[];
}
