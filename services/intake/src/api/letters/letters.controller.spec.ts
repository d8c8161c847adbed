import type { CaseId, PersonId } from '@parley/kernel';
import { lettersStream, registryLettersStream } from '../../application/streams';
import { at, reply } from '../../domain/case-story.fixture';
import type { Addressing } from '../../domain/letters/addressing';
import { publishes } from '../../integration/publishes';
import { IntakeApp } from '../../intake-app.fixture';

describe('letters over the API', () => {
  let intake: IntakeApp;
  let caseId: CaseId;
  beforeAll(async () => {
    intake = await IntakeApp.start();
  });
  afterAll(() => intake.stop());
  beforeEach(async () => {
    caseId = await intake.registeredCase(reply('2025-02-20T10:00:00Z', { position: 'accepts-with-reservation', reservation: [{ lang: 'en', text: 'Sealed.', kind: 'original' }], addressing: 'other-party' }));
    await intake.seat(caseId, 'us-9' as PersonId);
    intake.time.now = at('2025-02-24T09:00:00Z');
  });

  const url = (): string => `/v1/cases/${caseId}/letters`;
  const write = (who: string, addressing: Addressing) => intake.post(url(), who, { addressing, subject: 'Contact', text: [{ lang: 'en', text: `To ${addressing}.`, kind: 'original' }] });
  const readBy = async (who: string) => (await intake.get(url(), who)).json<{ letters: { addressing: string }[] }>().letters.map(({ addressing }) => addressing);

  it('are read by those to whom they are addressed, and by the side that wrote them', async () => {
    for (const addressing of ['everybody', 'other-party', 'registry'] as const) expect((await write('us-desk', addressing)).statusCode).toBe(200);
    expect(await readBy('us-9')).toEqual(['everybody']);
    for (const who of ['cn-desk', 'us-cohead', 'cn-auditor']) expect(await readBy(who)).toEqual(['everybody', 'other-party']);
    for (const who of ['us-desk', 'us-auditor', 'cn-registry']) expect(await readBy(who)).toEqual(['everybody', 'other-party', 'registry']);
    expect((await intake.get(url(), 'us-8')).statusCode).toBe(404);
  });

  it('to the registry alone are told to nobody, and the others at their tier', async () => {
    for (const addressing of ['everybody', 'other-party', 'registry'] as const) await write('us-desk', addressing);
    expect((await intake.recorded(lettersStream(caseId))).flatMap(publishes).map(({ tier }) => tier)).toEqual(['PANEL', 'PARTIES']);
    expect((await intake.recorded(registryLettersStream(caseId))).flatMap(publishes)).toEqual([]);
  });

  it('that have addressees beside the registry are served on both parties as documents', async () => {
    for (const addressing of ['other-party', 'registry'] as const) await write('us-desk', addressing);
    await intake.service.idle();
    const { items } = (await intake.get(`/v1/inbox?case=${caseId}`, 'cn-desk')).json<{ items: { document: { kind: string; reference: string } | null }[] }>();
    expect(items.flatMap(({ document }) => (document?.kind === 'letter' ? [document.reference] : []))).toEqual(['letter:1']);
  });

  it('and the content of a reply that is not addressed to the panel are not seen by its members', async () => {
    expect((await intake.get(`/v1/cases/${caseId}`, 'us-9')).json()).toMatchObject({ exchange: { reply: { position: 'accepts-with-reservation', reservation: [], addressing: 'other-party' } } });
    expect((await intake.get(`/v1/cases/${caseId}`, 'us-9')).body).not.toContain('Sealed');
    expect((await intake.get(`/v1/cases/${caseId}`, 'cn-desk')).body).toContain('Sealed');
  });

  it('are refused from who is no desk, and with a field that is not known', async () => {
    expect((await write('us-registry', 'everybody')).statusCode).toBe(403);
    expect((await intake.post(url(), 'us-desk', { addressing: 'panel', subject: 'x', text: [] })).statusCode).toBe(422);
  });
});
