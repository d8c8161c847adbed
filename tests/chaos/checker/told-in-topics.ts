import { contextOf, nameOf, type HistoryEntry } from './case-record';

/**
 * What each recorded event makes its context tell, in the words of the contract: a second statement of what the services themselves do,
 * against which their topics are held. What is not here is told to nobody.
 */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  'intake GrievanceFiled': ['GrievanceFiled'],
  'intake CaseRegistered': ['CaseRegistered'],
  'intake GrievanceServed': ['GrievanceServed'],
  'intake ReplyFiled': ['ReplyReceived', 'ReplyServed'],
  'intake ReplyLapsed': ['ReplyLapsed'],
  'intake OutageNoted': ['OutageNoted'],
  'intake FallbackEntryMade': ['FallbackEntryMade'],
  'intake ReplyLapseSetAside': ['ReplyReceived', 'ReplyServed'],
  'intake CallOffered': ['CallRecorded'],
  'intake CallAnswered': ['CallRecorded'],
  'intake CallUnanswered': ['CallRecorded'],
  'intake ConsultationsClosed': ['ConsultationsClosed'],
  'intake ScreeningEnded': ['ScreeningEnded'],
  'intake LapseSetAside': ['LapseSetAside'],
  'evidence ExhibitAccepted': ['ExhibitAccepted'],
  'evidence PublicVersionFiled': ['PublicVersionFiled'],
  'evidence CustodyHandedOver': ['CustodyHandedOver'],
  'panelreview MemberNominated': ['PanelFact'],
  'panelreview DisclosureMade': ['PanelFact'],
  'panelreview ChallengeMade': ['PanelFact'],
  'panelreview ChallengeTimeEnded': ['PanelFact'],
  'panelreview ChallengeDecided': ['PanelFact'],
  'panelreview MemberReplaced': ['PanelFact'],
  'panelreview MemberRecused': ['PanelFact'],
  'panelreview InterimCommentsClosed': ['PanelFact'],
  'panelreview VotingTimeEnded': ['PanelFact'],
  'panelreview FindingsAwaitParity': ['PanelFact'],
  'panelreview FindingsCertified': ['PanelFact'],
  'panelreview PanelOpened': ['PanelOpened'],
  'panelreview MemberDrawn': ['MemberDrawn'],
  'panelreview PanelConvened': ['PanelConvened'],
  'panelreview ParityRestored': ['PanelConvened', 'PanelFact'],
  'panelreview PanelImpossible': ['PanelImpossible'],
  'panelreview ReviewOpened': ['ReviewOpened'],
  'panelreview InterimIssued': ['InterimIssued', 'InterimServed'],
  'panelreview InterimMissing': ['InterimIssued'],
  'panelreview InterimCommented': ['InterimCommented'],
  'panelreview FindingsDecided': ['FindingsDecided'],
  'panelreview FindingsIssued': ['FindingsIssued'],
  'referral ExitNoticeGiven': ['ExitNoticeGiven'],
  'referral DossierRequested': ['DossierRequested'],
  'referral DossierIssued': ['DossierIssued'],
};

/** The names of what an event makes its context tell, in order. */
export function toldOf(entry: HistoryEntry): readonly string[] {
  // A member who is drawn in the place of another is told as that one's removal, too.
  const instead = entry.type === 'MemberDrawn' ? (entry.payload as { readonly instead?: string | null } | undefined)?.instead : undefined;
  return [...(TOLD[nameOf(entry)] ?? []), ...(instead ? ['PanelFact'] : []), ...(tellsOfClocks(entry) ? ['ClocksMoved'] : [])];
}

const TELLING_OF_CLOCKS: readonly string[] = ['evidence', 'panelreview', 'referral'];

/** Each event of these contexts that moves a clock is told as that, too. */
function tellsOfClocks(entry: HistoryEntry): boolean {
  const { opens = [], closes = [] } = (entry.payload ?? {}) as { readonly opens?: readonly unknown[]; readonly closes?: readonly unknown[] };
  return TELLING_OF_CLOCKS.includes(contextOf(entry)) && opens.length + closes.length > 0;
}
