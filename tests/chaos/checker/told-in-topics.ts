import { contextOf, type HistoryEntry } from './case-record';

/** The parts of an opened deadline on which the told messages depend. */
interface Opened {
  readonly id?: string;
  readonly clock?: string;
  readonly changes?: readonly unknown[];
}

/** The parts of a payload on which the told messages depend. */
interface Payload {
  readonly opens?: readonly Opened[];
  readonly closes?: readonly unknown[];
  readonly removed?: unknown;
  readonly act?: string;
  readonly by?: unknown;
  readonly instead?: string | null;
  readonly personId?: string;
}

type Names = readonly string[];
type Told = Names | ((payload: Payload) => Names);

const PROPOSAL_CLOSED = ['ProposalClosed'] as const;
const FACT = ['PanelFact'] as const;
const DRAW = ['DrawNoted'];
const SERVED_AND_FACT = ['MaterialServed', 'PanelFact'] as const;
const LATE_ENTRY = ['LateEntryNoted'];
const LOAN = ['ExhibitLoan'] as const;
const CONCILIATION = ['ConciliationNoted'] as const;
const OBLIGATION = ['ObligationNoted'] as const;
const STATUS_REPORT = ['StatusReportNoted'] as const;

/** One fact for each limit of the panel that now runs to another end. */
const heardInPerson = ({ personId }: Payload): Names => [...(personId === undefined ? [] : ['PersonHeard']), ...FACT];
const factOfEachRemoved = ({ removed }: Payload): Names => (Array.isArray(removed) ? removed.flatMap(() => FACT) : []);

/**
 * The messages that each recorded event makes its context tell, by the names of the contract. It states a second time
 * what the services themselves do, and their topics are compared with it. An event that is not here is told to nobody.
 */
