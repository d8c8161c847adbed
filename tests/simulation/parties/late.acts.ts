import { sha256 } from '@parley/event-store';
import { plusMillis, type Instant, type PartyCode } from '@parley/kernel';
import type { LateEntries } from '@parley/procedure';
import type { SeededRandom } from '../../chaos/seeded-random';
import { official, type ActKind, type View } from './act-kind';
import type { Offer } from './attempt';
import { complianceActs } from './compliance.acts';
import { consultationsActs } from './consultations.acts';
import { intakeActs } from './intake.acts';
import { lateAnswer, type LateCommand } from './late-answer';
import { panelActs } from './panel.acts';
import { otherCountry } from './countries';
import { settlementActs } from './settlement.acts';

const MINUTE = 60_000;

/** Limits that have passed, or run, and that an act which came by another channel may answer. */
export interface Limit {
  readonly id: string;
  readonly clock: string;
  readonly dueAt: Instant;
}

/** Acts as they are offered at any time, by the clock that they answer. */
const BY_CLOCK: Readonly<Record<string, readonly [name: string, kinds: readonly ActKind[]]>> = {
  cure: ['CureDeficiency', intakeActs],
  reply: ['FileReply', intakeActs],
  'reply-among-many': ['FileReply', intakeActs],
  call: ['AnswerCall', consultationsActs],
  nomination: ['NominateMember', panelActs],
  challenge: ['ChallengeMember', panelActs],
  'successor-nomination': ['NominateMember', panelActs],
  'successor-challenge': ['ChallengeMember', panelActs],
  'interim-comments': ['CommentInterim', panelActs],
  'conciliation-answer': ['AcceptConciliation', settlementActs],
  'status-report': ['GiveStatusReport', complianceActs],
};

/** Of an obligation, whose id names neither country. The reports, whose ids do, are there already. */
const isVerification = (id: string): boolean => id.startsWith('verification:');

/** Everything in the view that is awaited, or was and did not come. */
function limitsOf({ filed, panel, evidence, settlement, compliance, register }: View): readonly Limit[] {
  const of = (...clocks: readonly Readonly<Record<string, Limit>>[]) => clocks.flatMap((each) => Object.values(each));
  // The complainant's come first, whichever country it is (I-07).
  const rank = ({ party }: { readonly party: string }): number => Number(party !== filed.parties.complainant);
  const agreements = [compliance, register].flatMap((state) =>
    state.status === 'in-force' ? state.reports.toSorted((one, other) => rank(one) - rank(other)) : [],
  );
  return [
    ...of(filed.running, filed.lapsed),
    ...(filed.status === 'ended' ? filed.stopped.deadlines : []),
    ...(panel.status === 'opened' ? of(panel.running, panel.lapsed) : []),
    ...(evidence.status === 'unknown' ? [] : of(evidence.running, evidence.lapsed)),
    ...(settlement.status === 'filed' ? settlement.conciliations.map(({ answer }) => answer) : []),
    ...agreements.map(({ deadline }) => deadline),
    ...[compliance, register].flatMap((state) =>
      state.status === 'in-force' ? of(state.running, state.silences).filter(({ id }) => isVerification(id)) : [],
    ),
  ];
}

/** Mostly shortly before the end; now and then too late, too early, or not yet. */
const cameBefore = ({ dueAt }: Limit, { now }: View, random: SeededRandom): Instant => {
  if (random.percent(6)) return random.pick([dueAt, plusMillis(now, MINUTE), plusMillis(now, -400 * 24 * 60 * MINUTE)]);
  const came = plusMillis(dueAt, -random.between(1, 600) * MINUTE);
  return came > now ? now : came;
};

