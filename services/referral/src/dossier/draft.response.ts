import { ApiSchema } from '@nestjs/swagger';
import { AuthoredText, Shown } from '@parley/http';
import { REQUESTERS } from './dossier.rules';
import { ConsultationProvisionRequest } from './draft.request';
import { CHANNEL_CODES, INSTITUTIONS } from '../forums/forums.rules';

@ApiSchema({ description: 'Consultations on which a panel request rests.' })
export class HeldConsultationsShown {
  @Shown({ meaning: 'Symbol of the request for consultations.', example: 'WT/DS633/1', max: 60 })
  readonly symbol: string;

  @Shown({ meaning: 'When they were requested.', format: 'date' })
  readonly requestedOn: string;

  @Shown({
    meaning: 'Days on which they were held; empty where they were not.',
    type: () => String,
    list: true,
    example: ['2025-03-14'],
    kind: 'word',
  })
  readonly heldOn: readonly string[];
}

@ApiSchema({ description: 'What a panel request says beside the measures and claims (DSU 6.2).' })
export class PanelRequestShown {
  @Shown({
    meaning: 'The consultations; `null` where none were requested.',
    type: () => HeldConsultationsShown,
    nullable: true,
  })
  readonly consultations: HeldConsultationsShown | null;

  @Shown({ meaning: 'Why none were needed.', type: () => AuthoredText, list: true })
  readonly withoutConsultations: readonly AuthoredText[];

  @Shown({
    meaning: 'Why the request comes before the time for consultations is over (DSU 4.7).',
    type: () => AuthoredText,
    list: true,
  })
  readonly earlierBecause: readonly AuthoredText[];

  @Shown({ meaning: 'Brief summary of the legal basis.', type: () => AuthoredText, list: true })
  readonly summary: readonly AuthoredText[];
}

@ApiSchema({ description: 'A project of the World Bank Group.' })
export class ProjectShown {
  @Shown({ meaning: 'Number of the project.', example: 'P123456', max: 40 })
  readonly id: string;

  @Shown({ meaning: 'Its name.', example: 'Port rehabilitation', max: 200 })
  readonly name: string;
}

@ApiSchema({ description: 'Who would file with a channel, and where.' })
export class ChannelRequestShown {
  @Shown({ meaning: 'The channel.', values: CHANNEL_CODES, example: 'inspection-panel' })
  readonly channel: string;

  @Shown({ meaning: 'Institution whose project it is.', values: INSTITUTIONS, example: 'IBRD' })
  readonly institution: string;

  @Shown({ meaning: 'The project.', type: () => ProjectShown })
  readonly project: ProjectShown;

  @Shown({ meaning: 'Who would file.', values: REQUESTERS, example: 'affected-people' })
  readonly requester: string;

  @Shown({
    meaning: 'How many affected people would file; 0 for an Executive Director.',
    example: 2,
    schema: { type: 'integer' },
  })
  readonly people: number;

  @Shown({ meaning: 'When the project was closed; `null` while it goes on.', format: 'date', nullable: true })
  readonly closedOn: string | null;

  @Shown({ meaning: 'Whether the matter was raised with management before.', example: true })
  readonly raisedWithManagement: boolean;

  @Shown({ meaning: 'The harm.', type: () => AuthoredText, list: true })
  readonly harm: readonly AuthoredText[];
}

@ApiSchema({ description: 'An option for both capitals.' })
export class MemorandumOptionShown {
  @Shown({ meaning: 'Title of the option.', type: () => AuthoredText, list: true })
  readonly title: readonly AuthoredText[];

  @Shown({ meaning: 'The option.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];
}

@ApiSchema({ description: 'A memorandum of options for the capitals.' })
export class MemorandumShown {
  @Shown({ meaning: 'Options for both capitals.', type: () => MemorandumOptionShown, list: true })
  readonly options: readonly MemorandumOptionShown[];
}

@ApiSchema({ description: 'An applicant’s draft for a dossier.' })
export class DossierDraftShown {
  @Shown({
    meaning: 'Provisions under which consultations are requested.',
    type: () => ConsultationProvisionRequest,
    list: true,
  })
  readonly consultationProvisions: readonly ConsultationProvisionRequest[];

  @Shown({ meaning: 'Ids of the measures at issue.', type: () => String, list: true, example: ['M1'], kind: 'claim' })
  readonly measures: readonly string[];

  @Shown({ meaning: 'Ids of the claims.', type: () => String, list: true, example: ['C1'], kind: 'claim' })
  readonly claims: readonly string[];

  @Shown({ meaning: 'Whether further claims are reserved.', example: true })
  readonly furtherClaimsReserved: boolean;

  @Shown({
    meaning: 'What else the draft says, in the own words of the party that asks.',
    type: () => AuthoredText,
    list: true,
  })
  readonly statement: readonly AuthoredText[];

  @Shown({ meaning: 'Statement of available evidence.', type: () => AuthoredText, list: true })
  readonly availableEvidence: readonly AuthoredText[];

  @Shown({
    meaning: 'What a panel request says beside them (DSU 6.2); absent in any other draft.',
    type: () => PanelRequestShown,
    optional: true,
  })
  readonly panelRequest?: PanelRequestShown;

  @Shown({
    meaning: 'Who would file, and where; absent but in a draft for the World Bank.',
    type: () => ChannelRequestShown,
    optional: true,
  })
  readonly channel?: ChannelRequestShown;

  @Shown({
    meaning: 'Options for the capitals; absent in any other draft.',
    type: () => MemorandumShown,
    optional: true,
  })
  readonly memorandum?: MemorandumShown;
}
