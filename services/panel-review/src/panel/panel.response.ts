import { ApiSchema } from '@nestjs/swagger';
import { DeadlineShown, Shown } from '@parley/http';
import { ObjectionAtIssueShown } from '../claims/objections.response';
import { ChallengeShown, SeatShown } from '../composition/composition.response';
import { ExtensionShown } from '../extensions/extensions.response';
import { InterimCommentShown, InterimShown } from '../review/interim.response';
import { RosterMemberShown } from '../roster/roster.response';

const PANEL_STAGES = [
  'composing',
  'composed',
  'reviewing',
  'interim-comments',
  'deciding',
  'certifying',
  'issued',
  'impossible',
  'suspended',
  'stopped',
] as const;

@ApiSchema({ description: 'Both parties of a panel’s case.' })
export class PanelPartiesShown {
  @Shown({ meaning: 'Code of the party that complains.', kind: 'party' })
  readonly complainant: string;

  @Shown({ meaning: 'Code of the party complained of.', example: 'US', kind: 'party' })
  readonly respondent: string;
}

@ApiSchema({ description: 'A roster as it stood at the registration.' })
export class FrozenRosterShown {
  @Shown({ meaning: 'SHA-256 of the canonical JSON of the sorted pseudonyms.', kind: 'digest' })
  readonly digest: string;

  @Shown({ meaning: 'The roster as it stood at the registration.', type: () => RosterMemberShown, list: true })
  readonly members: readonly RosterMemberShown[];

  @Shown({
    meaning: 'Who of them was on duty then, and so fills the seats of the urgent track.',
    type: () => String,
    list: true,
    kind: 'person',
  })
  readonly duty: readonly string[];
}

@ApiSchema({ description: 'Both rosters, frozen.' })
export class FrozenRostersShown {
  @Shown({ meaning: 'Of the complainant.', type: () => FrozenRosterShown })
  readonly complainant: FrozenRosterShown;

  @Shown({ meaning: 'Of the respondent.', type: () => FrozenRosterShown })
  readonly respondent: FrozenRosterShown;
}

@ApiSchema({ description: 'What the panel said of urgency.' })
export class PanelUrgencyShown {
  @Shown({
    meaning: 'What the panel said of the urgency; `stands` when it said nothing in time.',
    values: ['confirmed', 'refused', 'unconfirmed'],
  })
  readonly verdict: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly decidedAt: string;
}

@ApiSchema({ description: 'The panel’s part of a case.' })
export class PanelShown {
  @Shown({ meaning: 'Id of the case.', format: 'uuid' })
  readonly caseId: string;

  @Shown({ meaning: 'The parties by role.', type: () => PanelPartiesShown })
  readonly parties: PanelPartiesShown;

  @Shown({ meaning: 'Version of the rule set to which the case is pinned.', kind: 'version' })
  readonly ruleSet: string;

  @Shown({ meaning: 'The track that the case is on.', values: ['standard', 'complex', 'urgent'] })
  readonly track: string;

  @Shown({
    meaning: 'On the urgent track, what the panel said of it; `null` before, and on the other tracks.',
    type: () => PanelUrgencyShown,
    nullable: true,
  })
  readonly urgency: PanelUrgencyShown | null;

  @Shown({ meaning: 'Where the panel stands.', values: PANEL_STAGES })
  readonly stage: string;

  @Shown({ meaning: 'When the panel was opened, which is the registration (UTC).', format: 'date-time' })
  readonly openedAt: string;

  @Shown({ meaning: 'First instant that is too late for anything (UTC).', format: 'date-time' })
  readonly longStop: string;

  @Shown({ meaning: 'Both rosters, frozen.', type: () => FrozenRostersShown })
  readonly rosters: FrozenRostersShown;

  @Shown({ meaning: 'The seats, the complainant’s first.', type: () => SeatShown, list: true })
  readonly seats: readonly SeatShown[];

  @Shown({ meaning: 'When it was convened (UTC); `null` before.', format: 'date-time', nullable: true })
  readonly convenedAt: string | null;

  @Shown({
    meaning: 'True while the convened panel has all its members; without parity it cannot vote (I-02).',
    example: true,
  })
  readonly whole: boolean;

  @Shown({ meaning: 'Challenges in their order.', type: () => ChallengeShown, list: true })
  readonly challenges: readonly ChallengeShown[];

  @Shown({
    meaning: 'Ids of the claims on which findings are due.',
    type: () => String,
    list: true,
    example: ['C1'],
    kind: 'claim',
  })
  readonly claims: readonly string[];

  @Shown({
    meaning: 'Objections of the reply, each of which is disposed of in the findings (I-73).',
    type: () => ObjectionAtIssueShown,
    list: true,
  })
  readonly objections: readonly ObjectionAtIssueShown[];

  @Shown({
    meaning: 'Numbers of the exhibits on which a text of the panel may rest (I-65).',
    type: () => String,
    list: true,
    example: ['CHN-1'],
    kind: 'exhibit',
  })
  readonly exhibits: readonly string[];

  @Shown({
    meaning:
      'Numbers of the exhibits that were struck from the record: no later text of the panel rests on them (I-70).',
    type: () => String,
    list: true,
    example: ['CHN-2'],
    kind: 'exhibit',
  })
  readonly struck: readonly string[];

  @Shown({
    meaning: 'When consultations ended (UTC); `null` before, as far as it is known.',
    format: 'date-time',
    nullable: true,
  })
  readonly consultationsEndedAt: string | null;

  @Shown({ meaning: 'The interim text; `null` when there is none.', type: () => InterimShown, nullable: true })
  readonly interim: InterimShown | null;

  @Shown({ meaning: 'Comments on the interim text.', type: () => InterimCommentShown, list: true })
  readonly comments: readonly InterimCommentShown[];

  @Shown({
    meaning: 'Proposals that a deadline of the panel end later; for the parties, the registry and the co-heads.',
    type: () => ExtensionShown,
    list: true,
  })
  readonly extensions: readonly ExtensionShown[];

  @Shown({ meaning: 'Ids of the claims that were withdrawn.', type: () => String, list: true, kind: 'claim' })
  readonly withdrawnClaims: readonly string[];

  @Shown({
    meaning: 'Since when the screening is suspended (UTC); `null` while it is not. No deadline runs meanwhile.',
    format: 'date-time',
    nullable: true,
  })
  readonly suspendedAt: string | null;

  @Shown({
    meaning: 'Outcome of the screening; `null` while it goes on.',
    nullable: true,
    example: 'findings-issued',
    kind: 'word',
  })
  readonly screeningOutcome: string | null;

  @Shown({
    meaning: 'Deadlines that run now, each with how it was counted.',
    type: () => DeadlineShown,
    list: true,
  })
  readonly deadlines: readonly DeadlineShown[];
}

@ApiSchema({ description: 'A panel in a list.' })
export class PanelLineShown {
  @Shown({ meaning: 'Id of the case.', format: 'uuid' })
  readonly caseId: string;

  @Shown({ meaning: 'The parties by role.', type: () => PanelPartiesShown })
  readonly parties: PanelPartiesShown;

  @Shown({ meaning: 'When the panel was opened (UTC).', format: 'date-time' })
  readonly openedAt: string;

  @Shown({ meaning: 'Where the panel stands.', values: PANEL_STAGES })
  readonly stage: string;

  @Shown({ meaning: 'Next deadline of the panel (UTC); `null` when none runs.', format: 'date-time', nullable: true })
  readonly nextDeadline: string | null;
}
