import { EnumField, PageRequest, QueryIntField, TextField } from '@parley/http';

/** Stages that a line of the docket can show. */
export const DOCKET_STAGES = ['S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S11'] as const;

/** The query of the docket. */
export class DocketQuery extends PageRequest {
  @TextField({
    meaning: 'Only cases in which this party is complainant or respondent, by its code.',
    example: 'CN',
    max: 8,
    pattern: /^[A-Z]{2,8}$/,
    optional: true,
  })
  readonly party?: string;

  @QueryIntField({
    meaning: 'Only cases registered in this year, in seat time.',
    example: 2025,
    min: 1995,
    max: 2999,
    optional: true,
  })
  readonly year?: number;

  @EnumField({ meaning: 'Only cases at this stage.', example: 'S5', values: DOCKET_STAGES, optional: true })
  readonly stage?: string;
}

/** The query of a list in the order of the public log. Serials are public, so they need no cursor. */
export class LogQuery {
  @QueryIntField({
    meaning: 'Only entries behind this serial; 0 when left out.',
    example: 0,
    min: 0,
    max: 2_147_483_647,
    optional: true,
  })
  readonly after?: number;

  @QueryIntField({
    meaning: 'Most entries in the answer; 200 when left out.',
    example: 200,
    min: 1,
    max: 500,
    optional: true,
  })
  readonly limit?: number;
}
