import { accept, type Decision } from '@parley/kernel';
import { enterLate, entryOf, type RunningDeadline } from '@parley/procedure';
import { defaultSetAside } from '../fallback/default-set-aside';
import type { EnterDossierSignature } from '../referral-commands';
import type { ReferralEvent } from '../referral-events';
import type { FiledReferral } from '../referral-state';
import type { Dossier } from './dossier';
import { dossierDeadline } from './request-dossier.decide';
import { signDossier } from './sign-dossier.decide';

/**
 * I-19: that a co-head signed in time is proved only later. The dossier that went out stands as it is, and is noted to
 * be signed.
 */
export function enterDossierSignature(command: EnterDossierSignature, state: FiledReferral): Decision<ReferralEvent> {
  const { act, cameAt } = command;
  const entry = entryOf(command, 'dossier-signature');
  if ('kind' in entry) return entry;
  const answered = { ids: [dossierDeadline(act.n)], running: state.running, lapsed: unsignedIn(state) };
  return enterLate<FiledReferral, RunningDeadline, ReferralEvent>(entry, answered, state, {
    undo: () => ({
      ...state,
      dossiers: state.dossiers.map((dossier) => (dossier.n === act.n ? stillSigning(dossier) : dossier)),
    }),
    decide: (before) => {
      const decision = signDossier(act, before);
      return decision.kind === 'refused' || before === state
        ? decision
        : accept<ReferralEvent>(...decision.events.filter(({ type }) => type === 'DossierSigned'));
    },
    setAside: (said) => [defaultSetAside(said, cameAt)],
  });
}

const unsignedIn = ({ dossiers }: FiledReferral): Readonly<Record<string, RunningDeadline>> =>
  Object.fromEntries(
    dossiers.flatMap((dossier) =>
      dossier.status !== 'signing' && dossier.end.by === 'default'
        ? [[dossier.deadline.id, dossier.deadline] as const]
        : [],
    ),
  );

const stillSigning = ({
  n,
  party,
  forumRules,
  request,
  basis,
  requestedAt,
  deadline,
  signatures,
  assembly,
}: Dossier): Dossier => ({
  status: 'signing',
  n,
  party,
  forumRules,
  request,
  basis,
  requestedAt,
  deadline,
  signatures,
  ...(assembly ? { assembly } : {}),
});
