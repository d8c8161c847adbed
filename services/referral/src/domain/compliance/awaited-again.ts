import type { AgreementInForce } from './agreement-state';

/** A report is awaited once more: that it was missing, or came late, is set aside. */
export const awaitedAgain = (state: AgreementInForce, deadlineId: string): AgreementInForce => ({
  ...state,
  reports: state.reports.map((report) => (report.deadline.id === deadlineId ? { ...report, state: 'due' } : report)),
});
