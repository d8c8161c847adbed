import { Refused } from '../report/refused';
import type { HistoryExport } from '../verify/history-lines';

/**
 * Checks that a history goes on from an earlier export of it, stream by stream: every event is still shown, under the
 * same commitment; a stub is still there, or has been opened; no head has gone back.
 * @param about what to name in a refusal
 * @throws Refused `history-rewritten`
 */
export function extendsHistory(kept: HistoryExport, shown: HistoryExport, about: string): void {
  const events = placesOf(shown.events);
  const all = placesOf([...shown.events, ...shown.stubs]);
  const heads = new Map(shown.heads.map(({ stream, revision }) => [stream, revision]));
  const differs = (of: string): Refused => new Refused('history-rewritten', `${about}: ${of}`);
  for (const event of kept.events) if (events.get(placeOf(event)) !== event.commitment) throw differs(placeOf(event));
  for (const stub of kept.stubs) if (all.get(placeOf(stub)) !== stub.commitment) throw differs(placeOf(stub));
  for (const { stream, revision } of kept.heads)
    if ((heads.get(stream) ?? -1) < revision) throw differs(`${stream}, revision ${String(revision)}`);
}

interface Placed {
  readonly stream: string;
  readonly revision: number;
  readonly commitment: string;
}

const placeOf = ({ stream, revision }: Placed): string => `${stream}, revision ${String(revision)}`;

const placesOf = (links: readonly Placed[]): ReadonlyMap<string, string> =>
  new Map(links.map((link) => [placeOf(link), link.commitment]));
