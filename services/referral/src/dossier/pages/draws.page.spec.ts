import { intake, panelReview } from '@parley/contracts';
import { canonicalJson, type Sha256 } from '@parley/kernel';
import { drawByLot, drawCommitment, rosterDigest, sha256Text, verifyDraw } from '@parley/procedure';
import { caseId, finalFindings, order, publicEvent, untilSilence } from '../dossier-story.fixture';
import { readCaseFile } from '../case-file';
import { packedDossier, storedExhibits } from '../packed-dossier.fixture';
import { drawsHeld } from '../story/draws-held';
import { unpacked } from '../unpacked.fixture';
import { drawsPages } from './draws';

const OPENED = '2025-02-06T09:00:00.000Z';
const COMMITTED = '2025-02-20T09:00:00.000Z';
const DRAWN = '2025-02-25T16:00:00.000Z';
const roster = ['us-1', 'us-2', 'us-3', 'us-4'];
const [first, second, third, nonce] = ['first', 'second', 'third', 'nonce'].map(sha256Text) as [
  Sha256,
  Sha256,
  Sha256,
  Sha256,
];
const hashes = [first, second].map(drawCommitment);
const draw = (seat: string, n: number, secret: Sha256, of: string) =>
  drawByLot({
    ...{ seat, draw: n, roster, eligible: roster.slice(n - 1), secret, commitment: drawCommitment(secret) },
    nonces: n === 1 ? [{ of, commitment: drawCommitment(nonce), nonce }] : [],
  })!;

const seatDrawn = (n: number, secret: Sha256, at: string) =>
  publicEvent(panelReview.MemberDrawnSchema, at, 'PUBLIC', {
    ...{
      caseId,
      seat: 'respondent-1',
      nominatedBy: 'US',
      draw: canonicalJson(draw('respondent-1', n, secret, 'respondent')),
    },
    laterCommitment: drawCommitment(third),
  });
const seats = [
  publicEvent(panelReview.PanelOpenedSchema, OPENED, 'PUBLIC', {
    ...{ caseId, openedAt: OPENED, drawCommitments: canonicalJson({ 'respondent-1': hashes }) },
    rosterDigest: canonicalJson({ respondent: rosterDigest(roster) }),
  }),
  publicEvent(panelReview.DrawNotedSchema, COMMITTED, 'PUBLIC', {
    ...{ caseId, at: COMMITTED, status: 'nonce-committed', seat: 'respondent-1', draw: 1, side: 'US' },
    commitment: drawCommitment(nonce),
  }),
  seatDrawn(1, first, DRAWN),
  seatDrawn(2, second, '2025-03-05T16:00:00.000Z'),
  seatDrawn(3, third, '2025-03-15T16:00:00.000Z'),
];
const crisis = [
  publicEvent(panelReview.CrisisDrawsOpenedSchema, OPENED, 'PUBLIC', {
    ...{ caseId, hotlineId: 'h-1', at: OPENED, commitments: canonicalJson({ 'asked-1': drawCommitment(first) }) },
    rosterDigests: canonicalJson({ asked: rosterDigest(roster) }),
  }),
  publicEvent(intake.CrisisTeamNeededSchema, COMMITTED, 'PARTIES', {
    ...{ caseId, hotlineId: 'h-1', at: COMMITTED, step: 'due' },
    nonces: canonicalJson([{ of: 'asked', commitment: drawCommitment(nonce), nonce }]),
  }),
  publicEvent(panelReview.CrisisTeamDrawnSchema, DRAWN, 'PARTIES', {
    ...{ caseId, hotlineId: 'h-1', drawnAt: DRAWN, calledAt: DRAWN },
    draws: canonicalJson([draw('asked-1', 1, first, 'asked')]),
  }),
];
const heldIn = (events: typeof seats) => drawsHeld(readCaseFile([...untilSilence, ...events]));
const faultsIn = (events: typeof seats) => heldIn(events).map(({ record, before }) => verifyDraw(record, before));

describe('the draws in a dossier', () => {
  it('can each be repeated from what was published before them, which no draw says itself (I-72)', () => {
    expect(faultsIn([...seats, ...crisis])).toEqual([undefined, undefined, undefined, undefined]);
    expect(faultsIn(seats.slice(2))).toEqual(Array.from({ length: 3 }, () => 'secret-does-not-open-commitment'));
    expect(faultsIn(seats.toSpliced(1, 1))[0]).toBe('nonces-are-not-those-committed');
    expect(faultsIn(crisis.slice(1))).toEqual(['secret-does-not-open-commitment']);
    expect(faultsIn(crisis.toSpliced(1, 1))).toEqual(['nonces-are-not-those-committed']);
  });

  it('go by the roster as it was filled up since', () => {
    const at = '2025-02-10T09:00:00.000Z';
    const filled = { caseId, at, status: 'filled-up', side: 'US', rosterDigest: rosterDigest(['us-1']) };
    const noted = publicEvent(panelReview.RosterNotedSchema, at, 'PUBLIC', filled);
    expect(faultsIn([...seats, noted])[0]).toBe('roster-is-not-the-frozen-one');
  });

  it('are listed with their secrets and nonces, and are no page where nobody was drawn', () => {
    const file = readCaseFile([...untilSilence, ...seats]);
    const [page] = drawsPages({ file });
    expect(page?.blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      ...['heading', 'entries', 'heading'],
      ...['entries', 'heading', 'entries'],
    ]);
    expect(JSON.stringify(page?.blocks)).toContain(nonce);
    expect(page?.data).toMatchObject({ draws: [{ heldAt: DRAWN, party: 'US', record: { secret: first } }, {}, {}] });
    expect(drawsPages({ file: readCaseFile(untilSilence) })).toEqual([]);
  });

  it('are a document of the bag', async () => {
    const events = [...untilSilence, ...seats, finalFindings];
    const bag = await unpacked(await packedDossier(await storedExhibits(), order({ events })));
    const { draws } = JSON.parse(bag.get('data/documents/07a-draws.json')?.toString() ?? '{}') as { draws: unknown };
    expect(draws).toEqual(heldIn(seats));
    expect(bag.has('data/documents/07a-draws.pdf')).toBe(true);
  });

  it('leave out those of a team that was drawn for another crisis and serves in this one too', () => {
    const serves = publicEvent(panelReview.CrisisTeamDrawnSchema, DRAWN, 'PARTIES', {
      ...{ caseId, hotlineId: 'h-1', drawnAt: OPENED, calledAt: DRAWN },
      draws: canonicalJson([draw('asked-1', 1, first, 'asked')]),
    });
    expect(heldIn([serves])).toEqual([]);
  });
});
