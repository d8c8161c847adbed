import type { ClockId, ClockRule, ClockUnit } from '../rule-sets/clock-rule';
import type { RuleSet, Track } from '../rule-sets/rule-set';

export interface Place {
  readonly path: readonly string[];
  /** By how much the number is larger there. */
  readonly more: number;
}

/** A number of a rule set that an amendment may change. */
export interface RuleNumber {
  /** Where it stands in an amendment, such as `clocks.translation.length`. */
  readonly field: string;
  /** Where it stands in the rule set: in each track, for a clock that is the same on all of them. */
  readonly places: readonly Place[];
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

const TRACKS: readonly Track[] = ['standard', 'complex', 'urgent'];
/** Tracks on which a form is checked in joint business days, round by round. */
const JBD_TRACKS: readonly Track[] = ['standard', 'complex'];
/** The most that a length may be. A longer one is taken for a slip of the pen. */
const LONGEST: Readonly<Record<ClockUnit, number>> = {
  'joint-business-day': 500,
  'calendar-day': 1_000,
  'calendar-month': 120,
  hour: 8_784,
};
/** Clocks whose length stands elsewhere in the rules, so that it stands once. */
const LENGTH_ELSEWHERE: readonly ClockId[] = ['suspension', 'status-report'];

/** Where a number of a clock stands in its path, behind `tracks`, the track, `clocks` and the clock. */
const OF_CLOCK = 4;

/** A reply to one of many cases at once goes with that to one case, with the days that it has more. */
const amongMany = (track: Track, number: readonly string[], more: number): Place => ({
  path: ['tracks', track, 'clocks', 'reply-among-many', ...number],
  more,
});

/** Every number of a rule set that an amendment may change, with its bounds. */
export function ruleNumbers(ruleSet: RuleSet): readonly RuleNumber[] {
  const everywhere = clocksOfEveryTrack(ruleSet);
  return [
    ...everywhere.flatMap((rule) => numbersOfClock(`clocks.${rule.id}`, TRACKS, rule)),
    ...TRACKS.flatMap((track) => numbersOfTrack(ruleSet, track, everywhere)),
    ...numbersBesideClocks(ruleSet),
  ];
}

/** Numbers by the fields under which they stand in an amendment. */
export const numbersOf = (ruleSet: RuleSet): Readonly<Record<string, number>> =>
  Object.fromEntries(ruleNumbers(ruleSet).map(({ field, value }) => [field, value]));

/**
 * Clocks that have the same rule on all tracks. An amendment changes them on all, because some are started without
 * asking for the track.
 */
function clocksOfEveryTrack({ tracks }: RuleSet): readonly ClockRule[] {
  const [first, ...others] = TRACKS.map((track) => tracks[track].clocks);
  return Object.values(first ?? {}).filter((rule) =>
    others.every((clocks) => JSON.stringify(clocks[rule.id]) === JSON.stringify(rule)),
  );
}

function numbersOfTrack({ tracks }: RuleSet, track: Track, everywhere: readonly ClockRule[]): readonly RuleNumber[] {
  const { seatsPerSide, addedDaysPerSide, clocks } = tracks[track];
  const own = Object.values(clocks).filter(
    ({ id }) => id !== 'reply-among-many' && !everywhere.some((rule) => rule.id === id),
  );
  return [
    number(`tracks.${track}.seatsPerSide`, seatsPerSide, 1, 10),
    number(`tracks.${track}.addedDaysPerSide`, addedDaysPerSide, 0, LONGEST['calendar-day']),
    ...own.flatMap((rule) => {
      const numbers = numbersOfClock(`tracks.${track}.clocks.${rule.id}`, [track], rule);
      if (rule.id !== 'reply') return numbers;
      const more = (clocks['reply-among-many']?.length ?? rule.length) - rule.length;
      return numbers.map((each) => ({
        ...each,
        places: each.places.flatMap((place) => [place, amongMany(track, place.path.slice(OF_CLOCK), more)]),
      }));
    }),
  ];
}

/** A clock of no length marks a day that was agreed on. A form is checked once more than defects may be cured. */
function numbersOfClock(
  field: string,
  tracks: readonly Track[],
  { id, unit, length, rounds, extension }: ClockRule,
): readonly RuleNumber[] {
  const of = (path: readonly string[], value: number, most: number): RuleNumber => ({
    ...{ field: [field, ...path].join('.'), value, least: 1, most },
    places: tracks.map((track) => ({ path: ['tracks', track, 'clocks', id, ...path], more: 0 })),
  });
  const cures = of(['rounds'], rounds, 10);
  const checks = JBD_TRACKS.map((track) => ({ path: ['tracks', track, 'clocks', 'completeness', 'rounds'], more: 1 }));
  return [
    ...(length === 0 || LENGTH_ELSEWHERE.includes(id) ? [] : [of(['length'], length, LONGEST[unit])]),
    ...(id === 'cure' ? [{ ...cures, places: [...cures.places, ...checks] }] : []),
    ...(extension ? [of(['extension', 'atMost'], extension.atMost, LONGEST[unit])] : []),
  ];
}

function numbersBesideClocks({
  panel,
  suspension,
  supplement,
  manyCases,
  refiling,
  compliance,
  consultations,
  outage,
  hotline,
  crisisTeam,
  tracks,
}: RuleSet): readonly RuleNumber[] {
  const lengthsOf = (id: ClockId): readonly Place[] =>
    TRACKS.map((track) => ({ path: ['tracks', track, 'clocks', id, 'length'], more: 0 }));
  return [
    number('panel.peremptoryReplacementsPerSide', panel.peremptoryReplacementsPerSide, 0, 10),
    number('panel.lateChallengesPerMember', panel.lateChallengesPerMember, 0, 10),
    number('panel.namesPerSeat', panel.namesPerSeat, 1, 10),
    number('panel.drawsInARowPerSeat', panel.drawsInARowPerSeat, 1, 10),
    number('suspension.longestMonths', suspension.longestMonths, 1, LONGEST['calendar-month'], lengthsOf('suspension')),
    number('supplement.untilDay', supplement.untilDay, 1, LONGEST['calendar-day']),
    number('manyCases.fromCase', manyCases.fromCase, 2, 100),
    number('manyCases.withinJointBusinessDays', manyCases.withinJointBusinessDays, 1, 250),
    number(
      'manyCases.moreForEachReply',
      manyCases.moreForEachReply,
      0,
      100,
      JBD_TRACKS.flatMap((track) => {
        const { length = 0, extension } = tracks[track].clocks.reply ?? {};
        return [
          amongMany(track, ['length'], length),
          amongMany(track, ['extension', 'atMost'], extension?.atMost ?? length),
        ];
      }),
    ),
    number('refiling.afterMonths', refiling.afterMonths, 1, LONGEST['calendar-month']),
    number('compliance.reviewEveryMonths', compliance.reviewEveryMonths, 1, LONGEST['calendar-month']),
    number(
      'compliance.reportBeforeReviewJointBusinessDays',
      compliance.reportBeforeReviewJointBusinessDays,
      1,
      100,
      lengthsOf('status-report'),
    ),
    number('compliance.datesMovedPerObligation', compliance.datesMovedPerObligation, 0, 100),
    number('consultations.callTakenWithinMinutes', consultations.callTakenWithinMinutes, 1, 1_440),
    number('consultations.movesOfACallPerSide', consultations.movesOfACallPerSide, 0, 100),
    number('outage.gapMinutes', outage.gapMinutes, 5, 1_440),
    number('outage.shortGapMinutes', outage.shortGapMinutes, 2, 60),
    number('outage.hourMinutes', outage.hourMinutes, 1, 1_440),
    ...(['crisis', 'routine'] as const).flatMap((grade) =>
      (['coHeads', 'deputies', 'unanswered'] as const).map((rung) =>
        number(`hotline.${grade}.${rung}`, hotline[grade][rung], 1, 20_160),
      ),
    ),
    number('hotline.requests.most', hotline.requests.most, 1, 1_000),
    number('hotline.requests.withinHours', hotline.requests.withinHours, 1, 168),
    number('crisisTeam.membersPerSide', crisisTeam.membersPerSide, 1, 20),
    number('crisisTeam.servesHours', crisisTeam.servesHours, 1, 720),
    number('crisisTeam.commitMinutes', crisisTeam.commitMinutes, 1, 60),
    number('crisisTeam.nonceMinutes', crisisTeam.nonceMinutes, 1, 60),
  ];
}

const number = (
  field: string,
  value: number,
  least: number,
  most: number,
  also: readonly Place[] = [],
): RuleNumber => ({
  field,
  places: [{ path: field.split('.'), more: 0 }, ...also],
  value,
  least,
  most,
});
