import { refuse, type CaseParties, type Decider, type Decision, type Informed, type Instant } from '@parley/kernel';
import {
  lapsedAfter,
  runningAfter,
  type ClocksOf,
  type LapsedClocks,
  type LateEntries,
  type MovesClocks,
  type RunningDeadline,
} from '@parley/procedure';
import { noteDocument, type CaseDocument, type DocumentId } from '../documents/documents.rules';
import type { EvidenceCommand, Exhibit, ExhibitNumber, NoteStandstill } from '../exhibits/exhibit-commands.rules';
import { evolveExhibit, type EvidenceEvent, type ExhibitEvent } from '../exhibits/exhibits.rules';
import { fileExhibits } from '../exhibits/file-exhibits.rules';
import { fileExhibit, handOverCustody, noteDamage } from '../exhibits/file-exhibit.rules';
import { answerEntry, claimEntry, evolveEntry, type LateEvidenceAct } from '../late-entries/late-entries.rules';
import { askForLoan, consentToLoan, endLoan, noteReviewEnd, signLoan } from '../loans/loans-acts.rules';
import { recalled, type ReviewEndNoted } from '../loans/loans.rules';
import { filePublicVersion } from '../public-version/public-version.rules';
import { addReaders, signReadersDecision } from '../readers/sign-readers-decision.rules';
import { withdrawExhibit } from '../readers/withdraw-exhibit.rules';
import type { ToldOfCase } from '../time/known-case.rules';
import {
  expireDeadline,
  noteCalendar,
  noteOutage,
  noteStandstill,
  standingStill,
  type SuspensionNoted,
} from '../time/standstill.rules';
import { answerTranslationChallenge, challengeTranslation } from '../translations/challenge-translation.rules';
import { fileTranslation } from '../translations/file-translation.rules';
import { commonRefusals } from './common-refusals.rules';

/** What this service recorded of a case. */
export interface OwnEvidence {
  readonly exhibits: ReadonlyMap<ExhibitNumber, Exhibit>;
  /** What the parties wrote in the case itself and is to be translated, in the order in which it was noted. */
  readonly documents: ReadonlyMap<DocumentId, CaseDocument>;
  /** Clocks that stand still with the screening, by id. */
  readonly standing: Readonly<Record<string, RunningDeadline>>;
  /** Clocks that run, by id. */
  readonly running: Readonly<Record<string, RunningDeadline>>;
  /** Clocks that ended unheard, by id. Each is kept until an act is proved that had come in its time (I-19). */
  readonly lapsed: LapsedClocks<RunningDeadline>;
  /** What a side said to have done by another channel. */
  readonly lateEntries: LateEntries<LateEvidenceAct>;
}

/** A case that this service knows of: what it recorded itself, with what the other contexts have told. */
export type CaseFile = OwnEvidence & Omit<ToldOfCase, 'parties' | 'endedAt'> & { readonly parties: CaseParties };

/** The evidence of one case: not known of, open, or ended with its screening. */
export type EvidenceState =
  | { readonly status: 'unknown'; readonly panel: ToldOfCase['panel'] }
  | (CaseFile & { readonly status: 'open' })
  | (CaseFile & { readonly status: 'ended'; readonly endedAt: Instant });

export type KnownCase = Exclude<EvidenceState, { readonly status: 'unknown' }>;

const noEvidence: OwnEvidence = {
  exhibits: new Map(),
  documents: new Map(),
  standing: {},
  running: {},
  lapsed: {},
  lateEntries: [],
};

/** The state of a case, from what was recorded here and what the other contexts have told. */
export function evidenceOf(own: OwnEvidence, { parties, endedAt, ...told }: ToldOfCase): EvidenceState {
  if (parties === null) return { status: 'unknown', panel: told.panel };
  const file = { ...own, ...told, parties };
  return endedAt === null ? { ...file, status: 'open' } : { ...file, status: 'ended', endedAt };
}

/**
 * What an event means for the evidence of a case. It is total: an event that does not fit, or is not known, changes
 * nothing. It does not see what the other contexts have told; what a decision took from that stands in the event.
 */
function evolve(state: OwnEvidence, event: EvidenceEvent): OwnEvidence {
  switch (event.type) {
    case 'SuspensionNoted':
      return stoodStill(state, event);
    case 'ResumptionNoted':
      return { ...moveClocks(state, event.data), standing: standingBut(state, event.data) };
    case 'OutageNoted':
    case 'CalendarNoted':
      return moveClocks(state, event.data);
    case 'ReviewEndNoted':
      return hearingEnded(moveClocks(state, event.data), event);
    case 'LateEntryClaimed':
    case 'LateEntryCounted':
    case 'LateEntryRefused':
    case 'LateEntryLapsed':
    case 'DefaultSetAside':
      return evolveEntry(state, event);
    default:
      return evolveExhibit(heardOf(state, event), event);
  }
}

