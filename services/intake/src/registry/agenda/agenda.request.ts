import { clockRows } from '@parley/contracts';
import { CaseField, DueRequest, EnumField, TextField } from '@parley/http';
import { currentRuleSet } from '@parley/procedure';

/** The stages to which a deadline may belong. */
export const STAGES: readonly string[] = [
  ...new Set(
    Object.values(currentRuleSet.tracks).flatMap(({ clocks }) => Object.values(clocks).map(({ stage }) => stage)),
  ),
].sort();

/** A page of what has deadlines. Those of a stage or in a span of time can be asked for. */
export class StagedRequest extends DueRequest {
  @EnumField({
    meaning: 'Only with a deadline of this stage, in any part of the procedure.',
    example: 'S5',
    values: STAGES,
    optional: true,
  })
  readonly stage?: string;
}

/** A page of what is due, of all of it or of what is asked for. */
export class AgendaRequest extends StagedRequest {
  @CaseField({
    meaning: 'Only what is of this case, by id or docket number.',
    example: '7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11',
    optional: true,
  })
  readonly case?: string;

  @EnumField({
    meaning: 'Only deadlines of this clock, as each names its own.',
    example: 'reply',
    values: Object.keys(clockRows),
    unlisted: true,
    optional: true,
  })
  readonly clock?: string;
}

/** The query of a calendar feed, which a calendar program asks for without a bearer token. */
export class CalendarRequest {
  @TextField({
    meaning: 'Token of the feed, as `GET /v1/agenda/feed` gave it; left out with a bearer token.',
    example: 'q1Yp…',
    max: 2_000,
    optional: true,
  })
  readonly token?: string;
}
