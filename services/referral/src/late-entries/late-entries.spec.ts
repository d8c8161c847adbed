import { referral, told } from '@parley/contracts';
import { streamName } from '@parley/event-store';
import type { Sha256 } from '@parley/kernel';
import { untilSilence } from '../dossier/dossier-story.fixture';
import { publishes } from '../referral/referral.tells';
import { ReferralApp } from '../referral-app.fixture';
import { text } from '../settlement/settlement-story.fixture';

const NOW = '2025-03-20T09:00:00.000Z';
const code = (response: { json: () => unknown }): unknown => (response.json() as { code?: string }).code;

describe('what came by another channel, over HTTP', () => {
  let app: ReferralApp;
  let cn: string;
  let us: string;
  let cnRegistry: string;
  let usRegistry: string;
  let original: Sha256;

  beforeAll(async () => {
    app = await ReferralApp.start(NOW);
    cn = await app.bearer('cn-desk', 'CN', 'desk');
    us = await app.bearer('us-desk', 'US', 'desk');
    cnRegistry = await app.bearer('cn-registry', 'CN', 'registry');
    usRegistry = await app.bearer('us-registry', 'US', 'registry');
    original = await app.upload('As it was handed over');
  });
  afterAll(() => app.stop());
  beforeEach(() => {
    app.time.now = NOW as never;
  });

  const came = (cameAt: string) => ({ channel: 'Note handed over at the seat', cameAt, original });
  const minuteBefore = (instant: string) => new Date(Date.parse(instant) - 60_000).toISOString();
  const later = (instant: string, hours: number) => new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
  const answer = async (entries: string, who: string) => {
    const { items } = (await app.get(entries, cn)).json<{ items: readonly { id: string }[] }>();
    const said = { verdict: 'confirmed', original, reason: [] };
    return app.post(`${entries}/${items.at(-1)?.id ?? ''}/answer`, who, said);
  };

  it('begins a conciliation that silence had ended, once the other side confirms it (I-19)', async () => {
    const caseId = await app.caseOf(untilSilence);
    const url = `/v1/cases/${caseId}/settlement`;
    const proposed = (await app.post(`${url}/conciliations`, us)).json<{
      conciliations: readonly { answer: { dueAt: string } }[];
    }>();
    const due = proposed.conciliations[0]?.answer.dueAt ?? '';
    await app.firesAt(later(due, 1));
    const received = came(minuteBefore(due));
    const accept = (who: string, n = 1) => app.post(`${url}/conciliations/${String(n)}/acceptances`, who, { received });
    expect(code(await accept(cnRegistry, 2))).toBe('late-entry-nothing-awaited');
    expect(code(await accept(usRegistry))).toBe('own-proposal');
    expect((await accept(cnRegistry)).json()).toMatchObject({ state: 'idle' });
    expect(code(await answer(`${url}/late-entries`, cnRegistry))).toBe('own-late-entry');
    expect((await answer(`${url}/late-entries`, usRegistry)).statusCode).toBe(200);
    expect((await app.get(url, cn)).json()).toMatchObject({ state: 'conciliation', conciliations: [{ end: null }] });
    const events = (await app.store.read(streamName('referral.settlement', caseId))).flatMap(publishes);
    expect(events.flatMap((event) => told(event, referral.LateEntryNotedSchema) ?? [])).toMatchObject([
      { act: 'conciliation-answer', party: 'CN', status: 'claimed' },
      { act: 'conciliation-answer', party: 'CN', status: 'counted', setsAside: true },
    ]);
    const moved = events.flatMap((event) => told(event, referral.ClocksMovedSchema) ?? []);
    expect(moved.map(({ event }) => event)).toContain('DefaultSetAside');
  });

  it('is no signature of a settlement, nor of a dossier (I-67)', async () => {
    const caseId = await app.caseOf(untilSilence);
    const signature = { digest: original, received: came(NOW) };
    expect(code(await app.post(`/v1/cases/${caseId}/settlement/texts/1/signatures`, us, signature))).toBe(
      'never-entered-late',
    );
    const coHead = await app.bearer('us-cohead', 'US', 'cohead');
    expect(code(await app.post(`/v1/cases/${caseId}/referral/dossiers/1/signatures`, coHead, signature))).toBe(
      'entered-by-its-author-alone',
    );
  });

  /** A settlement with its obligations, as an agreement. */
  const signed = async (): Promise<string> => {
    const caseId = await app.caseOf(untilSilence);
    const url = `/v1/cases/${caseId}/settlement`;
    await app.post(`${url}/conciliations`, us);
    await app.post(`${url}/conciliations/1/acceptances`, cn);
    const { texts } = (await app.post(`${url}/texts`, us, text())).json<{ texts: readonly { digest: string }[] }>();
    for (const who of [us, cn]) await app.post(`${url}/texts/1/signatures`, who, { digest: texts[0]?.digest });
    await app.service.idle();
    return `/v1/agreements/${caseId}`;
  };

  it('gives the report that was missing in public', async () => {
    const agreement = await signed();
    interface Report {
      readonly party: string;
      readonly state: string;
      readonly deadline: { readonly dueAt: string };
    }
    const reports = async () => (await app.get(agreement)).json<{ reports: readonly Report[] }>().reports;
    const ofChina = async () => (await reports()).find(({ party }) => party === 'CN');
    const due = (await ofChina())?.deadline.dueAt ?? '';
    await app.firesAt(later(due, 1));
    expect((await ofChina())?.state).toBe('missing');
    const report = {
      entries: [{ obligation: 'O2', says: 'on-course', note: [] }],
      received: came(minuteBefore(due)),
    };
    expect((await app.post(`${agreement}/reviews/1/status-reports`, cnRegistry, report)).statusCode).toBe(200);
    expect((await ofChina())?.state).toBe('missing');
    expect(code(await answer(`${agreement}/late-entries`, cnRegistry))).toBe('own-late-entry');
    expect((await answer(`${agreement}/late-entries`, usRegistry)).statusCode).toBe(200);
    expect((await ofChina())?.state).toBe('given');
  });

  it('disputes in public what the silence of a side had verified', async () => {
    const agreement = await signed();
    interface Obligation {
      readonly id: string;
      readonly state: string;
      readonly reported: { readonly standing: string; readonly deadline: { readonly dueAt: string } | null };
    }
    const ofChina = async () =>
      (await app.get(agreement))
        .json<{ obligations: readonly Obligation[] }>()
        .obligations.find(({ id }) => id === 'O2');
    const entries = [{ obligation: 'O2', says: 'done', note: [] }];
    expect((await app.post(`${agreement}/reviews/1/status-reports`, cn, { entries })).statusCode).toBe(200);
    const due = (await ofChina())?.reported.deadline?.dueAt ?? '';
    await app.firesAt(later(due, 1));
    expect(await ofChina()).toMatchObject({ state: 'fulfilled', reported: { standing: 'verified-by-silence' } });
    const refusal = { says: 'done', verdict: 'refused', note: [] };
    const refuse = (who: string, cameAt: string) =>
      app.post(`${agreement}/obligations/O2/verifications`, who, { ...refusal, received: came(cameAt) });
    expect(code(await refuse(cnRegistry, minuteBefore(due)))).toBe('own-obligation');
    expect(code(await refuse(usRegistry, due))).toBe('late-entry-came-too-late');
    expect((await refuse(usRegistry, minuteBefore(due))).statusCode).toBe(200);
    expect(await ofChina()).toMatchObject({ state: 'fulfilled' });
    expect(code(await answer(`${agreement}/late-entries`, usRegistry))).toBe('own-late-entry');
    expect((await answer(`${agreement}/late-entries`, cnRegistry)).statusCode).toBe(200);
    expect(await ofChina()).toMatchObject({ state: 'open', reported: { standing: 'disputed' } });
  });
});
