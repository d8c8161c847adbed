import type { CaseHistory } from '../../simulation/history/case-history';
import { opensOf, said, saidIn, type Said } from './bytes';
import { ofEachCase, type Rule } from './rule';

/**
 * What a side can do alone that plays to win without the better case, clause by clause. Each is asked of every history,
 * whoever plays in it; the simulation counts how often a side tried.
 */

const DAY_MS = 86_400_000;
const daysFrom = (one: string, other: string): number => (Date.parse(other) - Date.parse(one)) / DAY_MS;
const firstOf = (events: readonly Said[], ...types: readonly string[]): Said | undefined =>
  events.find(({ type }) => types.includes(type));
const sidesOf = ({ parties }: CaseHistory): readonly string[] => [parties.complainant, parties.respondent];

/** When S8 began, or S9 without it; `undefined` before. */
const interimAt = (each: CaseHistory): string | undefined =>
  firstOf(saidIn(each.panel), 'InterimIssued', 'InterimMissing')?.at;

/**
 * From the interim text on no person ends a screening but by withdrawing what is left and its own: the complainant, or
 * the respondent where its own claims alone are left of those that both have joined.
 */
export const endedByNoSideAlone = ofEachCase('I-68', (each) => {
  const from = interimAt(each);
  const closedAt = firstOf(saidIn(each.panel), 'FindingsDecided')?.at;
  // An end that was recorded before the close was heard of is followed by the findings.
  const ends = saidIn(each.intake).filter(({ type }) => type === 'ScreeningEnded');
  return ends.slice(-1).flatMap(({ at, party, data }) => {
    if (party === null || from === undefined || at <= from) return [];
    const own = party === each.parties.complainant || onlyJoinedAreLeft(saidIn(each.intake));
    return data['outcome'] === 'withdrawn' && own && (closedAt === undefined || at < closedAt)
      ? []
      : [`${party} alone ended the screening as ${String(data['outcome'])}`];
  });
});

function onlyJoinedAreLeft(intake: readonly Said[]): boolean {
  const left = intake.findLast(({ type }) => type === 'ClaimsWithdrawn')?.data['remaining'] as
    readonly string[] | undefined;
  const joined = intake
    .filter(({ type, data }) => type === 'GrievanceAmended' && data['kind'] === 'joinder')
    .flatMap(({ data }) => data['added'] as readonly string[]);
  return left?.every((claim) => joined.includes(claim)) ?? false;
}

const closesOf = ({ data }: Said): readonly string[] => (data['closes'] ?? []) as readonly string[];

/** What leaves a seat empty, challenged or filled again. */
const OF_SEATS = ['MemberRecused', 'MemberReplaced', 'ChallengeMade', 'ChallengeDecided', 'SeatLeftEmpty'];

/**
 * No limit ends sooner for a seat that is empty, challenged or filled again; where one side has no name left before the
 * interim text, the end says which.
 */
export const nearerByNoSeat = ofEachCase('I-69', (each) => {
  const due = new Map<string, string>();
  const sooner = saidIn(each.panel).flatMap((event) => {
    const nearer = opensOf(event).filter(({ id, dueAt }) => dueAt < (due.get(id) ?? ''));
    // What has ended, and is opened anew, ends no sooner than it did.
    for (const id of closesOf(event)) due.delete(id);
    for (const { id, dueAt } of opensOf(event)) due.set(id, dueAt);
    return OF_SEATS.includes(event.type) ? nearer.map(({ id }) => `${event.type} brought ${id} nearer`) : [];
  });
  const impossible = saidIn(each.panel).filter(({ type }) => type === 'PanelImpossible');
  const named = saidIn(each.intake).flatMap(({ type, at, data }) => {
    const { reason, sides } = (data['by'] ?? {}) as { readonly reason?: string; readonly sides?: readonly string[] };
    if (type !== 'ScreeningEnded' || reason !== 'roster-exhausted') return [];
    const then = impossible.filter((event) => event.at === at);
    const lacking = then.flatMap((event) => [event.data['lacking'], event.data['unseated']].flat());
    const fits = sides && sides.length > 0 && sides.every((side) => lacking.includes(side));
    return fits ? [] : [`the screening ended for want of a name of ${String(sides)}`];
  });
  return [...sooner, ...named];
});

/** What is kept by one side of its own people and of who speaks for it. */
const REGISTERS = /^(panelreview\.roster|intake\.party|intake\.watchlist)-/;

/**
 * Nobody's register holds an act of the other side's people; and of the other side's members a side can challenge each
 * once, once more for each fact that came later, and replace one.
 */
