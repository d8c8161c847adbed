import { IntField, NestedField, Sha256Field, TextField } from '@parley/http';

/** Both languages at once, because reasons are shown to the public (I-57). */
export class ExtensionReasonRequest {
  @TextField({ meaning: 'In English.', example: 'The interpreters are ill.', max: 2_000, multiline: true })
  readonly en: string;

  @TextField({ meaning: 'In Chinese.', example: '译员患病。', max: 2_000, multiline: true })
  readonly 'zh-Hans': string;
}

export class PanelExtensionRequest {
  @TextField({
    meaning: 'Id of the deadline within the case, as `GET …/panel` shows it.',
    example: 'review',
    max: 100,
    pattern: /^[a-z][A-Za-z0-9:-]*$/,
  })
  readonly deadline: string;

  @IntField({
    meaning: 'By how much, in the deadline’s own unit; at most what its clock allows, and once.',
    example: 5,
    min: 1,
    max: 1_000,
  })
  readonly by: number;

  @NestedField(() => ExtensionReasonRequest, {
    meaning: 'Why, in both languages; it is shown to the public with the new date.',
    example: { en: 'The interpreters are ill.', 'zh-Hans': '译员患病。' },
  })
  readonly reason: ExtensionReasonRequest;
}

export class ExtensionSignatureRequest {
  @Sha256Field({
    meaning: 'Digest of the proposal, as it is shown: the signature is over this.',
    example: '5e1d6bd7'.repeat(8),
  })
  readonly digest: string;
}
