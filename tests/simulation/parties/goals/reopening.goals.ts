import { plusMillis } from '@parley/kernel';
import type { OpenedPanel } from '../../../../services/panel-review/src/panel/panel-state.rules';
import { official, type View } from '../act-kind';
import { agree, forkOf, hasReopened, REASON, waits, type Goal, type Step } from './goal';
import { towardsInterim } from './panel.goals';

/** Longer than it takes until a default is on record. */
const SOON_MS = 60_000;

/** The complainant withdraws the whole case, and both parties reopen it. */
function endAndReopen(view: View): Step | undefined {
  const { filed, caseId } = view;
  if (filed.status === 'ended')
    return filed.outcome === 'withdrawn' ? agree(view, { kind: 'reopening', reason: REASON }) : undefined;
  const { complainant } = filed.parties;
  return {
    party: complainant,
    at: plusMillis(view.now, 1),
    act: (seen) => ({ desk: 'intake', caseId, command: { type: 'WithdrawGrievance', ...official('desk', seen) } }),
  };
}

/** The screening ends in a stage of the panel and is reopened, so that it goes on in that stage. */
const reopenedIn = (stage: OpenedPanel['stage']['name']): Goal => ({
  name: `a screening that ends and is reopened when the panel is ${stage}`,
  step(view) {
    const { panel, filed } = view;
    if (panel.status !== 'opened' || hasReopened(view)) return undefined;
    if (panel.stage.name !== stage) return stage === 'interim-comments' ? towardsInterim(view) : undefined;
    return filed.status === 'registered' || filed.status === 'ended' ? endAndReopen(view) : undefined;
  },
});

/**
 * Findings are issued and at the same time the complainant withdraws. The window for a settlement opens, and ends when
 * the screening is reopened; or that is only once it has lapsed.
 */
const reopenedInWindow: Goal = {
  name: 'a screening that is reopened within the window for a settlement',
  step(view) {
    const { panel, filed, settlement } = view;
    if (panel.status !== 'opened' || hasReopened(view)) return undefined;
    const { stage } = panel;
    const window = settlement.status === 'filed' ? settlement.running['settlement-window']?.dueAt : undefined;
    if (window && filed.status === 'ended' && forkOf(view, 2) === 0)
      return waits(view.party, plusMillis(window, SOON_MS));
    if (stage.name === 'issued' && (filed.status === 'registered' || filed.status === 'ended'))
      return endAndReopen(view);
    if (stage.name !== 'certifying') return undefined;
    const signer = view.countries.find(
      (country) => !stage.decision.certifications.some(({ party }) => party === country),
    );
    return signer && certify(view, signer, stage.decision.digest);
  },
};

const certify = (
  { caseId, now }: View,
  signer: View['party'],
  digest: Extract<OpenedPanel['stage'], { name: 'certifying' }>['decision']['digest'],
): Step => ({
  party: signer,
  at: plusMillis(now, 1),
  act: (seen) => ({ desk: 'panel', caseId, command: { type: 'CertifyFindings', ...official('cohead', seen), digest } }),
});

/** The complainant withdraws in the blink after a time of the panel has passed, before its default is on record. */
const endedLate = (clock: string, names?: number): Goal => ({
  name: `an end right after the time of the ${clock}`,
  ...(names === undefined ? {} : { names }),
  step(view, random) {
    const { filed, panel, now, caseId } = view;
    if (filed.status !== 'registered' || panel.status !== 'opened') return undefined;
    const due = Object.values(panel.running)
      .flatMap((deadline) => (deadline.clock === clock && deadline.dueAt > now ? [deadline.dueAt] : []))
      .toSorted()[0];
    const at = due && plusMillis(due, random.pick([0, 1, 1_000, 5_000, 10_000]));
    return (
      at && {
        party: filed.parties.complainant,
        at,
        act: (seen) => ({ desk: 'intake', caseId, command: { type: 'WithdrawGrievance', ...official('desk', seen) } }),
      }
    );
  },
});

export const reopeningGoals: readonly Goal[] = [
  ...(['composed', 'interim-comments', 'deciding', 'certifying'] as const).map(reopenedIn),
  reopenedInWindow,
  endedLate('certification'),
  endedLate('nomination', 1),
];
