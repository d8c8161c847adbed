import { hearsCalendars, REGISTER_SUBJECTS } from '@parley/contracts';
import { categoryOf } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { DecidingPorts, ServiceProcess } from '@parley/processes';
import { agreementOutages, callsForCompliance, complianceProcess } from './compliance/compliance.reaction';
import { callsForDossier, dossierProcess, type DossierBuilder } from './dossier/dossier.reaction';
import { follow } from './referral/hearing';
import { commandsFor, HEARS, MOVES_CLOCKS } from './referral/referral.hears';
import { noteIn, type ReferralRepositories } from './referral/repositories';
import { COMPLIANCE_CATEGORY, REFERRAL_CATEGORY, REGISTER_CATEGORY, SETTLEMENT_CATEGORY } from './referral/streams';

const CATEGORIES = [REFERRAL_CATEGORY, SETTLEMENT_CATEGORY, COMPLIANCE_CATEGORY, REGISTER_CATEGORY];

/** What this service does without being asked. */
export const referralProcess = (
  repositories: ReferralRepositories,
  { clock, limits }: Pick<DecidingPorts, 'clock' | 'limits'>,
  builder: DossierBuilder,
): ServiceProcess => ({
  hears: {
    contexts: HEARS,
    reactions: [
      hearsCalendars(limits.countAnew),
      agreementOutages(repositories, limits),
      {
        name: 'hearing',
        concerns: callsForFollowing,
        answer: (event, commandId) => follow(repositories, event, commandsFor(event), commandId),
      },
    ],
  },
  reactions: [
    {
      name: 'dossier',
      categories: [REFERRAL_CATEGORY],
      concerns: callsForDossier,
      react: dossierProcess({ referrals: repositories.referrals, builder, clock }),
      // Each lane packs a bag, which takes the processor and memory for a while.
      lanes: 1,
    },
    {
      name: 'compliance',
      categories: [SETTLEMENT_CATEGORY],
      concerns: callsForCompliance,
      react: complianceProcess(repositories),
    },
  ],
  timers: {
    categories: CATEGORIES,
    waitsFor: ({ stream }) => MOVES_CLOCKS[categoryOf(stream)] ?? [],
    alongside: REGISTER_SUBJECTS,
    fire: ({ timer: { stream, deadlineId }, commandId }) =>
      noteIn(
        repositories,
        stream,
        { type: 'ExpireDeadline', deadlineId },
        { process: 'deadlines', cause: { kind: 'timer', id: deadlineId }, commandId },
      ),
  },
  recounts: {
    categories: CATEGORIES,
    recount: (stream, note, asked) => noteIn(repositories, stream, note, { ...asked, process: 'calendars' }),
  },
});

const callsForFollowing = (event: PublicEvent): boolean => {
  const { referral, settlement } = commandsFor(event);
  return referral.length + settlement.length > 0;
};
