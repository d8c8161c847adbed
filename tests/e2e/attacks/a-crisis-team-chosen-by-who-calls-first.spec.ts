import { words } from '../../support/cases-under-review';
import { drawnAnew, hashOf, type PublishedDraw } from '../../support/repeat-draw';
import type { HotlineBody, LogBody } from '../disputes/bodies';
import { Dispute } from '../disputes/dispute';

interface TeamBody {
  readonly commitments: readonly {
    readonly seat: string;
    readonly commitment: string;
    readonly rosterDigest: string;
  }[];
  readonly drawnAt: string | null;
  readonly members: readonly { readonly personId: string }[];
  readonly draws: readonly PublishedDraw[];
}

const nonceOf = (desk: string): string => hashOf(`a nonce of ${desk} for a crisis`);
const MINUTE_MS = 60_000;

/**
 * The attacks on the draw of a crisis team (I-72): of the side that asks, which calls for a team in the same minute, so
 * that the other cannot add anything, and lays its own nonce open only if the draw would come out well; and of the
 * secretariat, which would choose its secret when it has seen the nonces.
 */
describe('a crisis team chosen by who calls first', () => {
  let dispute: Dispute;
  let crisis = '';
  let requestedAt = 0;
  let published: TeamBody;

  const path = (rest: string): string => `/v1/hotline/${crisis}/crisis-team${rest}`;
  const added = (desk: string) => ({ commitment: hashOf(nonceOf(desk)) });
  const team = (desk: string) => dispute.as(desk).read<TeamBody>(`/v1/crisis-teams/${crisis}`);
  const request = (desk: string) => dispute.as(desk).read<HotlineBody>(`/v1/hotline/${crisis}`);
  const moveTo = async (minutes: number): Promise<void> => {
    await dispute.moveTo(new Date(requestedAt + minutes * MINUTE_MS).toISOString());
    await dispute.settle();
  };
  const refused = async (desk: string, rest: string, body: object) => {
    const { status, body: said } = await dispute.as(desk).post<{ code: string }>(path(rest), body);
    return { status, code: said.code };
  };
  const due = async (desk: string): Promise<readonly string[]> =>
    (await dispute.as(desk).read<{ items: readonly object[] }>('/v1/agenda?limit=200')).items
      .map((item) => JSON.stringify(item))
      .filter((item) => item.includes(`${crisis}:nonces`));
  const known = async (): Promise<LogBody['items']> =>
    (await dispute.cast.anybody.read<LogBody>('/v1/docket/log')).items.filter(
      ({ facts }) => facts['hotlineId'] === crisis,
    );

  beforeAll(async () => {
    dispute = await Dispute.begin('2026-03-06T16:00:00+01:00', '724');
    const asked = await dispute
      .as('us-desk')
      .act<HotlineBody>('/v1/hotline', { grade: 'crisis', subject: words('An incident.') });
    crisis = asked.body.id;
    requestedAt = Date.parse(asked.body.requestedAt);
    await dispute.settle();
  });
  afterAll(() => dispute.end());

  it('finds the secrets committed to, and the rosters frozen, from the request on and in public', async () => {
    published = await team('cn-desk');
    expect(published).toMatchObject({ drawnAt: null, members: [], draws: [] });
    expect(published.commitments.map(({ seat }) => seat)).toEqual(['asked-1', 'asked-2', 'asking-1', 'asking-2']);
    const [entry] = (await known()).filter(({ kind }) => kind === 'crisis-draws-opened');
    const hashes = JSON.parse(String(entry?.facts['commitments'])) as Record<string, string>;
    expect(Object.values(hashes)).toEqual(published.commitments.map(({ commitment }) => commitment));
  });

  it('cannot keep the other side from adding a nonce: nobody is drawn for ten minutes', async () => {
    await dispute.as('us-desk').act(path('/commitments'), added('us-desk'));
    await dispute.as('us-desk').act(path(''), undefined);
    await dispute.settle();
    await moveTo(7);
    expect(await team('cn-desk')).toMatchObject({ drawnAt: null, draws: [] });
    expect(await refused('cn-desk', '/commitments', added('us-desk'))).toEqual({
      status: 422,
      code: 'nonce-commitment-used',
    });
    expect(await refused('us-desk', '/nonces', { nonce: nonceOf('us-desk') })).toMatchObject({
      code: 'draw-not-called',
    });
    await dispute.as('cn-desk').act(path('/commitments'), added('cn-desk'));
  });

  it('cannot add one when the other’s may be open, nor lay another open than it had added', async () => {
    await moveTo(11);
    expect([(await due('us-desk')).length, (await due('cn-desk')).length]).toEqual([1, 1]);
    await dispute.as('cn-desk').act(path('/nonces'), { nonce: nonceOf('cn-desk') });
    await dispute.settle();
    expect([(await due('us-desk')).length, (await due('cn-desk')).length]).toEqual([1, 0]);
    expect(await team('us-desk')).toMatchObject({ drawnAt: null, draws: [] });
    expect(await refused('us-desk', '/commitments', { commitment: hashOf(hashOf('another')) })).toMatchObject({
      status: 409,
    });
    expect(await refused('us-desk', '/nonces', { nonce: hashOf('another') })).toEqual({
      status: 422,
      code: 'nonce-does-not-fit',
    });
  });

  it('withholds its own in public alone, and the team is drawn without it, as whoever repeats it gets', async () => {
    await moveTo(21);
    const drawn = await team('cn-desk');
    expect(drawn.members).toHaveLength(4);
    expect((await request('us-desk')).team).toEqual(drawn.members);
    for (const draw of drawn.draws) {
      const before = published.commitments.find(({ seat }) => seat === draw.seat);
      expect([draw.commitment, draw.rosterDigest]).toEqual([before?.commitment, before?.rosterDigest]);
      expect(hashOf(draw.secret ?? '')).toBe(before?.commitment);
      expect(draw.nonces).toEqual([
        { of: 'asking', ...added('us-desk'), nonce: null },
        { of: 'asked', ...added('cn-desk'), nonce: nonceOf('cn-desk') },
      ]);
      expect(drawnAnew(draw)).toBe(draw.drawn);
    }
    const [left] = (await known()).filter(({ kind }) => kind === 'hotline-nonce-left-out');
    expect(left?.facts['side']).toBe('US');
    expect(await refused('us-desk', '/nonces', { nonce: nonceOf('us-desk') })).toEqual({
      status: 409,
      code: 'nonce-out-of-time',
    });
  });
});
