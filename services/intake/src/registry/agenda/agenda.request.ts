import { EnumField, InstantField, PageRequest, TextField } from '@parley/http';
import { currentRuleSet } from '@parley/procedure';

/** The stages to which a deadline may belong. */
export const STAGES: readonly string[] = [
  ...new Set(
    Object.values(currentRuleSet.tracks).flatMap(({ clocks }) => Object.values(clocks).map(({ stage }) => stage)),
  ),
].sort();

/** A page of what is due, of all of it or of what is asked for. */
export class AgendaRequest extends PageRequest {
  @InstantField({ meaning: 'Only what is due from this instant on.', example: '2025-03-01T00:00:00Z', optional: true })
  readonly dueFrom?: string;

  @InstantField({ meaning: 'Only what is due before this instant.', example: '2025-04-01T00:00:00Z', optional: true })
  readonly dueTo?: string;

  @EnumField({ meaning: 'Only what belongs to this stage.', example: 'S5', values: STAGES, optional: true })
  readonly stage?: string;
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