function hearingEnded(state: OwnEvidence, { occurredAt: at, data: { closes } }: ReviewEndNoted): OwnEvidence {
  const exhibits = [...state.exhibits].map(
    ([number, exhibit]) =>
      [number, { ...exhibit, loans: recalled(exhibit, { at, by: 'end-of-review' }, closes) }] as const,
  );
  return { ...state, exhibits: new Map(exhibits) };
}

/** A suspension stops clocks, which are kept here to go on later. */
function stoodStill(state: OwnEvidence, { data: { closes } }: SuspensionNoted): OwnEvidence {
  const stopped = closes.flatMap((id) => state.running[id] ?? []).map((deadline) => [deadline.id, deadline] as const);
  const { running } = moveClocks(state, { closes });
  return { ...state, running, standing: { ...state.standing, ...Object.fromEntries(stopped) } };
}

/** The clocks that still stand after some of them go on. */
const standingBut = ({ standing }: OwnEvidence, { opens }: Pick<MovesClocks, 'opens'>): OwnEvidence['standing'] =>
  runningAfter(standing, { closes: opens.map(({ id }) => id) });

/** The state with its clocks as an event moves them. Clocks that ended unheard are kept in it. */
function heardOf(state: OwnEvidence, { data, occurredAt: at }: ExhibitEvent): OwnEvidence {
  const { opens = [], closes = [] }: Partial<MovesClocks> = 'closes' in data ? data : {};
  if (opens.length === 0 && closes.length === 0) return state;
  return {
    ...moveClocks(state, { opens, closes }),
    lapsed: lapsedAfter(state.lapsed, state.running, { opens, closes, at }),
  };
}

function moveClocks(state: OwnEvidence, moves: Partial<MovesClocks>): OwnEvidence {
  const running = runningAfter(state.running, moves);
  return running === state.running
    ? state
    : { ...state, running, standing: runningAfter(state.standing, { closes: moves.closes ?? [] }) };
}

/** The evidence of a case: exhibits, their custody, their public versions and translations. */
export function evidenceDecider(
  clocksOf: ClocksOf,
): Decider<Informed<EvidenceCommand, ToldOfCase>, OwnEvidence, EvidenceEvent> {
  return {
    initial: noEvidence,
    evolve,
    decide({ command, told }, own) {
      const state = evidenceOf(own, told);
      if (state.status === 'unknown') return refuse(commonRefusals.caseUnknown);
      // `NoteStandstill` starts clocks that run again. Any other clock that starts during a suspension stands still.
      return command.type === 'NoteStandstill'
        ? noteStandstill(state, clocksOf)
        : standingStill(decideIn(command, state, clocksOf), state);
    },
  };
}

function decideIn(
  command: Exclude<EvidenceCommand, NoteStandstill>,
  state: KnownCase,
  clocksOf: ClocksOf,
): Decision<EvidenceEvent> {
  switch (command.type) {
    case 'FileExhibit':
      return fileExhibit(command, state, clocksOf);
    case 'FileExhibits':
      return fileExhibits(command, state, clocksOf, (then, event) => ({ ...then, ...evolve(then, event) }));
    case 'FilePublicVersion':
      return filePublicVersion(command, state);
    case 'HandOverCustody':
      return handOverCustody(command, state);
    case 'FileTranslation':
      return fileTranslation(command, state);
    case 'ChallengeTranslation':
      return challengeTranslation(command, state);
    case 'AnswerTranslationChallenge':
      return answerTranslationChallenge(command, state);
    case 'NoteReviewEnd':
      return noteReviewEnd(command, state);
    case 'NoteOutage':
      return noteOutage(command, state, clocksOf, (then, event) => ({ ...then, ...evolve(then, event) }));
    case 'NoteCalendar':
      return noteCalendar(command, state, clocksOf);
    case 'NoteDocument':
      return noteDocument(command, state, clocksOf);
    case 'ExpireDeadline':
      return expireDeadline(command.deadlineId, state, clocksOf);
    case 'WithdrawExhibit':
      return withdrawExhibit(command, state);
    case 'AddReaders':
      return addReaders(command, state);
    case 'SignReadersDecision':
      return signReadersDecision(command, state, clocksOf);
    case 'ClaimLateEntry':
      return claimEntry(command, state, clocksOf);
    case 'AnswerLateEntry':
      return answerEntry(command, state, clocksOf);
    case 'AskForLoan':
      return askForLoan(command, state);
    case 'ConsentToLoan':
      return consentToLoan(command, state);
    case 'SignLoan':
      return signLoan(command, state, clocksOf);
    case 'EndLoan':
      return endLoan(command, state);
    case 'NoteDamage':
      return noteDamage(command, state);
  }
}