export const TOLD: Readonly<Record<string, Readonly<Record<string, Told>>>> = {
  intake: {
    GrievanceFiled: ['GrievanceFiled'],
    CaseRegistered: ['CaseRegistered'],
    GrievanceServed: ['GrievanceServed'],
    ReplyFiled: ['ReplyReceived', 'ReplyServed'],
    ReplyLapsed: ['ReplyLapsed'],
    ActRepudiated: ['ActRepudiated'],
    FirstCallMissed: ['FirstCallMissed'],
    CallOffered: ['CallRecorded'],
    CallAnswered: ['CallRecorded'],
    CallUnanswered: ['CallRecorded'],
    CallAccepted: ['CallArranged'],
    CallMoved: ['CallArranged'],
    ConsultationsEscalated: ['ConsultationsEscalated'],
    ConsultationsClosed: ['ConsultationsClosed'],
    JointProposalPut: ['JointProposalPut'],
    NoJointProposal: ['NoJointProposal'],
    ScreeningEnded: ['ScreeningEnded'],
    LapseSetAside: ['LapseSetAside'],
    SummaryRequested: ['SummaryRecorded'],
    SummaryAnswered: ['SummaryRecorded', 'SummaryServed'],
    SummaryUnanswered: ['SummaryRecorded'],
    OutageNoted: ['OutageNoted'],
    CalendarNoted: ['CalendarNoted'],
    LateEntryClaimed: LATE_ENTRY,
    LateEntryCounted: LATE_ENTRY,
    LateEntryRefused: LATE_ENTRY,
    LateEntryLapsed: LATE_ENTRY,
    ReplyLapseSetAside: ['ReplyReceived', 'ReplyServed'],
    // A case that was closed for want of a cure goes on for everybody.
    DefaultSetAside: ({ act }) => (act === 'cure' ? ['LapseSetAside'] : []),
    ClaimsWithdrawn: ['ClaimsWithdrawn'],
    WithdrawnAfterReview: ['RefilingNoted'],
    RefilingConsented: ['RefilingNoted'],
    ClaimsWithdrawalSetAside: ['ClaimsWithdrawalSetAside'],
    DeadlineExtended: ({ opens = [] }) =>
      opens.map(({ id }) => (id === 'long-stop' ? 'LongStopExtended' : 'DeadlineExtended')),
    TrackChanged: ['TrackChanged'],
    SeatTimeAdded: ['LongStopExtended'],
    LongStopReached: ['LongStopReached'],
    RulesAdopted: ['RulesAdopted'],
    ScreeningSuspended: ['ScreeningSuspended'],
    ResumptionNoticeGiven: ['ResumptionNoticeGiven'],
    ScreeningResumed: ['ScreeningResumed'],
    ScreeningReopened: ['ScreeningReopened'],
    CasesConsolidated: ['CasesConsolidated'],
    ConsolidationUndone: ['ConsolidationUndone'],
    GrievanceAmended: ['GrievanceAmended'],
    AmendmentServed: ['AmendmentServed'],
    MeasureCorrected: ['MeasureCorrected'],
    AmendmentAnswered: ['AmendmentReplyReceived', 'AmendmentReplyServed'],
    AmendmentReplyLapsed: ['AmendmentReplyLapsed'],
    AmendmentConsultationsClosed: ['AmendmentConsultationsClosed'],
    ConsentProposed: ['ConsentProposed'],
    ProposalSigned: PROPOSAL_CLOSED,
    ProposalDeclined: PROPOSAL_CLOSED,
    ProposalWithdrawn: PROPOSAL_CLOSED,
    ProposalLapsed: PROPOSAL_CLOSED,
    WithoutPrejudiceReleased: ['WithoutPrejudiceReleased'],
    LetterSent: ['LetterServed'],
  },
  evidence: {
    ExhibitAccepted: ['ExhibitAccepted'],
    PublicVersionFiled: ['PublicVersionFiled'],
    CustodyHandedOver: ['CustodyHandedOver'],
    TranslationFiled: ['TranslationFiled'],
    TranslationMissing: ['TranslationMissing'],
    TranslationChallenged: ['TranslationChallenged'],
    TranslationChallengeAnswered: ['TranslationChallengeAnswered'],
    ExhibitWithdrawn: ['ExhibitWithdrawn'],
    ReadersAdded: ['ReadersAdded'],
    ReadersTakenAway: ['ReadersTakenAway'],
    LateEntryClaimed: LATE_ENTRY,
    LateEntryCounted: LATE_ENTRY,
    LateEntryRefused: LATE_ENTRY,
    LateEntryLapsed: LATE_ENTRY,
    DefaultSetAside: ['ClocksMoved'],
    LoanAsked: LOAN,
    ExhibitLent: LOAN,
    LoanEnded: LOAN,
  },
  panelreview: {
    PanelOpened: ['PanelOpened'],
    RostersFrozenAnew: (payload) => ['PanelOpened', ...factOfEachRemoved(payload)],
    UrgencyDecided: ['UrgencyDecided'],
    TrackTaken: ({ opens = [] }) => (opens.some(({ clock }) => clock === 'nomination') ? FACT : []),
    LateEntryClaimed: LATE_ENTRY,
    LateEntryCounted: LATE_ENTRY,
    LateEntryRefused: LATE_ENTRY,
    LateEntryLapsed: LATE_ENTRY,
    DefaultSetAside: ({ removed, closes = [] }) => [
      ...(removed ? FACT : []),
      ...(closes.length === 0 ? ['ClocksMoved'] : []),
    ],
    MemberNominated: FACT,
    MemberRemoved: FACT,
    MemberDrawn: ['MemberDrawn'],
    NonceCommitted: DRAW,
    DrawCalled: DRAW,
    NonceLaidOpen: DRAW,
    NonceLeftOut: DRAW,
    DrawSecretMissing: DRAW,
    SeatTimeCounted: ['SeatTimeCounted'],
    RosterFoundShort: ['RosterNoted'],
    RosterFilledUp: ['RosterNoted'],
    DisclosureMade: FACT,
    ChallengeMade: FACT,
    ChallengeTimeEnded: FACT,
    ChallengeDecided: FACT,
    MemberReplaced: FACT,
    MemberRecused: FACT,
    DeadlineExtended: FACT,
    PanelConvened: ['PanelConvened'],
    ParityRestored: ['PanelConvened', 'PanelFact'],
    PanelImpossible: ['PanelImpossible'],
    ReviewOpened: ['ReviewOpened'],
    TermsProposed: FACT,
    TermsSet: FACT,
    TermsNotSet: FACT,
    EvidenceClosed: FACT,
    EvidenceAnswersClosed: FACT,
    DelayNotified: ['DelayNotified'],
    InformationRequested: SERVED_AND_FACT,
    JointRequestProposed: FACT,
    LeaveCommentsClosed: FACT,
    ClaimEvidenceOpened: FACT,
    ClaimEvidenceClosed: FACT,
    ClaimCommentsClosed: FACT,
    InformationAnswered: SERVED_AND_FACT,
    InformationNotGiven: FACT,
    ThirdPartyAdmitted: heardInPerson,
    ThirdPartyNoteFiled: SERVED_AND_FACT,
    ExpertsProposed: FACT,
    ExpertTaken: heardInPerson,
    ExpertDisclosed: FACT,
    ExpertReportServed: SERVED_AND_FACT,
    ReportCommentsClosed: FACT,
    MaterialCommented: ['MaterialServed'],
    InterimIssued: ['InterimIssued', 'InterimServed'],
    InterimMissing: ['InterimIssued'],
    InterimCommented: ['InterimCommented'],
    CommentingFinished: FACT,
    InterimMeetingRequested: FACT,
    InterimMeetingSet: FACT,
    InterimCommentsClosed: FACT,
    VotingTimeEnded: FACT,
    FindingsAwaitParity: FACT,
    FindingsDecided: ['FindingsDecided'],
    FindingsCertified: FACT,
    FindingsIssued: ['FindingsIssued', 'FindingsServed'],
    PassagesMarked: FACT,
    MarkLeaveGiven: FACT,
    ReasonsPublished: ['ReasonsPublished'],
  },
  referral: {
    LateEntryClaimed: LATE_ENTRY,
    LateEntryCounted: LATE_ENTRY,
    LateEntryRefused: LATE_ENTRY,
    LateEntryLapsed: LATE_ENTRY,
    DefaultSetAside: ['ClocksMoved'],
    ExitNoticeGiven: ['ExitNoticeGiven'],
    ActRepudiated: ['ActRepudiated', 'DelegationRepudiated'],
    DossierRequested: ['DossierRequested'],
    DossierIssued: ['DossierIssued'],
    DossierTransmitted: ['DossierTransmitted'],
    ForumEventNoted: ['ForumEventNoted'],
    ConciliationProposed: CONCILIATION,
    ConciliationBegun: CONCILIATION,
    ConciliationUnanswered: CONCILIATION,
    ConciliationBrokenOff: CONCILIATION,
    ConciliationStopped: CONCILIATION,
    ConciliatorPicked: ({ opens = [] }) => [...CONCILIATION, ...(opens.length === 0 ? ['ClocksMoved'] : [])],
    ConciliatorsAppointed: CONCILIATION,
    ConciliatorsLacking: CONCILIATION,
    ConciliatorWithdrew: [...CONCILIATION, 'ClocksMoved'],
    ConciliatorsProposalPut: [...CONCILIATION, 'ClocksMoved'],
    SettlementTextTabled: ['SettlementTextTabled'],
    SettlementWindowOpened: ['SettlementWindowOpened'],
    SettlementWindowLapsed: ['SettlementWindowLapsed'],
    SettlementSigned: ['SettlementSigned'],
    AgreementUndone: ['AgreementUndone'],
    AgreementEntered: ['AgreementEntered'],
    ObligationOverdue: OBLIGATION,
    ObligationFulfilled: OBLIGATION,
    ObligationVerified: OBLIGATION,
    ObligationVerifiedBySilence: OBLIGATION,
    ObligationChecked: OBLIGATION,
    JointCheckLapsed: OBLIGATION,
    JointCheckSigned: [],
    DateMoved: OBLIGATION,
    NonPerformanceNoticed: OBLIGATION,
    StatusReportGiven: STATUS_REPORT,
    StatusReportMissed: STATUS_REPORT,
    ReviewClosed: ['ComplianceReviewed'],
    AgreementFulfilled: ['AgreementFulfilled'],
  },
};

