import type { Sha256 } from '@parley/kernel';
import {
  BooleanField,
  EnumField,
  ListField,
  Sha256Field,
  TextField,
  TextListField,
  TextsField,
  type AuthoredText,
} from '@parley/http';
import { MOST_CLAIMS } from '@parley/procedure';
import { EXHIBIT_NUMBER } from '../review/review.response';

const words = (text: string) => [{ lang: 'en', text, kind: 'original' }];
const exhibits = {
  meaning:
    'Numbers of the exhibits on which it rests; each stands on the record in a version that both sides have (I-65).',
  example: ['USA-1'],
  max: 500,
  unique: true,
  of: { max: 12, pattern: EXHIBIT_NUMBER },
};
const claim = { meaning: 'Id of the claim.', example: 'C1', max: 20 };

export const VOTES = ['substantiated', 'not-substantiated', 'abstain'] as const;
export const OBJECTION_VOTES = ['sustained', 'not-sustained', 'abstain'] as const;
export const TRANSLATED_PARTS = ['reasons', 'statement'] as const;
export const SUPPORTED = ['substantiated', 'not-substantiated'] as const;

export class VoteRequest {
  @TextField(claim)
  readonly claim: string;

  @EnumField({
    meaning: 'The vote. Sent again before closing it is changed, by an entry of its own (I-11).',
    example: 'substantiated',
    values: VOTES,
  })
  readonly on: (typeof VOTES)[number];

  @BooleanField({
    meaning:
      'Whether the member wishes this vote shown under its own pseudonym with the findings (I-14); ' +
      'otherwise nobody is told.',
    example: false,
    optional: true,
  })
  readonly attributed?: boolean;
}

export class VotesRequest {
  @ListField(() => VoteRequest, {
    meaning: 'The votes, one on each claim. Where one is refused none counts.',
    example: [{ claim: 'C1', on: 'substantiated' }],
    min: 1,
    max: MOST_CLAIMS,
  })
  readonly votes: readonly VoteRequest[];
}

export class ObjectionVoteRequest {
  @EnumField({
    meaning: 'The vote. Sent again before closing it is changed, by an entry of its own (I-11).',
    example: 'not-sustained',
    values: OBJECTION_VOTES,
  })
  readonly on: (typeof OBJECTION_VOTES)[number];
}

export class NoteRequest {
  @TextsField({
    meaning: 'A note to the other members.',
    example: words('Let us take the second claim first.'),
    max: 20_000,
    multiline: true,
  })
  readonly text: readonly AuthoredText[];
}

export class ReasonsRequest {
  @TextField(claim)
  readonly claim: string;

  @EnumField({
    meaning: 'For which outcome the reasons are; they are released with that outcome only.',
    example: 'substantiated',
    values: SUPPORTED,
  })
  readonly supports: (typeof SUPPORTED)[number];

  @TextsField({
    meaning: 'The reasons.',
    example: words('The duty is not applied to like products of other Members.'),
    max: 50_000,
    multiline: true,
  })
  readonly text: readonly AuthoredText[];

  @TextListField(exhibits)
  readonly exhibits: readonly string[];
}

export class AdoptionRequest {
  @Sha256Field({
    meaning: 'Digest of the reasons, as `GET …/panel/votes` shows it.',
    example: '5e1d6bd7'.repeat(8),
  })
  readonly digest: Sha256;
}

export class StatementRequest {
  @TextField(claim)
  readonly claim: string;

  @TextsField({
    meaning: 'Separate statement of the member’s side, released when the claim is not agreed (I-13).',
    example: words('We see no ground for this claim.'),
    max: 50_000,
    multiline: true,
  })
  readonly text: readonly AuthoredText[];

  @TextListField(exhibits)
  readonly exhibits: readonly string[];
}

export class FindingsTranslationRequest {
  @TextField(claim)
  readonly claim: string;

  @EnumField({
    meaning: 'The reasons on the claim, or the separate statement of the member’s own side.',
    example: 'reasons',
    values: TRANSLATED_PARTS,
  })
  readonly part: (typeof TRANSLATED_PARTS)[number];

  @EnumField({ meaning: 'The language that the text lacks.', example: 'zh-Hans', values: ['en', 'zh-Hans'] })
  readonly lang: 'en' | 'zh-Hans';

  @TextField({
    meaning: 'The text in that language.',
    example: '该关税仅对一国产品征收。',
    max: 50_000,
    multiline: true,
  })
  readonly text: string;
}

export class FindingsCertificationRequest {
  @Sha256Field({
    meaning: 'Digest of steps and findings, as `GET …/panel/findings` shows it.',
    example: '5e1d6bd7'.repeat(8),
  })
  readonly digest: Sha256;
}