/** Its own side enters an act, by its desk or its registry; now and then an outage covers the instant. */
function claiming(view: View, cameAt: Instant, act: LateCommand, random: SeededRandom) {
  const side = act.party && random.percent(97) ? { ...view, party: act.party } : view;
  const office = random.pick(['desk', 'registry'] as const);
  const covered = random.percent(45) ? [{ from: plusMillis(cameAt, -MINUTE), to: view.now }] : [];
  return {
    type: 'ClaimLateEntry',
    ...official(office, side),
    office,
    entryId: view.serial,
    channel: 'A note',
    cameAt,
    ...{ original: sha256(view.serial), outages: covered, act: random.percent(2) ? { ...act, party: null } : act },
  } as const;
}

type Desk = 'intake' | 'panel' | 'evidence' | 'settlement' | 'compliance' | 'register';

/** The entries of each part of a case. */
const entriesIn = (view: View): readonly (readonly [Desk, LateEntries<unknown>])[] => [
  ['intake', view.filed.lateEntries],
  ...(view.panel.status === 'opened' ? [['panel', view.panel.lateEntries] as const] : []),
  ...(view.evidence.status === 'unknown' ? [] : [['evidence', view.evidence.lateEntries] as const]),
  ...(view.settlement.status === 'filed' ? [['settlement', view.settlement.lateEntries] as const] : []),
  ...(['compliance', 'register'] as const).flatMap((desk) => {
    const agreement = view[desk];
    return agreement.status === 'in-force' ? [[desk, agreement.lateEntries] as const] : [];
  }),
];

const offerIn = (desk: Desk, view: View, command: object): Offer =>
  ({ desk, caseId: view.caseId, command }) as unknown as Offer;

/** Acts that came by another channel, and what the registry of the other side says of them. */
export const lateActs: readonly ActKind[] = [
  {
    name: 'ClaimLateEntry',
    answers: ['cure', 'consultations', 'challenge', 'review', 'settlement-window', 'compliance-review', 'translation'],
    offer(view, random) {
      const limits = limitsOf(view).filter(({ clock }) => clock in BY_CLOCK || lateAnswer.answers(clock));
      const recent = limits.filter(({ dueAt }) => dueAt > plusMillis(view.now, -4 * 24 * 60 * MINUTE));
      const limit =
        recent.length > 0 && random.percent(85) ? random.pick(recent) : limits.length > 0 && random.pick(limits);
      if (!limit) return undefined;
      const cameAt = cameBefore(limit, view, random);
      const [name, kinds] = BY_CLOCK[limit.clock] ?? [];
      const then = { ...view, now: cameAt, party: partyOf(limit, view) };
      const offered =
        lateAnswer.offer(limit, then, random) ??
        (kinds?.find((kind) => kind.name === name)?.offer(then, random) as
          { readonly desk: Desk; readonly command: LateCommand } | undefined);
      return offered && offerIn(offered.desk, view, claiming(view, cameAt, offered.command, random));
    },
  },
  {
    name: 'AnswerLateEntry',
    answers: ['late-entry-answer', 'paper-answer'],
    offer(view, random) {
      const open = entriesIn(view).flatMap(([desk, entries]) =>
        entries.filter(({ end }) => end === null || random.percent(5)).map((entry) => ({ desk, entry })),
      );
      if (open.length === 0) return undefined;
      const { desk, entry } = random.pick(open);
      const party: PartyCode = random.percent(94) ? otherCountry(view.countries, entry.party) : entry.party;
      const command = {
        type: 'AnswerLateEntry',
        ...official('registry', { ...view, party }),
        entryId: random.percent(97) ? entry.entryId : 'nothing',
        verdict: random.percent(70) ? 'confirmed' : 'refused',
        original: random.percent(95) ? entry.original : sha256('something else'),
        reason: [],
      };
      return offerIn(desk, view, command);
    },
  },
];

/** The side whose name a limit bears, where it bears one. */
const partyOf = ({ id }: Limit, { party, countries }: View): PartyCode => {
  const other = otherCountry(countries, party);
  return id.includes(`:${other}:`) ? other : party;
};