/** Contexts that tell everybody of limits by themselves where no other public message of the event does. */
const TELLING_OF_LIMITS: readonly string[] = ['panelreview', 'referral'];
const WITHOUT_LIMITS: readonly string[] = [
  'ActRepudiated',
  'ClocksMoved',
  'DelayNotified',
  'DelegationRepudiated',
  'ExitNoticeGiven',
  'ForumEventNoted',
  'InterimCommented',
  'LateEntryNoted',
  'MaterialServed',
  'PersonHeard',
  'RosterNoted',
  'SettlementTextTabled',
  'DossierTransmitted',
];

/** Contexts that also tell each event that moves a clock as such. */
const TELLING_OF_CLOCKS: readonly string[] = ['evidence', 'panelreview', 'referral'];

/** Streams of cases; who only takes what was served does not act, and of a deliberation nobody is told who does. */
const OF_CASES: readonly string[] = [
  ...['case', 'letters', 'registryletters', 'withoutprejudice', 'contacts', 'desk'].map((kind) => `intake.${kind}`),
  ...['evidence.exhibits', 'panelreview.panel'],
  ...['referral.referral', 'referral.settlement', 'referral.compliance'],
];

/** True for what a person did in a case, of which the others at least hear who did it (I-05). */
const isActInCase = ({ stream, actor, tier }: HistoryEntry): boolean =>
  actor.kind === 'person' && tier !== 'DELIBERATION' && OF_CASES.includes(stream.slice(0, stream.indexOf('-')));

/** The names of the messages that an event makes its context tell, in order. */
export function toldOf(entry: HistoryEntry): readonly string[] {
  const context = contextOf(entry);
  const payload = (entry.payload ?? {}) as Payload;
  const says = TOLD[context]?.[entry.type] ?? [];
  const told = typeof says === 'function' ? says(payload) : says;
  const moves = (payload.opens ?? []).length + (payload.closes ?? []).length;
  const leavesLimits = entry.tier !== 'DELIBERATION' && !told.some((name) => !WITHOUT_LIMITS.includes(name));
  const all = [
    ...told,
    ...(TELLING_OF_CLOCKS.includes(context) && moves > 0 ? ['ClocksMoved'] : []),
    ...(TELLING_OF_LIMITS.includes(context) && moves > 0 && leavesLimits ? ['LimitsMoved'] : []),
  ];
  return all.length === 0 && isActInCase(entry) ? ['PersonActed'] : all;
}
