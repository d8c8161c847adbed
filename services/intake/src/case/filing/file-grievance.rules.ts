import { accept, refuse, refuseAll, type IsoDate, type PersonId, type Sha256, type Text } from '@parley/kernel';
import type { Clocks, GoodsCode, WtoMember } from '@parley/procedure';
import type { CaseState, FileGrievance } from '../case-commands.rules';
import type { GrievanceFiled } from '../case-events.rules';
import { commonRefusals } from '../common-refusals.rules';
import { faultsOfFiling } from './faults-of-grievance.rules';
import { warningsOf, type FilingWarning } from './warnings.rules';
import { certificationFault, filingRefusals, relationsOf } from './filing.rules';

/** The law, regulation or act complained of. */
export interface Measure {
  /** Unique in its grievance, such as `M1`; claims refer to it. */
  readonly id: string;
  /** Whose it is. */
  readonly wtoMember: WtoMember;
  readonly title: readonly Text[];
  readonly number: string;
  readonly issuer: string;
  /** Date of the instrument. */
  readonly date: IsoDate;
  readonly citation: string;
  /**
   * Day from which it is no longer applied; absent while it is applied. When a measure ends during a case, an amendment
   * of the grievance says so here.
   */
  readonly endedOn?: IsoDate;
  /** Goods that it applies to, by their codes. */
  readonly goods?: readonly GoodsCode[];
}

/** One measure held against one provision, with a "because". It is the unit of finding. */
export interface Claim {
  /** Unique in its grievance, such as `C1`; findings and exhibits refer to it. */
  readonly id: string;
  readonly measure: string;
  /** Code of the agreement, such as `GATT1994`. */
  readonly agreement: string;
  /** Provision, such as `I:1`; absent when the agreement as a whole is invoked. */
  readonly provision?: string;
  readonly because: readonly Text[];
  /**
   * Present when the claim is the respondent's, whose measures are in the same case by agreement of both parties.
   * Otherwise it is the complainant's.
   */
  readonly claimant?: 'respondent';
}

/**
 * What a party files. Its lists may be empty: the completeness check says whether it is *complete* (S2), and a defect
 * can be cured.
 */
export interface Grievance {
  readonly subject: readonly Text[];
  readonly measures: readonly Measure[];
  readonly claims: readonly Claim[];
  readonly facts: readonly Text[];
  readonly remedy: readonly Text[];
  readonly publicSummary: readonly Text[];
  /** Symbols of documents of the WTO that bear on the matter, such as `WT/DS543/R`. */
  readonly documents?: readonly string[];
  /** The authority under which the desk acts, such as an instruction of its ministry. */
  readonly authority?: string;
}

/** A grievance as it came in: certified, received, and with somebody whom the registry may call. */
export interface Filing {
  readonly grievance: Grievance;
  readonly certification: Certification;
  readonly receipt: Receipt;
  /** The person whom the registry may call; `null` when nobody is named. Name and number stand in the persons table. */
  readonly contact: PersonId | null;
}

/** The filer's word that its facts are accurate and complete to the best of its knowledge. */
export interface Certification {
  readonly by: PersonId;
  /** SHA-256 of the canonical grievance that the filer was shown. */
  readonly digest: Sha256;
  /** A signature by the party's own key, if it gives one. */
}

/** What a filer gets at once. */
export interface Receipt {
  /** UUID. */
  readonly number: string;
  /** SHA-256 of the canonical grievance that was received. */
  readonly digest: Sha256;
  /** The registry's signature over number, instant and digest. */
  readonly jws: string;
  /** What the receipt of a filing says besides; absent where there is nothing, and in every later receipt. */
  readonly warnings?: readonly FilingWarning[];
}

/**
 * S1: the grievance is received, and the time of the registry's check starts. When the filer holds the case to be
 * urgent, the time of the co-heads' refusal starts too. Before the co-heads have adopted rules nothing is filed (I-71).
 */
export function fileGrievance(command: FileGrievance, state: CaseState, ordinary: Clocks | undefined) {
  const { caseId, parties, grievance, certification, receipt, contact, by, party, receivedAt, urgency } = command;
  if (party !== parties.complainant) return refuse(commonRefusals.notComplainant);
  // The id of a case is a function of its command: sent again, it is there already (I-28).
  if (state.status !== 'unfiled') return accept();
  if (!ordinary) return refuse(filingRefusals.noRulesInEffect);
  const clocks = ordinary.onTrack(urgency ? 'urgent' : 'standard');
  const miscertified = certificationFault(command);
  const relations = relationsOf(command.referring ?? {}, parties);
  const refused = refuseAll([
    ...(miscertified ? [miscertified] : []),
    ...faultsOfFiling(command, parties),
    ...('kind' in relations ? [relations] : []),
  ]);
  if (refused) return refused;
  if ('kind' in relations) return relations;
  const warnings = warningsOf(command, clocks.ruleSet);
  return accept<GrievanceFiled>({
    type: 'GrievanceFiled',
    occurredAt: receivedAt,
    rule: 'S1',
    tier: 'PARTIES',
    data: {
      caseId,
      parties,
      grievance,
      certification,
      filedBy: by,
      receipt: { ...receipt, ...(warnings.length > 0 ? { warnings } : {}) },
      contact,
      arrivesOn: clocks.arrivalDay(receivedAt),
      ruleSetVersion: clocks.ruleSet.version,
      ...(urgency ? { urgency } : {}),
      ...(command.referring ? { relations } : {}),
      opens: (urgency ? (['completeness', 'urgency-refusal'] as const) : (['completeness'] as const)).map((clock) =>
        clocks.start(clock, { event: 'GrievanceFiled', at: receivedAt }),
      ),
      closes: [],
    },
  });
}
