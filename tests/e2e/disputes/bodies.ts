/** The parts of the API's answers that the disputes read. */
export interface DeadlineBody {
  readonly id: string;
  readonly dueAt: string;
  readonly firstDueAt: string;
}

export interface ClaimBody {
  readonly id: string;
  readonly agreement: string;
  readonly provision?: string;
}

export interface AmendmentBody {
  readonly id: string;
  readonly kind: string;
  readonly added: readonly string[];
  readonly replaced: readonly string[];
  readonly dropped: readonly string[];
  readonly stage: string;
  readonly unanswered: boolean;
}

export interface CaseBody {
  readonly id: string;
  readonly docketNumber: string | null;
  readonly status: string;
  readonly track: string;
  readonly outcome: string | null;
  readonly endedAt: string | null;
  readonly grievance: { readonly claims: readonly ClaimBody[]; readonly measures: readonly object[] };
  readonly exchange: { readonly stage: string; readonly unanswered: boolean } | null;
  readonly amendments: readonly AmendmentBody[];
  /** Other cases that go on side by side with it. */
  readonly consolidatedWith: readonly { readonly id: string; readonly docketNumber: string }[];
  readonly suspension: { readonly at: string; readonly until: string | null } | null;
  readonly urgency: { readonly status: string } | null;
  readonly deadlines: readonly DeadlineBody[];
}

export interface TimetableBody {
  readonly cases: readonly string[];
  readonly dates: readonly { readonly id: string; readonly dueAt: string }[];
}

export interface PanelBody {
  readonly stage: string;
  readonly claims: readonly string[];
  readonly seats: readonly {
    readonly id: string;
    readonly side: string;
    readonly member: { readonly personId: string; readonly chosenBy: string; readonly coChair: boolean } | null;
  }[];
  readonly deadlines: readonly DeadlineBody[];
}

export interface FindingsBody {
  readonly digest: string;
  readonly issuedAt: string | null;
  readonly findings: readonly { readonly claimId: string; readonly outcome: string }[];
}

export interface DossierBody {
  readonly n: number;
  readonly basis: string;
}

export interface ProposalBody {
  readonly id: string;
  readonly digest: string;
  readonly end: string | null;
}

export interface EventBody {
  readonly eventId: string;
  readonly stream: string;
  readonly type: string;
  readonly occurredAt: string;
}

export interface HappenedBody {
  readonly stream: string;
  readonly type: string;
  readonly times: number;
}

export interface StateBody {
  readonly happened: readonly HappenedBody[];
}

export interface DifferenceBody extends StateBody {
  readonly opened: readonly { readonly id: string; readonly clock: string }[];
  readonly closed: readonly object[];
  readonly moved: readonly object[];
}

export interface NoticeBody {
  readonly id: string;
  readonly case: string;
  readonly of: { readonly event: string; readonly at: string };
}

export interface DocketEntryBody {
  readonly serial: number;
  readonly kind: string;
  readonly at: string;
  readonly texts: { readonly en: string; readonly 'zh-Hans': string };
}

export interface DocketBody {
  readonly line: {
    readonly docketNumber: string;
    readonly stage: string;
    readonly reply: string | null;
    readonly suspended: boolean;
    readonly nextDeadlines: readonly DeadlineBody[];
    readonly outcome: { readonly code: string; readonly at: string } | null;
  };
  readonly entries: readonly DocketEntryBody[];
}

export interface HotlineBody {
  readonly id: string;
  readonly requestedAt: string;
  readonly rung: string;
  readonly unanswered: readonly { readonly rung: string; readonly at: string }[];
  readonly deliveries: readonly { readonly duty: string; readonly status: string; readonly answer: string | null }[];
  readonly acknowledgement: { readonly by: string; readonly rung: string } | null;
  readonly team: readonly { readonly personId: string; readonly party: string }[];
  readonly optionsPaper: { readonly digest: string; readonly signedBy: readonly string[] } | null;
  readonly optionsAgreedAt: string | null;
}

export interface LogBody {
  readonly items: readonly (DocketEntryBody & { readonly facts: Readonly<Record<string, unknown>> })[];
}
