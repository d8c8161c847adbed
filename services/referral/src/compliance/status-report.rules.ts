import { accept, refuse, type Decision, type Instant, type PartyCode } from '@parley/kernel';
import type { Clocks, RunningDeadline } from '@parley/procedure';
import type { GiveStatusReport } from './agreement-commands.rules';
import { keptWords, publicWords, type AgreementEvent, type StatusReportMissed } from './agreement-events.rules';
import {
  jointCheckDeadline,
  owedBy,
  reportDeadline,
  verificationDeadline,
  type AgreementInForce,
  type StatusReport,
} from './agreement.rules';
import { complianceRefusals as refusals } from './compliance.rules';
import { reportedAfter, type Reported } from './reported.rules';

/**
 * S13: before the review, a party reports on each of its own obligations that is not fulfilled, and after that on any
 * of them when it has something else to say. A late report is accepted too, and marked as late. The other side has time
 * to verify what is new in it.
 * @param knownAt when the other side learned of it, from which its time is counted
 */
export function giveStatusReport(
  { by, party, receivedAt, review, entries }: GiveStatusReport,
  state: AgreementInForce,
  clocks: Clocks,
  knownAt: Instant = receivedAt,
) {
  if (party === null || !state.parties.includes(party)) return refuse(refusals.notAParty);
  const report = state.reports.find((each) => each.review === review && each.party === party);
  if (!report || review !== state.review.n) return refuse(refusals.noReportOwed);
  const isGiven = report.state === 'given' || report.state === 'given-late';
  const owed = owedBy(state, party).map(({ terms }) => terms.id);
  const told = new Set(entries.map(({ obligation }) => obligation));
  if (told.size !== entries.length || entries.some(({ obligation }) => !owed.includes(obligation)))
    return refuse(refusals.reportIncomplete, '/entries');
  if (!isGiven && owed.length !== told.size) return refuse(refusals.reportIncomplete, '/entries');
  const news = entries.flatMap((entry) => newsIn(entry, receivedAt, state) ?? []);
  if (isGiven && news.length === 0) return refuse(refusals.reportGiven);
  const opens = news.flatMap((reported) => answerClock(reported, party, knownAt, state, clocks));
  return accept<AgreementEvent>(
    {
      type: 'StatusReportGiven',
      occurredAt: receivedAt,
      rule: 'S13',
      tier: 'PUBLIC',
      data: {
        by,
        party,
        review,
        entries: entries.map(({ obligation, says, note }) => ({
          obligation,
          says,
          ...publicWords(state, 'note', note),
        })),
        late: report.state === 'missing' || report.state === 'given-late',
        opens,
        closes: report.state === 'due' ? [report.deadline.id] : [],
      },
    },
    ...entries.flatMap(({ obligation, note }) =>
      keptWords(state, 'report', { about: obligation, party, words: note, at: receivedAt }),
    ),
  );
}

interface News {
  readonly obligation: string;
  readonly reported: Reported;
}

/** What an entry says that its owner has not said already; nothing where the same awaits its answer. */
function newsIn(
  { obligation, says }: GiveStatusReport['entries'][number],
  at: Instant,
  { obligations, running }: AgreementInForce,
): News | undefined {
  const before = obligations.find(({ terms }) => terms.id === obligation)?.reported;
  const reported = reportedAfter(before, says, at, jointCheckDeadline(obligation) in running);
  return reported === before ? undefined : { obligation, reported };
}

/** The time in which the other side answers what is new, or the co-heads check what is in dispute already. */
function answerClock(
  { obligation: id, reported }: News,
  party: PartyCode,
  at: Instant,
  { parties, running }: AgreementInForce,
  clocks: Clocks,
): readonly RunningDeadline[] {
  const happening = { event: 'StatusReportGiven', at };
  const check = jointCheckDeadline(id);
  if (reported.standing === 'disputed') return check in running ? [] : [clocks.start('joint-check', happening, check)];
  return parties
    .filter((other) => other !== party)
    .map((other) => clocks.start('verification', happening, verificationDeadline(id), other));
}

/** The report did not come. It is shown as missing, in public, as of the end of its time. */
export const reportByDefault = (deadlineId: string, state: AgreementInForce): Decision<StatusReportMissed> => {
  const report = state.reports.find(
    (each) => each.state === 'due' && reportDeadline(each.party, each.review) === deadlineId,
  );
  return report ? accept(missed(report)) : accept();
};

const missed = ({ review, party, deadline }: StatusReport): StatusReportMissed => ({
  type: 'StatusReportMissed',
  occurredAt: deadline.dueAt,
  rule: 'I-54',
  tier: 'PUBLIC',
  data: { review, party, opens: [], closes: [deadline.id] },
});
