import { sha256 } from '@parley/event-store';
import { plusMillis, type Instant, type PersonId } from '@parley/kernel';
import type { CureDeficiency } from '../../../services/intake/src/case/case-commands.rules';
import type { LateAct } from '../../../services/panel-review/src/late-entries/late-entries.rules';
import type { GiveStatusReport } from '../../../services/referral/src/compliance/agreement-commands.rules';
import type { SignDossier } from '../../../services/referral/src/referral/common-refusals.rules';
import type { AcceptConciliation } from '../../../services/referral/src/settlement/settlement-region.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import { official, type ActKind, type View } from './act-kind';
import type { Offer } from './attempt';
import { complianceActs } from './compliance.acts';
import { intakeActs } from './intake.acts';
import { isMetThen, latePanelAct } from './late-panel-act';
import { panelActs } from './panel.acts';
import { referralActs } from './referral.acts';
import { settlementActs } from './settlement.acts';

const MINUTE = 60_000;

/** A limit, running or passed, that an act from another channel may answer. */
interface Limit {
  readonly id: string;
  readonly clock: string;
  readonly dueAt: Instant;
}

const BY_CLOCK: Readonly<Record<string, string>> = {
  nomination: 'NominateMember',
  challenge: 'ChallengeMember',
  'challenge-decision': 'SignChallengeDecision',
  'interim-comments': 'CommentInterim',
  certification: 'CertifyFindings',
};

/**
 * The instant at which a late entry came: mostly before the end of the limit, now and then too late, too early, or in
 * the future.
 */
export const cameBefore = ({ dueAt }: Limit, { now }: View, random: SeededRandom): Instant => {
  if (random.percent(6)) return random.pick([dueAt, plusMillis(now, MINUTE), plusMillis(now, -400 * 24 * 60 * MINUTE)]);
  const came = plusMillis(dueAt, -random.between(1, 3_000) * MINUTE);
  return came > now ? now : came;
};

/** The act of a kind, as it would have been done then. */
function actThen(
  kinds: readonly ActKind[],
  name: string,
  view: View,
  now: Instant,
  random: SeededRandom,
): Offer | undefined {
  return kinds.find((kind) => kind.name === name)?.offer({ ...view, now }, random);
}

export const entering = (view: View, cameAt: Instant) => ({
  ...official('registry', view),
  entryId: view.serial,
  channel: 'A note handed over',
  cameAt,
});

function panelEntry(view: View, random: SeededRandom): Offer | undefined {
  const { panel } = view;
  if (panel.status !== 'opened') return undefined;
  const limits = [...Object.values(panel.lapsed), ...Object.values(panel.lapsed), ...Object.values(panel.running)];
  const ofSide = ({ id, clock }: Limit): boolean =>
    clock in BY_CLOCK && (clock.startsWith('challenge') || !id.includes(':') || id.includes(view.party));
  const own = limits.filter((limit) => isMetThen(limit) || ofSide(limit));
  const limit = own.length > 0 ? random.pick(own) : undefined;
  if (!limit) return undefined;
  const cameAt = cameBefore(limit, view, random);
  const act = isMetThen(limit)
    ? latePanelAct(limit, panel, view, cameAt, random)
    : (actThen(panelActs, BY_CLOCK[limit.clock] ?? '', view, cameAt, random)?.command as LateAct | undefined);
  return (
    act && {
      desk: 'panel',
      caseId: view.caseId,
      command: { type: 'EnterFallbackAct', ...entering(view, cameAt), act: inItsName(act, view, random) },
    }
  );
}

/** The act, now and then in nobody's name, or in the name of the officer who enters it. */
export function inItsName<Command extends { readonly by: PersonId }>(
  act: Command,
  view: View,
  random: SeededRandom,
): Command {
  if (random.percent(2)) return { ...act, party: null };
  return random.percent(2) ? { ...act, by: official('registry', view).by } : act;
}

interface LateOffer<Command> {
  readonly offer: Offer;
  readonly entry: ReturnType<typeof entering> & { readonly act: Command };
}

