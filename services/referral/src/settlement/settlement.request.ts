import { ApiSchema } from '@nestjs/swagger';
import type { PartyCode, PersonId, Sha256 } from '@parley/kernel';
import { EnumField, ListField, Sha256Field, TextField, TextsField, type AuthoredText } from '@parley/http';
import { PUBLICATIONS, type Publication } from '../compliance/verification.rules';
import { ObligationRequest, OBLIGATIONS_EXAMPLE } from '../compliance/compliance.request';

const PERSON_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const LANGUAGES = ['en', 'zh-Hans'] as const;

@ApiSchema({ description: 'A text for both parties to sign. It is without prejudice until both have signed (I-45).' })
export class SettlementTextRequest {
  @TextsField({
    meaning: 'Title, in English and Chinese.',
    example: [
      { lang: 'en', text: 'Understanding on the schedule of duties', kind: 'authentic' },
      { lang: 'zh-Hans', text: '关于关税税目表的谅解', kind: 'authentic' },
    ],
    max: 300,
    languages: LANGUAGES,
  })
  readonly title: readonly AuthoredText[];

  @TextsField({
    meaning: 'The settlement, in English and Chinese, both authentic.',
    example: [
      { lang: 'en', text: 'The parties agree as follows.', kind: 'authentic' },
      { lang: 'zh-Hans', text: '双方达成如下一致。', kind: 'authentic' },
    ],
    max: 20_000,
    languages: LANGUAGES,
    multiline: true,
  })
  readonly text: readonly AuthoredText[];

  @ListField(() => ObligationRequest, {
    meaning: 'What the parties undertake. Each has an owner, a date and a check (I-47).',
    example: OBLIGATIONS_EXAMPLE,
    min: 1,
    max: 30,
  })
  readonly obligations: readonly ObligationRequest[];

  @EnumField({
    meaning:
      'Whether everybody may read the text once it is signed. Owner, date and state of each obligation ' +
      'are public in any case (I-54).',
    example: 'text',
    values: PUBLICATIONS,
  })
  readonly publication: Publication;
}

@ApiSchema({ description: 'Whom a side picks as its conciliator.' })
export class PickRequest {
  @TextField({
    meaning: 'Who is to conciliate, by pseudonym; it accepts here with a token of the role `conciliator`.',
    example: 'conciliator',
    max: 100,
    pattern: PERSON_ID,
  })
  readonly person: PersonId;
}

@ApiSchema({ description: 'For which side somebody accepts to conciliate.' })
export class AcceptanceRequest {
  @TextField({ meaning: 'Code of the side that picked the person who accepts.', example: 'US', max: 8 })
  readonly of: PartyCode;
}

@ApiSchema({ description: 'What both conciliators put to the two sides.' })
export class ConciliatorsProposalRequest {
  @TextsField({
    meaning: 'The whole proposal, in English and Chinese. The other conciliator signs the same, to the letter.',
    example: [
      { lang: 'en', text: 'Both measures are phased out over two years.', kind: 'authentic' },
      { lang: 'zh-Hans', text: '两项措施均在两年内逐步取消。', kind: 'authentic' },
    ],
    max: 20_000,
    languages: LANGUAGES,
    multiline: true,
  })
  readonly text: readonly AuthoredText[];
}

@ApiSchema({ description: 'A party’s signature: an authenticated act that names what the signer was shown.' })
export class AgreementSignatureRequest {
  @Sha256Field({
    meaning: 'SHA-256 of the text with its obligations, as it is shown.',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  readonly digest: Sha256;
}
