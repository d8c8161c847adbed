import { refuse, type Instant } from '@parley/kernel';
import {
  answerClockId,
  lateEntriesReplaced,
  lateEntryRefusals,
  type EnteredAct,
  type KeptEntry,
  type MovesClocks,
} from '@parley/procedure';
import type { LatePanelAct } from '../late-entries/late-entries.rules';
import type { FileThirdPartyNote, ServeReport } from '../panel/panel-commands.rules';
import type { OpenedPanel, RecordedPanel } from '../panel/panel-state.rules';

/** What the registry enters for somebody of neither side, who may do it in person instead (I-67). */
export type Paper = ServeReport | FileThirdPartyNote;

export const isPaper = (act: LatePanelAct): act is Paper =>
  act.type === 'ServeReport' || act.type === 'FileThirdPartyNote';

/** The expert, or the third party, whose words they are. */
export const authorOf = (act: Paper): string => (act.type === 'ServeReport' ? act.expertId : act.thirdPartyId);

/**
 * I-70: paper stands, whether anybody answers or not, while the review takes reports, and before the last day for
 * evidence is over a note.
 */
export function paperTooLate(act: LatePanelAct, answeredBy: Instant, { running }: OpenedPanel) {
  const within = running[act.type === 'ServeReport' ? 'review' : 'evidence'];
  return within && answeredBy >= within.dueAt ? refuse(lateEntryRefusals.paperTooLate) : undefined;
}

type PaperEntry = KeptEntry<LatePanelAct> & { readonly claimed: Paper };

/** What was entered for an author, as far as that has got. */
export const papersFor = (author: string, { lateEntries }: Pick<RecordedPanel, 'lateEntries'>): readonly PaperEntry[] =>
  lateEntries.filter((entry): entry is PaperEntry => isPaper(entry.claimed) && authorOf(entry.claimed) === author);

/** Paper that was refused leaves the person's own act alone; a report waits for the answer to the one before. */
export function paperBar(act: Paper, { entryId }: EnteredAct, state: OpenedPanel) {
  const entered = papersFor(authorOf(act), state);
  if (entered.some(({ end }) => end?.kind === 'refused')) return refuse(lateEntryRefusals.paperRefused);
  const waits = act.type === 'ServeReport' && entered.some((each) => each.end === null && each.entryId !== entryId);
  return waits ? refuse(lateEntryRefusals.paperWaits) : undefined;
}

/**
 * What an author's own act takes the place of: paper that stands, by its material, or waits, by its entry. An act that
 * comes when the time for an answer is over takes nothing from what that time has settled (I-19).
 */
export function replacedPaper(author: string, at: Instant, state: OpenedPanel, named?: string) {
  const isMeant = (id: string): boolean => named === undefined || named === id;
  const runsYet = (id: string): boolean => at < (state.running[id]?.dueAt ?? '');
  const standing = state.materials.find(
    ({ id, about, paper, replacedBy: other }) => about === author && paper && other === undefined && isMeant(id),
  );
  if (standing) return { replaces: standing.id, closes: [`expert-comments:${standing.id}`].filter(runsYet) };
  const waiting = papersFor(author, state).find(
    ({ entryId, end }) => end === null && isMeant(entryId) && runsYet(answerClockId(entryId)),
  );
  return waiting && { replaces: waiting.entryId, closes: [answerClockId(waiting.entryId)] };
}

/** The panel after something of that id has taken the place of paper. */
export const replacedBy = (
  state: RecordedPanel,
  id: string,
  { replaces, closes }: Pick<MovesClocks, 'closes'> & { readonly replaces?: string },
  at: Instant,
): RecordedPanel =>
  replaces === undefined
    ? state
    : {
        ...state,
        materials: state.materials.map((each) => (each.id === replaces ? { ...each, replacedBy: id } : each)),
        lateEntries: lateEntriesReplaced(state.lateEntries, closes, at),
      };
