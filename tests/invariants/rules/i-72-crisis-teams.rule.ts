import type { RecordedEvent } from '@parley/event-store';
import type { History } from '../../simulation/history/case-history';
import { drawnAnew, hashOf, seedOf, type PublishedDraw } from '../../support/repeat-draw';
import { placeOf } from './moment';
import type { Rule } from './rule';

/** The record as bytes: this rule reads no code of the hotline, nor of the draws. */
interface Told {
  readonly hotlineId?: string;
  readonly asking?: string;
  readonly asked?: string;
  readonly party?: string;
  readonly commitment?: string;
  readonly nonce?: string;
  readonly commitments?: Readonly<Record<string, string>>;
  readonly rosterDigests?: Readonly<Record<string, string>>;
  readonly sides?: Readonly<Record<string, { readonly onDuty: readonly string[] }>>;
  readonly members?: readonly unknown[];
  readonly draws?: readonly (PublishedDraw & { readonly roster: readonly string[] })[];
  readonly opens?: readonly { readonly id: string; readonly dueAt: string }[];
}

const read = ({ payload }: RecordedEvent): Told => JSON.parse(Buffer.from(payload).toString('utf8')) as Told;
const bytes = ({ payload }: RecordedEvent): string => Buffer.from(payload).toString('utf8');
const REGISTER = 'panelreview.crisisteam-register';
/** So long each desk can add a nonce from the request on, and lay it open from the call of the draw on. */
const WINDOW_MS = 10 * 60_000;
/** A team has so many of each side. */
const PLACES = 2;

const millis = (instant: string): number => Date.parse(instant);

/** What desks did about the draws of one request, and what was wrong with it. */
function noncesOf(events: readonly RecordedEvent[]) {
  const committed = new Map<string, string>();
  const open = new Map<string, string>();
  const leftOut = new Set<string>();
  const faults: string[] = [];
  let called = false;
  let due: string | null = null;
  let heldFrom: string | null = null;
  let requestedAt = '';
  for (const event of events) {
    const { party = '', commitment = '', nonce = '', opens, members } = read(event);
    const says = (fault: string): number => faults.push(`${event.type} at ${event.occurredAt}: ${fault}`);
    const moved = opens?.find(({ id }) => id === 'nonces')?.dueAt;
    if (moved !== undefined) due = moved;
    switch (event.type) {
      case 'HotlineRequested':
        requestedAt = event.occurredAt;
        break;
      case 'CrisisNonceCommitted':
        if (called || heldFrom !== null || open.size > 0) says('a nonce was added when others could be open');
        if (committed.has(party)) says('a side added two');
        committed.set(party, commitment);
        break;
      case 'CrisisDrawCalled':
        if (millis(event.occurredAt) < millis(requestedAt) + WINDOW_MS) says('a side had no time to add a nonce');
        called = true;
        break;
      case 'CrisisNonceLaidOpen':
        if (!called || (due !== null && event.occurredAt >= due)) says('it was not the time for it');
        if (hashOf(nonce) !== committed.get(party)) says('it does not fit');
        open.set(party, nonce);
        break;
      case 'CrisisNonceLeftOut':
        if (committed.get(party) !== commitment || open.has(party)) says('there was nothing to leave out');
        leftOut.add(party);
        break;
      case 'CrisisDrawDue':
        if (millis(event.occurredAt) < millis(requestedAt) + WINDOW_MS) says('a side had no time to add a nonce');
        if (open.size < committed.size && (due === null || event.occurredAt < due)) says('nonces could still be open');
        for (const side of committed.keys())
          if (!open.has(side) && !leftOut.has(side)) says(`the nonce of ${side} was left out in silence`);
        heldFrom = event.occurredAt;
        break;
      case 'CrisisTeamFormed':
        // What was laid open for a draw of nobody serves no other.
        if ((members ?? []).length > 0) break;
        for (const kept of [committed, open, leftOut]) kept.clear();
        [called, due, heldFrom] = [false, null, null];
        break;
    }
  }
  return { committed, open, faults, heldFrom };
}

