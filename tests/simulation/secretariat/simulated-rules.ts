import type { Instant } from '@parley/kernel';
import { amendedRuleSet, currentRuleSet, standingRuleSets, type RuleSet } from '@parley/procedure';

/** From this instant on cases are filed under the amendment. */
const IN_FORCE_FROM = '2025-05-14T22:00:00.000Z' as Instant;

/** An amendment with other times in every service, some longer and some shorter, and other counts. */
const amended = amendedRuleSet(
  currentRuleSet,
  {
    version: '2026-2',
    amends: currentRuleSet.version,
    numbers: {
      'tracks.standard.clocks.reply.length': 12,
      'tracks.standard.clocks.reply.extension.atMost': 12,
      'tracks.standard.clocks.consultations.length': 13,
      'tracks.standard.clocks.consultations.extension.atMost': 13,
      'tracks.standard.clocks.nomination.length': 8,
      'tracks.standard.clocks.nomination.extension.atMost': 8,
      'tracks.standard.clocks.conciliation-answer.length': 8,
      'tracks.complex.clocks.review.length': 40,
      'tracks.complex.clocks.review.extension.atMost': 40,
      'tracks.urgent.clocks.reply.length': 4,
      'clocks.translation.length': 12,
      'clocks.dossier.length': 6,
      'compliance.reviewEveryMonths': 4,
      'consultations.movesOfACallPerSide': 2,
      'hotline.crisis.deputies': 90,
    },
  },
  IN_FORCE_FROM,
);

/** The versions of the rules of a simulated installation, oldest first. */
export const simulatedRuleSets: readonly RuleSet[] = [...standingRuleSets, amended];

export const RULE_SET_VERSION = currentRuleSet.version;
export const LATER_VERSION = amended.version;
