import { ReasonField, ReasonRequest } from '@parley/http';

export class WithdrawGrievanceRequest {
  @ReasonField({
    meaning: 'Why, if you like, in either language or in both. Neither the panel nor the public reads it.',
    example: { en: 'The duties were repealed.', 'zh-Hans': '该关税已取消。' },
    optional: true,
  })
  readonly reason?: ReasonRequest;
}
