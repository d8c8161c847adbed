import { TextListField } from '@parley/http';

export class WithdrawClaimsRequest {
  @TextListField({
    meaning: 'Ids of the claims that are given up. With all of them the whole is withdrawn.',
    example: ['C2'],
    min: 1,
    max: 200,
    unique: true,
    of: { max: 20 },
  })
  readonly claims: readonly string[];
}
