import { ApiSchema } from '@nestjs/swagger';
import type { IsoDate, PersonId } from '@parley/kernel';
import {
  BooleanField,
  MayComeLateRequest,
  EnumField,
  DateField,
  InstantField,
  ListField,
  PaperReceived,
  TextField,
  TextListField,
  TextsField,
  type AuthoredText,
} from '@parley/http';
import type { DelayedStage } from '../delays/delays.rules';
import { EXHIBIT_NUMBER } from '../review/review.response';
import { PERSON_ID } from '../roster/roster.request';

const words = (text: string) => [{ lang: 'en', text, kind: 'original' }];
const exhibits = {
  meaning:
    'Numbers of the exhibits on which it rests; each stands on the record in a version that both sides have (I-65).',
  example: ['USA-1'],
  max: 500,
  unique: true,
  of: { max: 12, pattern: EXHIBIT_NUMBER },
};

export class InformationRequest {
  @TextField({ meaning: 'Code of the party that is asked.', example: 'US', max: 20 })
  readonly party: string;

  @TextsField({
    meaning: 'What the panel asks; both parties read it.',
    example: words('Which products does annex 2 cover since May?'),
    max: 20_000,
    multiline: true,
  })
  readonly questions: readonly AuthoredText[];

  @BooleanField({
    meaning:
      'True to ask only together with the other co-chair, who sends the very same. After the last day for evidence ' +
      'that alone is leave to answer (I-70).',
    example: false,
    optional: true,
  })
  readonly jointly?: boolean;

  @TextListField({
    meaning: 'Exhibits of that party that it may take back by leave of both co-chairs.',
    example: ['USA-1'],
    max: 20,
    unique: true,
    of: { max: 12, pattern: EXHIBIT_NUMBER },
    optional: true,
  })
  readonly withdrawals?: readonly string[];
}

export class AnswerRequest extends MayComeLateRequest {
  @TextsField({
    meaning: 'The answer; the other party reads it as the panel does (I-15).',
    example: words('All of heading 7208.'),
    max: 50_000,
    multiline: true,
  })
  readonly answer: readonly AuthoredText[];

  @TextListField(exhibits)
  readonly exhibits: readonly string[];
}

export class MaterialCommentRequest extends MayComeLateRequest {
  @TextsField({
    meaning: 'What the party says of it.',
    example: words('The table omits the second quarter.'),
    max: 50_000,
    multiline: true,
  })
  readonly comment: readonly AuthoredText[];
}

export class ThirdPartyRequest {
  @TextsField({
    meaning: 'Who is to be heard: a name that both parties and the panel read.',
    example: words('Steel importers’ association'),
    max: 500,
  })
  readonly name: readonly AuthoredText[];

  @TextField({
    meaning:
      'Who writes for it here, with a token of the role `third-party`; left out where the registry receives its notes.',
    example: 'third-party',
    max: 100,
    pattern: PERSON_ID,
    optional: true,
  })
  readonly personId?: PersonId;
}

export class ThirdPartyNoteRequest extends PaperReceived {
  @TextsField({
    meaning: 'The note as the registry received it.',
    example: words('Our members have bought at the new rate since May.'),
    max: 50_000,
    multiline: true,
  })
  readonly note: readonly AuthoredText[];
}

export class OwnNoteRequest {
  @TextsField({
    meaning: 'The note.',
    example: words('Our members have bought at the new rate since May.'),
    max: 50_000,
    multiline: true,
  })
  readonly note: readonly AuthoredText[];

  @TextField({
    meaning:
      'What was entered in your name and this takes the place of: the note, by its id, or an entry that still waits ' +
      'for its answer, by the id that is shown with your assignment.',
    example: 'note:1',
    max: 100,
    optional: true,
  })
  readonly replaces?: string;
}

@ApiSchema({ description: 'An expert to be proposed.' })
export class ExpertRequest {
  @TextsField({
    meaning: 'Name of the expert, or of the institute.',
    example: words('Institute for trade statistics'),
    max: 500,
  })
  readonly name: readonly AuthoredText[];

  @TextListField({
    meaning: 'Fields in which the expert is at home.',
    example: ['trade statistics'],
    min: 1,
    max: 10,
    unique: true,
    of: { max: 60 },
  })
  readonly expertise: readonly string[];

  @TextField({
    meaning:
      'Who acts as that expert here, with a token of the role `expert`; left out where the registry is ' +
      'to receive the report.',
    example: 'expert',
    max: 100,
    pattern: PERSON_ID,
    optional: true,
  })
  readonly personId?: PersonId;
}

export class ExpertListRequest {
  @ListField(() => ExpertRequest, {
    meaning: 'The party’s one list; who is asked is taken from it or from the other party’s.',
    example: [{ name: words('Institute for trade statistics'), expertise: ['trade statistics'] }],
    min: 1,
    max: 5,
  })
  readonly experts: readonly ExpertRequest[];
}

export class ExpertChoiceRequest {
  @TextsField({
    meaning:
      'What the expert is asked. The expert is taken when the other co-chair names the same one with ' +
      'the very same questions.',
    example: words('What share of the trade does heading 7208 make?'),
    max: 20_000,
    multiline: true,
  })
  readonly questions: readonly AuthoredText[];
}

export class ExpertDisclosureRequest {
  @TextsField({
    meaning: 'What may bear on the report, or that nothing does.',
    example: words('I have advised neither side.'),
    max: 20_000,
    multiline: true,
  })
  readonly statement: readonly AuthoredText[];
}

export class OwnReportRequest {
  @TextsField({ meaning: 'The report.', example: words('About a third.'), max: 60_000, multiline: true })
  readonly report: readonly AuthoredText[];
}

export class ReportRequest extends PaperReceived {
  @TextsField({
    meaning: 'The report as the registry received it.',
    example: words('About a third.'),
    max: 60_000,
    multiline: true,
  })
  readonly report: readonly AuthoredText[];

  @TextListField(exhibits)
  readonly exhibits: readonly string[];
}

export const DELAYED_STAGES = ['review', 'findings'] as const;

export class PanelDelayRequest {
  @EnumField({
    meaning: 'What will be late: `review`, at whose end the interim text is due, or `findings`.',
    example: 'review',
    values: DELAYED_STAGES,
  })
  readonly stage: DelayedStage;

  @DateField({ meaning: 'Day on which it is expected, after the last day of its time.', example: '2026-05-20' })
  readonly expectedOn: IsoDate;

  @TextsField({
    meaning: 'Why; everybody reads it.',
    example: words('An answer to the panel’s request came late.'),
    max: 5_000,
    multiline: true,
  })
  readonly reason: readonly AuthoredText[];
}

export class MeetingRequest {
  @InstantField({ meaning: 'When the panel meets both parties, with a zone.', example: '2026-05-06T14:00:00+02:00' })
  readonly meetsAt: string;
}
