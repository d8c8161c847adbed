import { accept, refuse, type Decision } from '@parley/kernel';
import type { GiveStatusReport } from './agreement-commands';
import type { AgreementEvent, StatusReportMissed } from './agreement-events';
import { owedBy, reportDeadline, type AgreementInForce, type StatusReport } from './agreement-state';
import { complianceRefusals as refusals } from './compliance-refusals';
import { keptWords, publicWords } from './words-kept';

/**
 * S13: a party reports on every obligation of its own that is not fulfilled, before the review. A late report is taken
 * too, and says that it is late.
 */
export function giveStatusReport(
  { by, party, receivedAt, review, entries }: GiveStatusReport,
  state: AgreementInForce,
): Decision<AgreementEvent> {
  if (party === null || !state.parties.includes(party)) return refuse(refusals.notAParty);
  const report = state.reports.find((each) => each.review === review && each.party === party);
  if (!report || review !== state.review.n) return refuse(refusals.noReportOwed);
  if (report.state === 'given' || report.state === 'given-late') return refuse(refusals.reportGiven);
  const owed = owedBy(state, party).map(({ terms }) => terms.id);
  const told = entries.map(({ obligation }) => obligation);
  if (owed.length !== told.length || owed.some((id) => !told.includes(id)))
    return refuse(refusals.reportIncomplete, '/entries');
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
        late: report.state === 'missing',
        opens: [],
        closes: report.state === 'due' ? [report.deadline.id] : [],
      },
    },
    ...entries.flatMap(({ obligation, note }) =>
      keptWords(state, 'report', { about: obligation, party, words: note, at: receivedAt }),
    ),
  );
}

/** The report did not come: red, in public, as of the end of its time. */
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
