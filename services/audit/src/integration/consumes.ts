import { sayOf, toldAs, type PartyName } from '@parley/contracts';
import type { PublicEvent } from '@parley/messaging';
import type { HearMessage } from '../domain/casefile/case-file';
import { hearsEvidence } from './hears-evidence';
import { hearsIntake } from './hears-intake';
import { hearsPanelReview } from './hears-panel-review';
import { hearsReferral } from './hears-referral';
import type { Reader } from './heard';

/** Whom the audit listens to: everybody who tells of cases. */
export const CONTEXTS = ['intake', 'evidence', 'panelreview', 'referral'] as const;

const readers = new Map<string, Reader>(
  [...hearsIntake, ...hearsEvidence, ...hearsPanelReview, ...hearsReferral].map((reader) => [reader.typeName, reader]),
);

/**
 * What the audit takes from what another context tells; nothing from what is neither public nor says who may read a
 * case. The docket is fed by tier PUBLIC alone, whatever the type.
 * @throws TypeError for a public event of a type that is not known here: it is parked until a version that knows it
 *   runs, since an entry left out could never be put back in its place
 */
export function heardFrom(event: PublicEvent, nameOf: PartyName): HearMessage | undefined {
  const heard = readers.get(event.type)?.read(event);
  if (heard === undefined) {
    if (event.tier === 'PUBLIC') throw new TypeError(`a public event of an unknown type: ${event.type}`);
    return undefined;
  }
  const { kind, at, facts, learnings, caseId, outsideCases } = heard;
  if (event.tier !== 'PUBLIC') return learnings.length === 0 ? undefined : { learnings, at, fact: null };
  const { key, values } = toldAs(event) ?? { key: event.type, values: facts };
  const fact = { sourceEventId: event.id, caseId, kind, at, texts: sayOf(key, values, nameOf), facts };
  return { learnings, at, fact, ...(outsideCases ? { outsideCases } : {}) };
}
