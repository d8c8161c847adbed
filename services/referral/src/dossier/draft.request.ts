import { ApiSchema } from '@nestjs/swagger';
import type { IsoDate } from '@parley/kernel';
import {
  BooleanField,
  DateField,
  EnumField,
  IntField,
  ListField,
  NestedField,
  TextField,
  TextListField,
  TextsField,
  type AuthoredText,
} from '@parley/http';
import { REQUESTERS, type RequesterKind } from './dossier.rules';
import { CHANNEL_CODES, INSTITUTIONS, type ChannelCode, type Institution } from '../forums/forums.rules';

@ApiSchema({ description: 'A provision under which consultations are requested.' })
export class ConsultationProvisionRequest {
  @TextField({ meaning: 'Code of the covered agreement.', example: 'GATT1994', max: 20 })
  readonly agreement: string;

  @TextField({
    meaning: 'Provision of it under which consultations are requested, as GET /v1/forums lists it.',
    example: 'XXII:1',
    max: 20,
  })
  readonly provision: string;
}

const WORDS = { max: 20_000, multiline: true } as const;

@ApiSchema({ description: 'Consultations that a panel request names.' })
export class HeldConsultationsRequest {
  @TextField({ meaning: 'Symbol of the request for consultations.', example: 'WT/DS633/1', max: 60 })
  readonly symbol: string;

  @DateField({ meaning: 'When they were requested.', example: '2025-02-04' })
  readonly requestedOn: IsoDate;

  @TextListField({
    meaning: 'Days on which they were held (YYYY-MM-DD); empty where they were not.',
    example: ['2025-03-14'],
    min: 0,
    max: 20,
    unique: true,
    of: { max: 10, pattern: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/ },
  })
  readonly heldOn: readonly IsoDate[];
}

@ApiSchema({ description: 'What DSU 6.2 asks of a request for a panel beside the measures and the legal basis.' })
export class PanelDraftRequest {
  @NestedField(() => HeldConsultationsRequest, {
    meaning: 'The consultations; left out where none were requested.',
    example: { symbol: 'WT/DS633/1', requestedOn: '2025-02-04', heldOn: ['2025-03-14'] },
    optional: true,
  })
  readonly consultations?: HeldConsultationsRequest;

  @TextsField({
    meaning: 'Why none were needed, where none were requested. Otherwise it may be empty.',
    example: [],
    min: 0,
    ...WORDS,
  })
  readonly withoutConsultations: readonly AuthoredText[];

  @TextsField({
    meaning: 'Why the request comes before the time for consultations is over (DSU 4.7). Otherwise it may be empty.',
    example: [],
    min: 0,
    ...WORDS,
  })
  readonly earlierBecause: readonly AuthoredText[];

  @TextsField({
    meaning: 'Brief summary of the legal basis, sufficient to present the problem clearly.',
    example: [{ lang: 'en', text: 'An advantage is withheld from products of one origin.', kind: 'original' }],
    ...WORDS,
  })
  readonly summary: readonly AuthoredText[];
}

@ApiSchema({ description: 'A project to which people object.' })
export class ProjectRequest {
  @TextField({ meaning: 'Number of the project.', example: 'P123456', max: 40 })
  readonly id: string;

  @TextField({ meaning: 'Its name.', example: 'Port rehabilitation', max: 200 })
  readonly name: string;
}

@ApiSchema({
  description: 'For people to whom a channel of the World Bank Group is open. No channel hears a state (I-49).',
})
export class ChannelDraftRequest {
  @EnumField({
    meaning: 'The channel, as GET /v1/forums lists it.',
    example: 'inspection-panel',
    values: CHANNEL_CODES,
  })
  readonly channel: ChannelCode;

  @EnumField({ meaning: 'Institution whose project it is.', example: 'IBRD', values: INSTITUTIONS })
  readonly institution: Institution;

  @NestedField(() => ProjectRequest, {
    meaning: 'The project.',
    example: { id: 'P123456', name: 'Port rehabilitation' },
  })
  readonly project: ProjectRequest;

  @EnumField({ meaning: 'Who would file.', example: 'affected-people', values: REQUESTERS })
  readonly requester: RequesterKind;

  @IntField({
    meaning: 'How many affected people would file; 0 for an Executive Director.',
    example: 2,
    min: 0,
    max: 1_000_000,
  })
  readonly people: number;

  @DateField({
    meaning: 'When the project was closed; left out while it goes on.',
    example: '2025-01-31',
    optional: true,
  })
  readonly closedOn?: IsoDate;

  @BooleanField({ meaning: 'Whether the matter was raised with the institution’s management before.', example: true })
  readonly raisedWithManagement: boolean;

  @TextsField({
    meaning: 'The harm, in the words of those whom it would befall.',
    example: [{ lang: 'en', text: 'The quay is closed to our boats.', kind: 'original' }],
    ...WORDS,
  })
  readonly harm: readonly AuthoredText[];
}

@ApiSchema({ description: 'One option of a memorandum.' })
export class MemorandumOptionRequest {
  @TextsField({
    meaning: 'Title of the option.',
    example: [{ lang: 'en', text: 'A joint review of the schedule', kind: 'original' }],
    max: 300,
  })
  readonly title: readonly AuthoredText[];

  @TextsField({
    meaning: 'The option.',
    example: [{ lang: 'en', text: 'Both sides review the schedule within a year.', kind: 'original' }],
    max: 10_000,
    multiline: true,
  })
  readonly text: readonly AuthoredText[];
}

@ApiSchema({ description: 'Options for both capitals.' })
export class MemorandumRequest {
  @ListField(() => MemorandumOptionRequest, {
    meaning: 'The options, two or more.',
    example: [
      {
        title: [{ lang: 'en', text: 'A joint review', kind: 'original' }],
        text: [{ lang: 'en', text: 'Both sides review the schedule.', kind: 'original' }],
      },
      {
        title: [{ lang: 'en', text: 'A phased reduction', kind: 'original' }],
        text: [{ lang: 'en', text: 'The duty falls year by year.', kind: 'original' }],
      },
    ],
    min: 1,
    max: 10,
  })
  readonly options: readonly MemorandumOptionRequest[];
}
