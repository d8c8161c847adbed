import { randomBytes } from 'node:crypto';
import { documentGaps } from '@parley/http';
import { code, EvidenceApp } from '../evidence-app.fixture';

describe('corrections of exhibits over HTTP', () => {
  let evidence: EvidenceApp;
  let us: string;
  let member: string;

  beforeAll(async () => {
    evidence = await EvidenceApp.start();
    ({ us, member } = await evidence.people());
  });
  afterAll(() => evidence.stop());

  it('point from the wrong exhibit to the right one and back, for who may see both', async () => {
    const caseId = await evidence.registeredCase();
    const exhibits = `/v1/cases/${caseId}/exhibits`;
    const file = (more: object = {}) => evidence.fileExhibit(caseId, us, randomBytes(60), more);
    const read = async (number: string, bearer = us): Promise<unknown> =>
      (await evidence.get(`${exhibits}/${number}`, bearer)).json();
    await evidence.convenePanel(caseId, 'us-member');
    await file();
    expect((await file({ tier: 'PANEL', corrects: 'USA-1' })).json()).toMatchObject({
      number: 'USA-2',
      corrects: 'USA-1',
      correctedBy: null,
    });
    expect(await read('USA-1')).toMatchObject({ correctedBy: 'USA-2' });
    expect(await read('USA-2', member)).toMatchObject({ number: 'USA-2', corrects: null });
    expect(code(await file({ corrects: 'CHN-1' }))).toBe('unknown-corrected');
  });

  it('are described, with all of the evidence, so that a client can be generated from it', async () => {
    const document = (await evidence.get('/openapi.json')).json<Parameters<typeof documentGaps>[0]>();
    expect(documentGaps(document)).toEqual([]);
  });
});
