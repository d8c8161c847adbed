import { domainEventOf, type RecordedEvent } from '@parley/event-store';
import type { History } from '../../simulation/history/case-history';
import { drawnAnew, hashOf, seedOf, type PublishedDraw } from '../../support/repeat-draw';
import type { Rule } from './rule';

/** The events of a panel as their bytes have them, as far as this looks at them. */
interface Data {
  readonly caseId?: string;
  readonly parties?: Readonly<Record<string, string>>;
  readonly drawCommitments?: Readonly<Record<string, readonly string[]>>;
  readonly rosterDigests?: Readonly<Record<string, string>>;
  readonly rosterDigest?: string;
  readonly seat?: string;
  readonly side?: string;
  readonly draw?: unknown;
  readonly commitment?: string;
  readonly nonce?: string;
  readonly deadline?: string;
  readonly opens?: readonly { readonly id: string; readonly dueAt: string }[];
}

/** What is known of a seat's next draw. */
interface Before {
  drawn: number;
  published: string[];
  committed: Map<string, string>;
  open: Map<string, string>;
  /** When it may be held, once nonces were called for. */
  heldFrom: string | null;
}

/** Repeats a draw, and compares it with what was published before it. */
function repeated(draw: PublishedDraw, before: Before, frozen: string | undefined): readonly string[] {
  const { secret, nonces, seed, drawn, commitment, rosterDigest } = draw;
  const said = new Map(nonces.map((each) => [each.of, each]));
  return [
    ...(commitment === (before.published[draw.draw - 1] ?? null) ? [] : ['its secret was not committed to before']),
    ...(secret === null || hashOf(secret) === commitment ? [] : ['its secret does not fit']),
    ...(draw.draw === before.drawn + 1 ? [] : [`it is called draw ${String(draw.draw)}`]),
    ...([...said.keys()].sort().join() === [...before.committed.keys()].sort().join()
      ? []
      : ['its nonces are not those that were committed to']),
    ...[...before.committed].flatMap(([of, hash]) => {
      const { commitment: named, nonce } = said.get(of) ?? {};
      return named === hash && (nonce ?? null) === (before.open.get(of) ?? null) ? [] : [`the nonce of ${of} differs`];
    }),
    ...(rosterDigest === frozen ? [] : ['its roster is not the frozen one']),
    ...(seedOf(draw) === seed ? [] : ['its seed is another']),
    ...(drawnAnew(draw) === drawn ? [] : [`${drawn} was not drawn by its seed`]),
  ];
}

