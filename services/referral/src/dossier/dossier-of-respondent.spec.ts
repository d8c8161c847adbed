import { panelReview } from '@parley/contracts';
import type { Instant } from '@parley/kernel';
import type { AssemblyOrder } from './assemble-dossier';
import { america, finalFindings, joinder, order, publicEvent, untilSilence } from './dossier-story.fixture';
import { packedDossier, storedExhibits } from './packed-dossier.fixture';
import { unpacked } from './unpacked.fixture';

const NOTHING_SAID = { reasons: [], statements: [], attributed: [] };
const findingsOnBoth = publicEvent(panelReview.FindingsIssuedSchema, finalFindings.time, 'PUBLIC', {
  issuedAt: finalFindings.time,
  digest: 'cd'.repeat(32),
  findings: [
    { claimId: 'C1', outcome: 'substantiated', ...NOTHING_SAID },
    { claimId: 'U1', outcome: 'not-agreed', ...NOTHING_SAID },
  ],
});
const events = [...untilSilence, ...joinder, findingsOnBoth];

/** A dossier that the respondent asks for, in a case that holds the measures of both parties. */
function ofRespondent(changes: Partial<AssemblyOrder> = {}): AssemblyOrder {
  const asked = order({ events, ...changes });
  const { request } = asked.dossier;
  return {
    ...asked,
    dossier: { ...asked.dossier, n: 2, party: america.code, request: { ...request, measures: ['M2'], claims: ['U1'] } },
  };
}

async function filesOf(
  assembled: AssemblyOrder,
): Promise<{ readonly json: (name: string) => unknown; readonly html: (name: string) => string }> {
  const files = await unpacked(await packedDossier(await storedExhibits(), assembled));
  const text = (path: string): string => files.get(`data/documents/${path}`)?.toString('utf8') ?? `no ${path}`;
  return { json: (name) => JSON.parse(text(`${name}.json`)) as unknown, html: (name) => text(`${name}.html`) };
}

describe('a dossier of a respondent that has claims of its own in the case', () => {
  it('holds its own draft, against the complainant, in its own words', async () => {
    const { json, html } = await filesOf(ofRespondent());
    expect(json('02-request-for-consultations')).toMatchObject({
      wordsOf: 'US',
      requestedBy: 'US',
      addressedTo: 'CN',
      measures: [{ id: 'M2' }],
      legalBasis: [{ claim: 'U1' }],
    });
    expect(html('02-request-for-consultations')).toContain('This draft is the respondent’s own text');
    expect(json('01-cover')).toMatchObject({ complainant: 'CN', respondent: 'US', applicant: 'US', n: 2 });
  });

  it('is about its measures and claims and what was said against them, no other, and holds all findings', async () => {
    const { json, html } = await filesOf(ofRespondent());
    expect(json('03-measures')).toMatchObject([{ id: 'M2', wtoMember: 'CN', inDraft: true }]);
    expect(html('03-measures')).toMatch(/<p>M2<\/p><\/td><td><p lang="en">China<.*>中国</);
    expect(json('04-claims')).toMatchObject([
      { claim: 'U1', counterStatement: [{ text: 'Every licence came within its term.' }, {}], inDraft: true },
    ]);
    expect(json('08-findings')).toMatchObject({
      findings: [
        { claim: 'C1', outcome: 'substantiated' },
        { claim: 'U1', outcome: 'not-agreed' },
      ],
    });
    expect(html('04-claims')).toContain(
      'The case holds the measures of both parties. What stands here is of those that the United States complains of',
    );
  });

  it('stands beside that of the complainant, which is about its own claims and holds all findings', async () => {
    const { json } = await filesOf(order({ events }));
    expect([json('03-measures'), json('04-claims'), json('08-findings')]).toMatchObject([
      [{ id: 'M1' }],
      [{ claim: 'C1' }, { claim: 'C2' }],
      { findings: [{ claim: 'C1' }, { claim: 'U1' }] },
    ]);
    expect(json('01-cover')).toMatchObject({ applicant: 'CN' });
  });

  it('says that it was the respondent who gave the exit notice', async () => {
    const exit = ofRespondent({
      events: [...untilSilence, ...joinder],
      basis: 'exit-notice',
      exitNoticeAt: '2025-06-04T09:00:00.000Z' as Instant,
    });
    const { html } = await filesOf(exit);
    for (const [page, words] of [
      ['01-cover', 'an exit notice was given'],
      ['05-chronology', 'The United States gave notice that it goes to the World Trade Organization'],
      ['08-exit-notice', 'The United States gave notice that it goes to the World Trade Organization'],
    ] as const) {
      expect(html(page)).toContain(words);
    }
  });

  it('is made of other bytes than before in no case of one party’s measures alone', async () => {
    const { json } = await filesOf(order());
    expect(json('01-cover')).toMatchObject({ edition: '2026-1' });
    expect(json('01-cover')).not.toHaveProperty('applicant');
  });
});
