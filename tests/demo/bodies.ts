/** The parts of the API's answers that the demonstration reads. */
export interface DeadlineBody {
  readonly id: string;
  readonly clock: string;
  readonly dueAt: string;
  readonly arithmetic: { readonly en: string };
}

export interface CaseBody {
  readonly id: string;
  readonly docketNumber: string | null;
  readonly status: string;
  readonly arrivesOn: string;
  readonly receipt: { readonly number: string; readonly digest: string };
  readonly outcome: string | null;
  readonly deadlines: readonly DeadlineBody[];
  readonly exchange: {
    readonly stage: string;
    readonly unanswered: boolean;
    readonly calls: readonly CallBody[];
  } | null;
}

export interface CallBody {
  readonly id: string;
  readonly offeredBy: string;
  readonly proposedFor: string;
  readonly outcome: { readonly kind: string; readonly at: string } | null;
}

export interface PanelBody {
  readonly stage: string;
  readonly convenedAt: string | null;
  readonly consultationsEndedAt: string | null;
  readonly seats: readonly {
    readonly id: string;
    readonly side: string;
    readonly stage: string;
    readonly member: MemberBody | null;
  }[];
  readonly deadlines: readonly DeadlineBody[];
}

export interface MemberBody {
  readonly personId: string;
  readonly chosenBy: string;
  readonly chosenAt: string;
  readonly coChair: boolean;
}

export interface FindingsBody {
  readonly digest: string;
  readonly issuedAt: string | null;
  readonly missing: readonly string[];
  readonly findings: readonly { readonly claimId: string; readonly outcome: string }[];
}