/** An acceptance, a signature or a report. */
function lateOf<Command extends { readonly by: PersonId }>(
  kinds: readonly ActKind[],
  name: string,
  limits: readonly Limit[],
  view: View,
  random: SeededRandom,
): LateOffer<Command> | undefined {
  const limit = limits.length > 0 ? random.pick(limits) : undefined;
  if (!limit) return undefined;
  const cameAt = cameBefore(limit, view, random);
  const offer = actThen(kinds, name, view, cameAt, random);
  return (
    offer && {
      offer,
      entry: { ...entering(view, cameAt), act: inItsName(offer.command as unknown as Command, view, random) },
    }
  );
}

/** The time for a cure, running or stopped when the case was closed. */
const cureOf = ({ filed }: View): readonly Limit[] =>
  (filed.status === 'ended' ? filed.stopped.deadlines : Object.values(filed.running)).filter(({ id }) => id === 'cure');

export const fallbackActs: readonly ActKind[] = [
  {
    name: 'EnterFallbackCure',
    answers: ['cure', 'retrieval'],
    offer(view, random) {
      const late = lateOf<CureDeficiency>(intakeActs, 'CureDeficiency', cureOf(view), view, random);
      return late && { desk: 'intake', caseId: view.caseId, command: { type: 'EnterFallbackCure', ...late.entry } };
    },
  },
  {
    name: 'EnterFallbackAct',
    answers: ['disclosure', 'challenge', 'review', 'certification', 'settlement-window'],
    offer: panelEntry,
  },
  {
    name: 'EnterConciliationAnswer',
    answers: ['consultations', 'review'],
    offer(view, random) {
      const proposed =
        view.settlement.status === 'filed' ? view.settlement.conciliations.map(({ answer }) => answer) : [];
      const late = lateOf<AcceptConciliation>(settlementActs, 'AcceptConciliation', proposed.slice(-1), view, random);
      return (
        late && { desk: 'settlement', caseId: view.caseId, command: { type: 'EnterConciliationAnswer', ...late.entry } }
      );
    },
  },
  {
    name: 'EnterTextSignature',
    answers: ['settlement-window', 'settlement-window', 'dossier', 'compliance-review'],
    offer(view, random) {
      const { settlement } = view;
      if (settlement.status !== 'filed' || !settlement.window) return undefined;
      const tabled =
        settlement.texts.find(({ n }) => n === (settlement.onTheTable ?? settlement.leftOnTheTable)) ??
        settlement.texts.at(-1);
      const unsigned = view.countries.filter((country) => !tabled?.signatures.some(({ party }) => party === country));
      if (!tabled && !random.percent(4)) return undefined;
      const party = unsigned.length > 0 && random.percent(94) ? random.pick(unsigned) : view.party;
      const cameAt = cameBefore(settlement.window, view, random);
      const digest = tabled && random.percent(96) ? tabled.digest : sha256('something else');
      const act = {
        type: 'SignText',
        ...official('desk', { ...view, party, now: cameAt }),
        n: random.percent(97) ? (tabled?.n ?? 1) : 99,
        digest,
      } as const;
      return {
        desk: 'settlement',
        caseId: view.caseId,
        command: { type: 'EnterTextSignature', ...entering(view, cameAt), act: inItsName(act, view, random) },
      };
    },
  },
  {
    name: 'EnterDossierSignature',
    answers: ['dossier'],
    offer(view, random) {
      const dossiers = view.referral.status === 'filed' ? view.referral.dossiers.map(({ deadline }) => deadline) : [];
      const late = lateOf<SignDossier>(referralActs, 'SignDossier', dossiers.slice(-1), view, random);
      return (
        late && { desk: 'referral', caseId: view.caseId, command: { type: 'EnterDossierSignature', ...late.entry } }
      );
    },
  },
  {
    name: 'EnterStatusReport',
    answers: ['compliance-review'],
    offer(view, random) {
      const reports = [view.compliance, view.register].flatMap((state) =>
        state.status === 'in-force' ? state.reports : [],
      );
      const late = lateOf<GiveStatusReport>(
        complianceActs,
        'GiveStatusReport',
        reports.filter(({ party }) => party === view.party).map(({ deadline }) => deadline),
        view,
        random,
      );
      if (!late || (late.offer.desk !== 'compliance' && late.offer.desk !== 'register')) return undefined;
      return { desk: late.offer.desk, caseId: view.caseId, command: { type: 'EnterStatusReport', ...late.entry } };
    },
  },
];
