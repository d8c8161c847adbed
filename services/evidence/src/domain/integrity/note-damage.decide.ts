import { accept, refuse, type Decision } from '@parley/kernel';
import type { NoteDamage } from '../exhibit-commands';
import type { ExhibitFoundCorrupt } from '../exhibit-events';
import type { KnownCase } from '../evidence-state';
import { refusals } from '../refusals';

/** A mismatch goes on record (I-33), once for each thing found: reading the same damage again adds nothing. */
export function noteDamage({ number, copy, found, at }: NoteDamage, state: KnownCase): Decision<ExhibitFoundCorrupt> {
  const original = state.documents.get(number) ?? state.exhibits.get(number);
  if (!original) return refuse(refusals.unknownExhibit);
  if (original.damage[copy]?.found === found) return accept();
  return accept({
    type: 'ExhibitFoundCorrupt',
    occurredAt: at,
    rule: 'I-33',
    tier: original.tier,
    data: { number, copy, found },
  });
}
