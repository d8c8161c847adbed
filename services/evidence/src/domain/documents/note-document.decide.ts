import { accept, type Decision, type PartyCode } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { clocksOfCase } from '../clocks-of-case';
import type { KnownCase } from '../evidence-state';
import type { NoteDocument, Writer } from '../exhibit-commands';
import { translationDeadline } from '../translation/translation-deadline';
import type { DocumentNoted } from './document-events';

/**
 * Takes note of what a party wrote, once, where a translation of it is due: into each language in which a part of it is
 * not written.
 */
export function noteDocument(command: NoteDocument, state: KnownCase, clocksOf: ClocksOf): Decision<DocumentNoted> {
  const { number, kind, by, tier, into, at } = command;
  if (into.length === 0 || state.documents.has(number)) return accept();
  const party = writerOf(by, state);
  const clocks = clocksOfCase(state, at, clocksOf);
  const opens = into.map((language) =>
    clocks.start('translation', { event: 'DocumentNoted', at }, translationDeadline({ party, number }, language)),
  );
  return accept({
    type: 'DocumentNoted',
    occurredAt: at,
    rule: 'languages',
    tier,
    data: { number, kind, party, into, opens, closes: [] },
  });
}

function writerOf(by: Writer, { parties }: KnownCase): PartyCode {
  if (typeof by === 'string') return parties[by];
  if ('party' in by) return by.party;
  return by.askedBy === parties.complainant ? parties.respondent : parties.complainant;
}
