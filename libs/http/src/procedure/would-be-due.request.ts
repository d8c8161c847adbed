import { currentRuleSet, ruleSets, type ClockId, type Track } from '@parley/procedure';
import { DateField, EnumField, InstantField } from '../fields/field-decorators';
import { VersionField } from './procedure.request';

const TRACKS = Object.keys(currentRuleSet.tracks) as readonly Track[];
const CLOCKS = [
  ...new Set(ruleSets.flatMap(({ tracks }) => Object.values(tracks).flatMap(({ clocks }) => Object.keys(clocks)))),
].sort();

/** A question about a deadline: a clock, and the day or the instant of the event that would start it. */
export class WouldBeDueQuery {
  @EnumField({ meaning: 'Clock of the rule set.', example: 'reply', values: CLOCKS })
  readonly clock: ClockId;

  @EnumField({ meaning: 'Track; the standard one when left out.', example: 'standard', values: TRACKS, optional: true })
  readonly track?: Track;

  @DateField({
    meaning: 'Day of what starts the clock, at the seat; it is not counted. Either this or `at`.',
    example: '2025-09-25',
    optional: true,
  })
  readonly day?: string;

  @InstantField({
    meaning:
      'Instant of what starts the clock: one that comes at the end of the seat’s day or later arrives on ' +
      'the next joint business day. Either this or `day`; hours are counted from an instant only.',
    example: '2025-09-25T10:00:00+02:00',
    optional: true,
  })
  readonly at?: string;

  @VersionField('Version of the rules; the one in force when left out.')
  readonly version?: string;

  @VersionField(
    'The same by its earlier name, which stands in addresses that were given out; `version` ' +
      'counts where both are there.',
  )
  readonly ruleSet?: string;
}