/** Repeats each draw of a team, and compares it with what was published before it. */
function drawnFaults(drawn: RecordedEvent, index: number, log: readonly RecordedEvent[]): readonly string[] {
  const { hotlineId = '', draws = [] } = read(drawn);
  const before = log.slice(0, index);
  const published = before.findLast((each) => each.type === 'CrisisDrawsOpened' && read(each).hotlineId === hotlineId);
  const { commitments = {}, rosterDigests = {}, sides = {} } = published ? read(published) : {};
  const own = log.filter(({ stream }) => stream === `intake.hotline-${hotlineId}`);
  const { asking = '', asked = '' } = own[0] ? read(own[0]) : {};
  const { committed, open, heldFrom } = noncesOf(own.filter((each) => placeOf(each) < placeOf(drawn)));
  const told = own.find((each) => placeOf(each) > placeOf(drawn) && each.type === 'CrisisTeamFormed');
  const missed = own.some((each) => each.type === 'CrisisSecretMissing');
  const parties = new Map([
    ['asking', asking],
    ['asked', asked],
  ]);
  return draws.flatMap((draw) => {
    const { seat, secret, nonces, seed, commitment, rosterDigest, roster } = draw;
    const role = seat.split('-')[0] ?? '';
    const earlier = secret === null ? [] : before.filter((each) => bytes(each).includes(secret));
    const short = (sides[role]?.onDuty ?? []).filter((person) => draw.eligible.includes(person)).length < PLACES;
    const said = nonces.map((each) => [parties.get(each.of), each.commitment, each.nonce].join()).sort();
    const known = [...committed].map(([party, hash]) => [party, hash, open.get(party) ?? null].join()).sort();
    return [
      ...(published ? [] : ['nothing was published before it']),
      ...(commitment === (commitments[seat] ?? null) ? [] : ['its secret was not committed to before']),
      ...(secret === null || hashOf(secret) === commitment ? [] : ['its secret does not fit']),
      ...(secret !== null || !told || missed ? [] : ['its missing secret is not on record']),
      ...(earlier.length === 0 ? [] : ['its secret stood in the record before']),
      ...(said.join(' ') === known.join(' ') ? [] : ['its nonces are not those of the desks']),
      ...(heldFrom !== null && drawn.occurredAt >= heldFrom ? [] : ['it was held before it was due']),
      ...(hashOf(JSON.stringify([...roster].sort())) === rosterDigest ? [] : ['its roster has another digest']),
      ...(rosterDigest === rosterDigests[role] || short ? [] : ['its roster is not the frozen one']),
      ...(seedOf(draw) === seed ? [] : ['its seed is another']),
      ...(drawnAnew(draw) === draw.drawn ? [] : [`${draw.drawn} was not drawn by its seed`]),
    ].map((fault) => `${REGISTER}: ${seat} for ${hotlineId}: ${fault}`);
  });
}

/** Each draw of a crisis team is what anybody gets who repeats it from what was published before it, and at it. */
export const crisisTeamsNobodyChooses: Rule = {
  invariant: 'I-72',
  check: ({ log }: History) => {
    const requests = Map.groupBy(
      log.filter(({ stream }) => stream.startsWith('intake.hotline-')),
      ({ stream }) => stream,
    );
    const hashes = log.flatMap((each) =>
      each.type === 'CrisisDrawsOpened' ? Object.values(read(each).commitments ?? {}) : [],
    );
    return [
      ...hashes
        .filter((hash, index) => hashes.indexOf(hash) !== index)
        .map((hash) => `the secret of ${hash} serves two`),
      ...[...requests].flatMap(([stream, events]) => noncesOf(events).faults.map((fault) => `${stream}: ${fault}`)),
      ...log.flatMap((each, index) => (each.type === 'CrisisTeamDrawn' ? drawnFaults(each, index, log) : [])),
    ];
  },
};