export const othersAreLeftAlone: Rule = {
  invariant: 'I-66',
  check: ({ log, cases }) => [
    ...log
      .filter(({ stream }) => REGISTERS.test(stream))
      .flatMap((recorded) => {
        const [event] = said([recorded]);
        const of = (event?.data['roster'] ?? event?.data['register']) as string | undefined;
        return event?.party && of !== undefined && of !== event.party
          ? [`${event.type} by ${event.party} on what is kept by ${of}`]
          : [];
      }),
    ...cases.flatMap((each) => sidesOf(each).flatMap((side) => attacksOf(side, each))),
  ],
};

function attacksOf(side: string, each: CaseHistory): readonly string[] {
  const panel = saidIn(each.panel);
  const challenged = panel.filter(({ type, data }) => type === 'ChallengeMade' && data['challengedBy'] === side);
  const replaced = panel.filter(({ type, data }) => type === 'MemberReplaced' && data['replacedBy'] === side);
  const serial = [...Map.groupBy(challenged, ({ data }) => String(data['member']))].flatMap(([member, made]) => {
    const disclosures = panel.filter(({ type, data }) => type === 'DisclosureMade' && data['member'] === member);
    return made.length > disclosures.length + 1 ? [`${side} challenged ${member} ${String(made.length)} times`] : [];
  });
  const ownMembers = challenged.filter(({ data }) => data['party'] === side);
  return [
    ...serial,
    ...(replaced.length > 1 ? [`${side} replaced ${String(replaced.length)} members`] : []),
    ...ownMembers.map(({ data }) => `${side} challenged ${String(data['member'])}, a member of its own`),
  ];
}

/** The most calendar days that the page gives to a track, each addition, and a standstill. */
const LONG_STOP: Readonly<Record<string, number>> = { standard: 150, complex: 210, urgent: 30 };
const MOST_OF_A_SIDE: Readonly<Record<string, number>> = { standard: 60, complex: 60, urgent: 10 };
const MOST_EXTENDED = 60;
const MOST_SUSPENDED = 366;
/** A limit that ends on a holiday rolls past the longest row of them. */
const ROLLED = 12;
/** What moves limits by itself, and is asked elsewhere. */
const MOVED = ['OutageNoted', 'CalendarNoted', 'ScreeningReopened', 'DefaultSetAside', 'LapseSetAside', 'RulesAdopted'];

/**
 * The deliberation closes within the long-stop, what both sides signed, what seats added on each side's account and
 * what stood still: whatever a side did alone, the other waited no longer.
 */
export const noTimeIsWon = ofEachCase('I-69', (each) => {
  const [intake, panel] = [saidIn(each.intake), saidIn(each.panel)];
  const registered = firstOf(intake, 'CaseRegistered');
  const tracks = intake.flatMap((event) =>
    opensOf(event).flatMap(({ id, track }) => (id === 'long-stop' && track ? [track] : [])),
  );
  const counts = panel.filter(({ type }) => type === 'SeatTimeCounted').map(({ data }) => data['accounts']);
  const accounts = counts as readonly (readonly { readonly party: string; readonly days: number }[])[];
  const most = Math.max(0, ...tracks.map((track) => MOST_OF_A_SIDE[track] ?? 0));
  const over = accounts.flat().filter(({ days }) => days > most);
  const stood = intake.flatMap(({ type, at }, index) => {
    if (type !== 'ScreeningSuspended') return [];
    return [daysFrom(at, firstOf(intake.slice(index), 'ScreeningResumed', 'ScreeningEnded')?.at ?? at)];
  });
  const suspended = stood.reduce((sum, days) => sum + days, 0);
  const closedAt = firstOf(panel, 'FindingsDecided')?.at;
  const extended = intake.some(({ type, data }) => type === 'DeadlineExtended' && data['deadlineId'] === 'long-stop');
  const seats = (accounts.at(-1) ?? []).reduce((sum, { days }) => sum + Math.min(days, most), 0);
  const given =
    Math.max(0, ...tracks.map((track) => LONG_STOP[track] ?? 0)) + (extended ? MOST_EXTENDED : 0) + seats + suspended;
  const moved = [...intake, ...panel].some(({ type }) => MOVED.includes(type));
  const waited = registered && closedAt ? daysFrom(registered.at, closedAt) : 0;
  return [
    ...over.map(({ party, days }) => `${String(days)} days are added on the account of ${party}`),
    ...(suspended > MOST_SUSPENDED + ROLLED && !moved
      ? [`the screening stood still for ${String(suspended)} days`]
      : []),
    ...(!moved && waited > given + ROLLED
      ? [`the close was waited for ${String(waited)} days, not ${String(given)}`]
      : []),
  ];
});
