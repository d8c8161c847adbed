import { ApiSchema } from '@nestjs/swagger';
import { REPUDIABLE_ACTS, type RepudiableAct, type RuleSet } from '@parley/procedure';
import { Shown } from '../fields/shown.decorator';

const Whole = (meaning: string, example: number): PropertyDecorator =>
  Shown({ meaning, example, schema: { type: 'integer' } });

const Group = (meaning: string, type: () => unknown): PropertyDecorator => Shown({ meaning, type });

@ApiSchema({ description: 'Numbers of the rules of panels.' })
class PanelNumbersShown implements Readonly<Record<keyof RuleSet['panel'], number>> {
  @Whole('Co-chairs of each side.', 1)
  readonly coChairsPerSide: number;
  @Whole('Replacements that a side may have without a reason.', 1)
  readonly peremptoryReplacementsPerSide: number;
  @Whole('Challenges of one member for what came to light late.', 1)
  readonly lateChallengesPerMember: number;
  @Whole('Names that a roster should have for each seat of a side.', 2)
  readonly namesPerSeat: number;
  @Whole('Draws in a row for one seat in vain, which end a screening.', 3)
  readonly drawsInARowPerSeat: number;
}

@ApiSchema({ description: 'Numbers of the rules of suspension.' })
class SuspensionNumbersShown {
  @Whole('Longest suspension, in months.', 12)
  readonly longestMonths: number;
  @Shown({ meaning: 'Whose consent it needs.', values: ['complainant', 'respondent'], list: true })
  readonly consentOf: RuleSet['suspension']['consentOf'];
}

@ApiSchema({ description: 'Numbers of the rules of supplements.' })
class SupplementNumbersShown {
  @Whole('Calendar day from registration up to which the complainant adds claims alone.', 60)
  readonly untilDay: number;
}

@ApiSchema({ description: 'Numbers of the rules of many cases at once.' })
class ManyCasesNumbersShown implements Readonly<Record<keyof RuleSet['manyCases'], number>> {
  @Whole('From this case on of one side each reply has more time.', 4)
  readonly fromCase: number;
  @Whole('Joint business days in which they are registered.', 20)
  readonly withinJointBusinessDays: number;
  @Whole('Joint business days more.', 5)
  readonly moreForEachReply: number;
}

@ApiSchema({ description: 'Numbers of the rules of claims filed again.' })
class RefilingNumbersShown {
  @Whole('Months for which a claim is not filed again without consent.', 12)
  readonly afterMonths: number;
}

@ApiSchema({ description: 'Numbers of the rules of consultations.' })
class ConsultationsNumbersShown implements Readonly<Record<keyof RuleSet['consultations'], number>> {
  @Whole('Minutes after its time in which a call may still be taken.', 30)
  readonly callTakenWithinMinutes: number;
  @Whole('Other times that a side may name for one call.', 1)
  readonly movesOfACallPerSide: number;
}

@ApiSchema({ description: 'Numbers of the rules of compliance.' })
class ComplianceNumbersShown implements Readonly<Record<keyof RuleSet['compliance'], number>> {
  @Whole('Months from one review to the next.', 6)
  readonly reviewEveryMonths: number;
  @Whole('Joint business days before a review by which a report is due.', 10)
  readonly reportBeforeReviewJointBusinessDays: number;
  @Whole('Later dates that both may agree on for one obligation.', 1)
  readonly datesMovedPerObligation: number;
}

@ApiSchema({ description: 'Numbers of the rules of marks.' })
class MarkingNumbersShown implements Readonly<Record<keyof RuleSet['marking'], number>> {
  @Whole('One part in so many of a text is marked without leave.', 3)
  readonly shareOfAText: number;
  @Whole('Places of one text that are marked without leave.', 20)
  readonly placesOfAText: number;
  @Whole('Shortest passage, in characters.', 4)
  readonly shortestPassage: number;
  @Whole('Marks of a side.', 100)
  readonly marksPerSide: number;
}

