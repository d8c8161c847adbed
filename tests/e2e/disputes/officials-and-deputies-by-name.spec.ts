import { REPLY } from '../../support/cases-at-every-stage';
import { Client } from '../../support/client';
import { constructedGrievance } from '../../support/constructed';
import { everyItem } from '../../support/every-item';
import { wtoCase } from '../../support/wto-case';
import { Dispute } from './dispute';

interface Consultations {
  readonly level: string;
  readonly designated: readonly { readonly party: string; readonly persons: readonly string[] }[];
}
interface Register {
  readonly delegations: readonly { readonly id: string; readonly personId: string; readonly endsAt: string | null }[];
}
interface Case {
  readonly exchange: { readonly calls: readonly { readonly outcome: object | null }[] };
}
interface Due {
  readonly deadline: string;
  readonly awaited: string;
  readonly designated: readonly string[];
}

const AUTHORITY = 'Letter of the Trade Representative of 3 February 2025';
const REGISTER = '/v1/parties/US/delegations';
const NOT_DESIGNATED = { status: 403, code: 'not-designated', rule: 'S5' };

/**
 * S5: officials, then deputies, whom each side designates by name in its register. The attack of a side that has a call
 * taken by whom it likes on the other, or that rises a level in the minute before a call, so that nobody may take it.
 */
describe('officials and deputies by name', () => {
  let dispute: Dispute;
  let second: Client;

  beforeAll(async () => {
    dispute = await Dispute.begin('2025-02-03T09:00:00+01:00', '79');
    second = await Client.as(dispute.url, 'us-desk-2');
    await dispute.register('cn-desk', constructedGrievance(wtoCase(633)));
    await dispute.settle();
    await dispute.act('us-desk', 'reply', REPLY);
  });
  afterAll(() => dispute.end());

  const consultations = (user: string) => dispute.as(user).read<Consultations>(dispute.path('consultations'));
  const record = (personId: string, scope: string, replaces?: string) =>
    dispute.as('us-desk').act<Register>(REGISTER, { personId, scope, authority: AUTHORITY, replaces });
  const offer = (user: string, proposedFor: string) => dispute.act(user, 'calls', { proposedFor });
  const tries = async (client: Client, part: string, body: object = {}) =>
    (await client.post<{ status?: number; code?: string; rule?: string }>(dispute.path(part), body)).body;
  const callsDueFrom = async (client: Client) =>
    (await everyItem<Due>(client, '/v1/agenda')).filter(({ deadline }) => deadline.startsWith('call:'));

  it('are nobody while a side has no register: its whole desk makes and takes calls', async () => {
    expect((await consultations('cn-desk')).designated).toEqual([
      { party: 'CN', persons: [] },
      { party: 'US', persons: [] },
    ]);
    await offer('cn-desk', '2025-02-05T15:00:00+01:00');
    expect((await tries(second, 'calls/call:1/answer')).code).toBeUndefined();
  });

  it('are the head of delegation from the first one on', async () => {
    for (const user of ['us-cohead', 'us-registry'])
      await dispute.as(user).act(`${REGISTER}/head`, { personId: 'us-desk', authority: AUTHORITY });
    await record('us-desk-2', 'desk');
    await dispute.settle();
    expect((await consultations('us-desk')).designated[1]).toEqual({ party: 'US', persons: ['us-desk'] });
    await offer('cn-desk', '2025-02-06T15:00:00+01:00');
    expect(await callsDueFrom(dispute.as('us-desk'))).toMatchObject([
      { deadline: 'call:2', awaited: 'party:US', designated: ['us-desk'] },
    ]);
    expect(await tries(second, 'calls/call:2/acceptance')).toMatchObject(NOT_DESIGNATED);
  });

  it('are whom the head records, and nobody whom the other side does', async () => {
    const said = { personId: 'us-outsider', scope: 'official', authority: AUTHORITY };
    for (const user of ['cn-desk', 'cn-desk-2'])
      expect((await (await Client.as(dispute.url, user)).post(REGISTER, said)).body).toMatchObject({
        code: 'not-own-register',
      });
    const held = (await dispute.as('us-desk').read<Register>(REGISTER)).delegations;
    await record('us-desk-2', 'official', held.find(({ personId }) => personId === 'us-desk-2')?.id);
    await dispute.settle();
    expect((await consultations('cn-desk')).designated[1]).toEqual({ party: 'US', persons: ['us-desk-2'] });
    expect(await callsDueFrom(second)).toMatchObject([{ designated: ['us-desk-2'] }]);
    for (const part of ['calls/call:2/acceptance', 'calls/call:2/answer'])
      expect(await tries(dispute.as('us-desk'), part)).toMatchObject(NOT_DESIGNATED);
    for (const part of ['calls', 'calls/call:2/times'])
      expect(await tries(dispute.as('us-desk'), part, { proposedFor: '2025-02-07T15:00:00+01:00' })).toMatchObject(
        NOT_DESIGNATED,
      );
  });

  it('take a call all the same when the other side rose a level in the minute before it', async () => {
    await dispute.moveTo('2025-02-06T14:58:00+01:00');
    await dispute.act('cn-desk', 'consultations/escalations');
    expect(await consultations('us-desk')).toMatchObject({
      level: 'deputies',
      designated: [{ persons: [] }, { persons: ['us-desk'] }],
    });
    expect((await tries(second, 'calls/call:2/answer')).code).toBeUndefined();
    const shown = await dispute.as('cn-desk').read<Case>(`/v1/cases/${dispute.id}`);
    expect(shown.exchange.calls[1]?.outcome).toMatchObject({ kind: 'answered' });
  });

  it('are the deputies from then on, failing these the head', async () => {
    const proposedFor = '2025-02-10T15:00:00+01:00';
    expect(await tries(second, 'calls', { proposedFor })).toMatchObject(NOT_DESIGNATED);
    await offer('us-desk', proposedFor);
    const held = (await dispute.as('us-desk').read<Register>(REGISTER)).delegations;
    await record('us-desk-2', 'deputy', held.findLast(({ personId }) => personId === 'us-desk-2')?.id);
    await dispute.settle();
    expect(await tries(dispute.as('us-desk'), 'calls', { proposedFor })).toMatchObject(NOT_DESIGNATED);
    expect((await tries(second, 'calls', { proposedFor })).code).toBeUndefined();
  });
});
