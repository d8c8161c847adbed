import { EnumField, Sha256Field, TextsField, type AuthoredText } from '@parley/http';
import { URGENCY_GROUNDS, type UrgencyGround } from '../../domain/urgency/urgency';

export class UrgencyRequest {
  @EnumField({
    meaning: 'Ground of urgency: perishable goods, an irreversible measure, safety, an incident.',
    example: 'perishable',
    values: URGENCY_GROUNDS,
  })
  readonly ground: UrgencyGround;

  @TextsField({
    meaning: 'Why.',
    example: [{ lang: 'en', text: 'The fruit is held at the port and spoils within a week.', kind: 'original' }],
    max: 10_000,
    multiline: true,
  })
  readonly reasons: readonly AuthoredText[];
}

export class UrgencyRefusalRequest {
  @Sha256Field({
    meaning: 'Digest of the refusal, as it is shown: the signature is over this.',
    example: '5e1d6bd7b0d1a0c0e9c7a2f5b5ad4f6a4d4f0c6f2f8f4b1d8e9c3a7b6c5d4e3f',
  })
  readonly digest: string;
}
