import { ReasonField, ReasonRequest } from '@parley/http';

export class WithdrawGrievanceRequest {
  @ReasonField({
    meaning: 'Why, in either language or in both, where you want to say it; everybody who learns of the end reads it.',
    example: { en: 'The duties were repealed.', 'zh-Hans': '该关税已取消。' },
    optional: true,
  })
  readonly reason?: ReasonRequest;
}
