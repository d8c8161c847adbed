import { REPUDIABLE_ACTS, type RuleSet } from './rule-set';
import { complexClocks, MORE_AMONG_MANY, standardClocks } from './rule-set-2026-1.clocks';
import { compliance2026 } from './rule-set-2026-1.compliance';
import { graphs2026 } from './rule-set-2026-1.graphs';
import { silence2026 } from './rule-set-2026-1.silence';
import { urgentClocks } from './rule-set-2026-1.urgent-clocks';

/** The rules of procedure of the first edition. Never edited once a case is pinned to it: a change is a new version. */
export const ruleSet2026: RuleSet = {
  version: '2026-1',
  seat: { zone: 'Europe/Zurich', dayEnd: '17:00:00.000' },
  tracks: {
    standard: { seatsPerSide: 2, addedDaysPerSide: 60, clocks: standardClocks },
    complex: { seatsPerSide: 3, addedDaysPerSide: 60, clocks: complexClocks },
    urgent: { seatsPerSide: 1, addedDaysPerSide: 10, clocks: urgentClocks },
  },
  silence: silence2026,
  graphs: graphs2026,
  panel: {
    coChairsPerSide: 1,
    peremptoryReplacementsPerSide: 1,
    lateChallengesPerMember: 1,
    namesPerSeat: 2,
    drawsInARowPerSeat: 3,
  },
  suspension: { longestMonths: 12, consentOf: ['complainant', 'respondent'] },
  supplement: { untilDay: 60 },
  manyCases: { fromCase: 4, withinJointBusinessDays: 20, moreForEachReply: MORE_AMONG_MANY },
  refiling: { afterMonths: 12 },
  compliance: compliance2026,
  consultations: { callTakenWithinMinutes: 30, movesOfACallPerSide: 1 },
  marking: { shareOfAText: 3, placesOfAText: 20, shortestPassage: 4, marksPerSide: 100 },
  repudiation: { acts: REPUDIABLE_ACTS },
  outage: { gapMinutes: 30, shortGapMinutes: 2, hourMinutes: 60 },
  hotline: {
    crisis: { coHeads: 30, deputies: 120, unanswered: 360 },
    routine: { coHeads: 1_440, deputies: 2_880, unanswered: 4_320 },
    requests: { most: 20, withinHours: 24 },
  },
  crisisTeam: { membersPerSide: 2, servesHours: 72, commitMinutes: 10, nonceMinutes: 10 },
};
