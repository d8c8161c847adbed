import { intake as messages, told as toldIn } from '@parley/contracts';
import type { CaseId, PartyCode, PersonId } from '@parley/kernel';
import { lettersStream, registryLettersStream } from '../../streams';
import { at, reply } from '../case-story.fixture';
import type { Addressing } from './letters.rules';
import { publishes } from '../case.tells';
import { IntakeApp } from '../../intake-app.fixture';

describe('letters over the API', () => {
  let intake: IntakeApp;
  let caseId: CaseId;
  beforeAll(async () => {
    intake = await IntakeApp.start();
  });
  afterAll(() => intake.stop());
  beforeEach(async () => {
    caseId = await intake.registeredCase(
      reply('2025-02-20T10:00:00Z', {
        position: 'accepts-with-reservation',
        reservation: [{ lang: 'en', text: 'Sealed.', kind: 'original' }],
        addressing: 'other-party',
      }),
    );
    await intake.seat(caseId, 'us-9' as PersonId);
    intake.time.now = at('2025-02-24T09:00:00Z');
  });

  const url = (): string => `/v1/cases/${caseId}/letters`;
  const write = (who: string, addressing: Addressing) =>
    intake.post(url(), who, {
      addressing,
      subject: 'Contact',
      text: [{ lang: 'en', text: `To ${addressing}.`, kind: 'original' }],
    });
  const readBy = async (who: string) =>
    (await intake.get(url(), who))
      .json<{ items: { addressing: string }[] }>()
      .items.map(({ addressing }) => addressing);

  it('are read by those to whom they are addressed, and by the side that wrote them', async () => {
    for (const addressing of ['everybody', 'other-party', 'registry'] as const)
      expect((await write('us-desk', addressing)).statusCode).toBe(200);
    expect(await readBy('us-9')).toEqual(['everybody']);
    for (const who of ['cn-desk', 'cn-registry', 'us-cohead', 'cn-cohead', 'cn-auditor'])
      expect(await readBy(who)).toEqual(['everybody', 'other-party']);
    for (const who of ['us-desk', 'us-auditor', 'us-registry'])
      expect(await readBy(who)).toEqual(['everybody', 'other-party', 'registry']);
    expect((await intake.get(url(), 'us-8')).statusCode).toBe(404);
  });

  it('to the registry alone are told to nobody, and the others at their tier', async () => {
    for (const addressing of ['everybody', 'other-party', 'registry'] as const) await write('us-desk', addressing);
    expect((await intake.recorded(lettersStream(caseId))).flatMap(publishes).map(({ tier }) => tier)).toEqual([
      'PANEL',
      'PARTIES',
    ]);
    // The other services hear that a person of a desk acted in the case, and of what nothing (I-05).
    const ofRegistry = (await intake.recorded(registryLettersStream(caseId, 'US' as PartyCode))).flatMap(publishes);
    expect(ofRegistry.map((event) => toldIn(event, messages.PersonActedSchema)?.caseId)).toEqual([caseId]);
  });

  it('to the registry are counted for nobody else: not by a number, not by a revision (I-43)', async () => {
    for (let letter = 0; letter < 3; letter++) await write('us-desk', 'registry');
    await write('us-desk', 'other-party');
    const answer = await write('cn-desk', 'registry');
    expect(answer.headers.etag).toBe('"0"');
    expect(answer.json<{ items: { id: string }[] }>().items.map(({ id }) => id)).toEqual(['registry-letter:CN:1']);
    expect((await write('us-desk', 'everybody')).json<{ items: { id: string }[] }>().items.map(({ id }) => id)).toEqual(
      ['party-letter:US:1', 'letter:US:1'],
    );
    expect((await intake.get(url(), 'us-9')).json<{ items: { id: string }[] }>().items.map(({ id }) => id)).toEqual([
      'letter:US:1',
    ]);
  });

  it('to the registry leave no trace in the log of reads for the auditor of the other side (I-40, I-43)', async () => {
    await write('us-desk', 'registry');
    await write('us-desk', 'other-party');
    await intake.get(url(), 'us-registry');
    const reads = async (who: string) =>
      (await intake.get(`/v1/cases/${caseId}/reads`, who))
        .json<{ items: { subject: string }[] }>()
        .items.map(({ subject }) => subject)
        .filter((subject) => subject !== 'reads of case');
    expect((await reads('us-auditor')).toSorted()).toEqual(['party-letter:US:1', 'registry-letter:US:1']);
    expect(await reads('cn-auditor')).toEqual(['party-letter:US:1']);
    const toDesk = (await intake.get(`/v1/cases/${caseId}/reads`, 'cn-desk')).json<{ items: object[] }>().items;
    expect(toDesk).toMatchObject([
      { personId: 'cn-auditor', party: 'CN', subject: 'reads of case' },
      { personId: null, party: 'US', roles: ['auditor'], subject: null, purpose: null },
      { personId: null, party: 'US', roles: ['registry'], subject: null, what: null },
    ]);
  });

  it('are not sent again to others under the key of the first', async () => {
    const text = [{ lang: 'en', text: 'Once.', kind: 'original' }];
    const send = (addressing: Addressing) =>
      intake.post(
        url(),
        'us-desk',
        { addressing, subject: 'Contact', text },
        { 'idempotency-key': 'one-letter-and-no-other' },
      );
    for (let time = 0; time < 2; time++) expect((await send('registry')).statusCode).toBe(200);
    expect((await send('everybody')).statusCode).toBe(409);
    expect(await readBy('us-desk')).toEqual(['registry']);
  });

  it('that have addressees beside the registry are served on both parties as documents', async () => {
    for (const addressing of ['other-party', 'registry'] as const) await write('us-desk', addressing);
    await intake.service.idle();
    const { items } = (await intake.get(`/v1/inbox?case=${caseId}`, 'cn-desk')).json<{
      items: { document: { kind: string; reference: string } | null }[];
    }>();
    expect(items.flatMap(({ document }) => (document?.kind === 'letter' ? [document.reference] : []))).toEqual([
      'party-letter:US:1',
    ]);
  });

  it('and the content of a reply that is not addressed to the panel are not seen by its members', async () => {
    expect((await intake.get(`/v1/cases/${caseId}`, 'us-9')).json()).toMatchObject({
      exchange: { reply: { position: 'accepts-with-reservation', reservation: [], addressing: 'other-party' } },
    });
    expect((await intake.get(`/v1/cases/${caseId}`, 'us-9')).body).not.toContain('Sealed');
    expect((await intake.get(`/v1/cases/${caseId}`, 'cn-desk')).body).toContain('Sealed');
  });

  it(
    'and what else passes between the parties are not counted for the panel by the ' + 'revision of the case (I-43)',
    async () => {
      for (const path of ['', '/summaries']) {
        expect((await intake.get(`/v1/cases/${caseId}${path}`, 'cn-desk')).headers.etag).toMatch(/^"\d+"$/);
        const seen = await intake.get(`/v1/cases/${caseId}${path}`, 'us-9');
        expect([seen.statusCode, seen.headers.etag]).toEqual([200, undefined]);
      }
    },
  );

  it('are refused from who is no desk, and with a field that is not known', async () => {
    expect((await write('us-registry', 'everybody')).statusCode).toBe(403);
    expect((await intake.post(url(), 'us-desk', { addressing: 'panel', subject: 'x', text: [] })).statusCode).toBe(422);
  });
});