function drawsOf(events: readonly RecordedEvent[]): readonly string[] {
  const seats = new Map<string, Before>();
  const digests = new Map<string, string>();
  let parties: Readonly<Record<string, string>> = {};
  const of = (id: string): Before => {
    const known = seats.get(id) ?? { drawn: 0, published: [], committed: new Map(), open: new Map(), heldFrom: null };
    seats.set(id, known);
    return known;
  };
  const dropped = (id: string): void => {
    const seat = of(id);
    if (seat.heldFrom === null) return;
    Object.assign(seat, { committed: new Map(), open: new Map(), heldFrom: null });
  };
  return events.flatMap((recorded, index): readonly string[] => {
    const { data, type, occurredAt } = domainEventOf(recorded) as unknown as {
      readonly data: Data;
      readonly type: string;
      readonly occurredAt: string;
    };
    const { seat: id = '', side = '' } = data;
    const says = (faults: readonly string[]): readonly string[] =>
      faults.map((fault) => `${type} of ${id} at ${occurredAt}: ${fault}`);
    const together = events.filter(
      ({ cause, recordedAt }, at) => at < index && cause.id === recorded.cause.id && recordedAt === recorded.recordedAt,
    );
    for (const [each, digest] of Object.entries(data.rosterDigests ?? {})) digests.set(each, digest);
    switch (type) {
      case 'PanelOpened':
        parties = data.parties ?? {};
        for (const [seat, hashes] of Object.entries(data.drawCommitments ?? {})) of(seat).published = [...hashes];
        return [];
      case 'RosterFilledUp':
        digests.set(side, data.rosterDigest ?? '');
        return [];
      case 'RostersFrozenAnew':
        for (const each of seats.keys()) dropped(each);
        return [];
      case 'DefaultSetAside': {
        const [clock = '', code = '', number = ''] = (data.deadline ?? '').split(':');
        const role = Object.keys(parties).find((each) => parties[each] === code);
        if (clock === 'nomination' && role !== undefined) dropped(`${role}-${number}`);
        return [];
      }
      case 'NonceCommitted': {
        const seat = of(id);
        const faults = [
          ...(seat.heldFrom === null && seat.open.size === 0 ? [] : ['it came when nonces could be open']),
          ...(seat.committed.has(side) ? ['it is a second one'] : []),
          ...(data.draw === seat.drawn + 1 ? [] : ['it is for no draw that comes']),
        ];
        seat.committed.set(side, data.commitment ?? '');
        return says(faults);
      }
      case 'DrawCalled': {
        const seat = of(id);
        seat.heldFrom = data.opens?.find(({ id: clock }) => clock.startsWith('nonces:'))?.dueAt ?? occurredAt;
        return says(seat.committed.size > 0 ? [] : ['nobody had committed to anything']);
      }
      case 'NonceLaidOpen': {
        const seat = of(id);
        const faults = [
          ...(seat.heldFrom === null ? ['it came before the draw was called'] : []),
          ...(data.draw === seat.drawn + 1 ? [] : ['it is for a draw that does not come']),
          ...(hashOf(data.nonce ?? '') === seat.committed.get(side) ? [] : ['it does not fit']),
        ];
        seat.open.set(side, data.nonce ?? '');
        return says(faults);
      }
      case 'MemberDrawn': {
        const seat = of(id);
        const draw = data.draw as PublishedDraw;
        const noted = (what: string, whose?: string): boolean =>
          together.some((other) => {
            const event = domainEventOf(other) as unknown as { readonly type: string; readonly data: Data };
            return event.type === what && event.data.seat === id && (whose === undefined || event.data.side === whose);
          });
        const earlier = draw.secret === null ? -1 : events.findIndex((each) => holds(each, draw.secret ?? ''));
        const faults = [
          ...repeated(draw, seat, digests.get(side)),
          ...(seat.committed.size === 0 || (seat.heldFrom !== null && occurredAt >= seat.heldFrom)
            ? []
            : ['it was held before the nonces could be open']),
          ...(draw.secret === null && !noted('DrawSecretMissing') ? ['its missing secret is not on record'] : []),
          ...draw.nonces.flatMap(({ of: whose, nonce }) =>
            nonce === null && !noted('NonceLeftOut', whose) ? [`the nonce of ${whose} was left out in silence`] : [],
          ),
          ...(earlier >= 0 && earlier < index ? ['its secret stood in the record before'] : []),
        ];
        const published = [...seat.published, data.commitment ?? ''];
        seats.set(id, { drawn: seat.drawn + 1, published, committed: new Map(), open: new Map(), heldFrom: null });
        return says(faults);
      }
      default:
        return [];
    }
  });
}

const holds = (recorded: RecordedEvent, secret: string): boolean =>
  JSON.stringify(domainEventOf(recorded).data).includes(secret);

/** Every commitment to a secret, of all cases, is another. */
function usedTwice(log: readonly RecordedEvent[]): readonly string[] {
  const hashes = log.flatMap((recorded) => {
    const { data, type } = domainEventOf(recorded) as unknown as { readonly data: Data; readonly type: string };
    if (type === 'PanelOpened') return Object.values(data.drawCommitments ?? {}).flat();
    return type === 'MemberDrawn' ? [data.commitment ?? ''] : [];
  });
  const twice = hashes.filter((hash, index) => hashes.indexOf(hash) !== index);
  return twice.map((hash) => `the secret of ${hash} serves two draws`);
}

/** Each draw of a panel is what anybody gets who repeats it from what was published before it, and at it. */
export const drawsNobodyChooses: Rule = {
  invariant: 'I-72',
  check: ({ log }: History) => {
    const panels = Map.groupBy(
      log.filter(({ stream }) => stream.startsWith('panelreview.panel-')),
      ({ stream }) => stream,
    );
    const faults = [...panels].flatMap(([stream, events]) => drawsOf(events).map((fault) => `${stream}: ${fault}`));
    return [...usedTwice(log), ...faults];
  },
};
