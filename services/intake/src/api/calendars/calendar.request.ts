import { DateListField, EnumField, IntField, Sha256Field, TextField } from '@parley/http';
import { publishedCalendars } from '@parley/procedure';

const NAMES = [...new Set(publishedCalendars.map(({ name }) => name))];

export class ProposeYearRequest {
  @EnumField({ meaning: 'Whose calendar it is.', example: 'CN', values: NAMES })
  readonly calendar: string;

  @IntField({
    meaning: 'The year: one that is published, to be corrected, or the one after the last.',
    example: 2027,
    min: 2000,
    max: 2099,
  })
  readonly year: number;

  @DateListField({
    meaning: 'Every day off in that year; some may lie in the last days of the year before.',
    example: ['2027-01-01'],
    max: 366,
    unique: true,
  })
  readonly off: readonly string[];

  @DateListField({ meaning: 'Saturdays and Sundays that are worked.', example: ['2027-01-03'], max: 104, unique: true })
  readonly work: readonly string[];

  @TextField({
    meaning: 'Where it was published.',
    example: 'https://www.gov.cn/zhengce/zhengceku/202611/content_0000000.htm',
    max: 500,
  })
  readonly source: string;
}

export class SignYearRequest {
  @Sha256Field({
    meaning: 'Digest of the notice as it was proposed.',
    example: 'e2ef0726d33fecb01f890c261c13b5886a7c30cdacb42b07a1cb56ee13475339',
  })
  readonly digest: string;
}