@ApiSchema({ description: 'Numbers of the rules of repudiation.' })
class RepudiationNumbersShown {
  @Shown({ meaning: 'Acts that a side may declare not to have been its own.', values: REPUDIABLE_ACTS, list: true })
  readonly acts: readonly RepudiableAct[];
}

@ApiSchema({ description: 'Numbers of the rules of outages.' })
class OutageNumbersShown implements Readonly<Record<keyof RuleSet['outage'], number>> {
  @Whole('A gap with an expiry in it counts when it is longer, in minutes.', 30)
  readonly gapMinutes: number;
  @Whole('So many minutes missing before an expiry count, too …', 2)
  readonly shortGapMinutes: number;
  @Whole('… within so many minutes.', 60)
  readonly hourMinutes: number;
}

@ApiSchema({ description: 'Minutes in which the hotline is answered.' })
class HotlineMinutesShown {
  @Whole('Minutes until a request is with the co-heads.', 30)
  readonly coHeads: number;
  @Whole('Minutes until it is with the deputies.', 120)
  readonly deputies: number;
  @Whole('Minutes until it is unanswered.', 360)
  readonly unanswered: number;
}

@ApiSchema({ description: 'How often a side may call.' })
class HotlineRequestsShown {
  @Whole('Most requests of a side.', 20)
  readonly most: number;
  @Whole('Hours in which they are counted.', 24)
  readonly withinHours: number;
}

@ApiSchema({ description: 'Numbers of the rules of the hotline.' })
class HotlineNumbersShown {
  @Group('In a crisis.', () => HotlineMinutesShown)
  readonly crisis: HotlineMinutesShown;
  @Group('In a matter of routine.', () => HotlineMinutesShown)
  readonly routine: HotlineMinutesShown;
  @Group('How often a side calls.', () => HotlineRequestsShown)
  readonly requests: HotlineRequestsShown;
}

@ApiSchema({ description: 'Numbers of the rules of crisis teams.' })
class CrisisTeamNumbersShown implements Readonly<Record<keyof RuleSet['crisisTeam'], number>> {
  @Whole('Members of each side.', 2)
  readonly membersPerSide: number;
  @Whole('Hours for which a team serves every crisis.', 72)
  readonly servesHours: number;
  @Whole('Minutes in which a nonce can be added to the draw.', 10)
  readonly commitMinutes: number;
  @Whole('Minutes in which nonces are laid open then.', 10)
  readonly nonceMinutes: number;
}

@ApiSchema({ description: 'The numbers of a version of the rules that are no clock’s.' })
export class RuleNumbersShown {
  @Group('Panel.', () => PanelNumbersShown)
  readonly panel: PanelNumbersShown;
  @Group('Suspension.', () => SuspensionNumbersShown)
  readonly suspension: SuspensionNumbersShown;
  @Group('Claims that are added or revised.', () => SupplementNumbersShown)
  readonly supplement: SupplementNumbersShown;
  @Group('Many cases at once.', () => ManyCasesNumbersShown)
  readonly manyCases: ManyCasesNumbersShown;
  @Group('Claims that are filed again.', () => RefilingNumbersShown)
  readonly refiling: RefilingNumbersShown;
  @Group('Consultations.', () => ConsultationsNumbersShown)
  readonly consultations: ConsultationsNumbersShown;
  @Group('Compliance.', () => ComplianceNumbersShown)
  readonly compliance: ComplianceNumbersShown;
  @Group('Marks of what is confidential.', () => MarkingNumbersShown)
  readonly marking: MarkingNumbersShown;
  @Group('Repudiation.', () => RepudiationNumbersShown)
  readonly repudiation: RepudiationNumbersShown;
  @Group('Outages.', () => OutageNumbersShown)
  readonly outage: OutageNumbersShown;
  @Group('Hotline.', () => HotlineNumbersShown)
  readonly hotline: HotlineNumbersShown;
  @Group('Crisis team.', () => CrisisTeamNumbersShown)
  readonly crisisTeam: CrisisTeamNumbersShown;
}
