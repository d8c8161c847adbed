import { ApiSchema } from '@nestjs/swagger';
import { BilingualShown, Shown } from '@parley/http';
import { CHANNEL_CODES, FORUM_CODES } from './forums.rules';
import { ConsultationProvisionRequest } from '../dossier/draft.request';

@ApiSchema({ description: 'A party, and since when it is bound.' })
export class SinceShown {
  @Shown({ meaning: 'Code of the party.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'Since when.', format: 'date', example: '2001-12-11' })
  readonly since: string;
}

@ApiSchema({ description: 'An agreement under which a forum hears claims.' })
export class CoveredAgreementShown {
  @Shown({ meaning: 'Code by which claims name it.', example: 'GATT1994', kind: 'word' })
  readonly code: string;

  @Shown({ meaning: 'Its name.', type: () => BilingualShown })
  readonly name: BilingualShown;

  @Shown({
    meaning: 'Annex of the WTO Agreement, or `agreement` for that itself and what is part of it.',
    values: ['agreement', '1A', '1B', '1C', '2', '4'],
    example: '1A',
  })
  readonly annex: string;

  @Shown({
    meaning: 'Those whom it binds, for an agreement that binds only who joined it; otherwise empty.',
    type: () => SinceShown,
    list: true,
  })
  readonly parties: readonly SinceShown[];
}

@ApiSchema({ description: 'Claims that need a statement of available evidence.' })
export class StatementOfEvidenceShown {
  @Shown({
    meaning: 'Agreement of the claims that need a statement of available evidence.',
    example: 'SCM',
    kind: 'word',
  })
  readonly agreement: string;

  @Shown({ meaning: 'Its articles.', type: () => String, list: true, example: ['3', '5'], kind: 'word' })
  readonly articles: readonly string[];

  @Shown({ meaning: 'Where it is written.', example: 'SCM 4.2, 7.2', kind: 'rule' })
  readonly rule: string;
}

@ApiSchema({ description: 'A channel through which a forum hears people.' })
export class ForumChannelShown {
  @Shown({ meaning: 'Code of the channel.', values: CHANNEL_CODES, example: 'inspection-panel' })
  readonly code: string;

  @Shown({ meaning: 'Its name.', type: () => BilingualShown })
  readonly name: BilingualShown;

  @Shown({
    meaning: 'Institutions of whose projects it hears.',
    type: () => String,
    list: true,
    example: ['IBRD', 'IDA'],
    kind: 'word',
  })
  readonly institutions: readonly string[];

  @Shown({ meaning: 'Fewest affected people that file together.', example: 2, schema: { type: 'integer' } })
  readonly fewestPeople: number;

  @Shown({ meaning: 'Whether an Executive Director may file instead.', example: true })
  readonly executiveDirector: boolean;

  @Shown({
    meaning:
      'Months after the closing of a project in which it is still heard of; `null` where closing sets no limit here.',
    nullable: true,
    example: 15,
    schema: { type: 'integer' },
  })
  readonly monthsAfterClosing: number | null;

  @Shown({ meaning: 'Whether management must have been asked before.', example: true })
  readonly afterManagement: boolean;

  @Shown({
    meaning: 'Where this is written.',
    example: 'Resolutions IBRD 2020-0004 and IDA 2020-0003',
    kind: 'sentence',
  })
  readonly source: string;
}

@ApiSchema({ description: 'A forum.' })
export class ForumShown {
  @Shown({ meaning: 'Code of the forum.', values: FORUM_CODES, example: 'WTO' })
  readonly code: string;

  @Shown({
    meaning:
      '`open`: it hears one state against another; `channels`: it hears no state, but people whom a ' +
      'project affects; `memorandum`: options are laid before it.',
    values: ['open', 'channels', 'memorandum'],
    example: 'open',
  })
  readonly kind: string;

  @Shown({ meaning: 'Its name.', type: () => BilingualShown })
  readonly name: BilingualShown;

  @Shown({ meaning: 'Who may file there.', type: () => BilingualShown })
  readonly whoFiles: BilingualShown;

  @Shown({
    meaning: 'What a dossier for it may hold a draft of.',
    type: () => String,
    list: true,
    example: ['request-for-consultations', 'panel-request'],
    kind: 'word',
  })
  readonly drafts: readonly string[];

  @Shown({ meaning: 'Members among the parties, each with its date.', type: () => SinceShown, list: true })
  readonly members: readonly SinceShown[];

  @Shown({ meaning: 'Agreements under which it hears claims.', type: () => CoveredAgreementShown, list: true })
  readonly coveredAgreements: readonly CoveredAgreementShown[];

  @Shown({
    meaning: 'Provisions under which consultations are requested.',
    type: () => ConsultationProvisionRequest,
    list: true,
  })
  readonly consultationProvisions: readonly ConsultationProvisionRequest[];

  @Shown({
    meaning: 'Claims that need a statement of available evidence.',
    type: () => StatementOfEvidenceShown,
    list: true,
  })
  readonly statementsOfEvidence: readonly StatementOfEvidenceShown[];

  @Shown({
    meaning: 'Channels through which it hears people whom a project affects.',
    type: () => ForumChannelShown,
    list: true,
  })
  readonly channels: readonly ForumChannelShown[];

  @Shown({ meaning: 'By what symbols it names its documents: a regular expression.', example: '^WT/', max: 500 })
  readonly symbols: string;

  @Shown({
    meaning: 'Where these rules are written.',
    example: 'DSU Articles 1, 2 and 4, Appendices 1 and 2',
    kind: 'sentence',
  })
  readonly source: string;
}

@ApiSchema({ description: 'A version of the rules of the forums.' })
export class ForumRulesShown {
  @Shown({ meaning: 'Version of the rules; a dossier names the one it was prepared under.', kind: 'version' })
  readonly version: string;

  @Shown({ meaning: 'First day on which a dossier is prepared under it.', format: 'date' })
  readonly from: string;

  @Shown({ meaning: 'The forums.', type: () => ForumShown, list: true })
  readonly forums: readonly ForumShown[];
}

@ApiSchema({ description: 'Every version of the rules of the forums.' })
export class ForumRulesListShown {
  @Shown({ meaning: 'Version under which a dossier requested now is prepared.', kind: 'version' })
  readonly current: string;

  @Shown({ meaning: 'Every version, oldest first.', type: () => ForumRulesShown, list: true })
  readonly versions: readonly ForumRulesShown[];
}
