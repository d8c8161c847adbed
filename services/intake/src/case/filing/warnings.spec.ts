import { randomUUID } from 'node:crypto';
import { create, toBinary } from '@bufbuild/protobuf';
import { panelReview } from '@parley/contracts';
import { derivedUuid, sha256 } from '@parley/event-store';
import { canonicalJson, type Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { IntakeApp } from '../../intake-app.fixture';
import { grievance } from '../case-story.fixture';
import { caseListProjection } from '../case.table';
import type { Grievance } from './file-grievance.rules';

interface Warning {
  readonly code: string;
  readonly case: string | null;
  readonly party: string | null;
}
interface Filed {
  readonly id: string;
  readonly receipt: { readonly number: string; readonly warnings: readonly Warning[] };
}

const HOUR = 60 * 60 * 1_000;

describe('the receipt of a filing and the check before it', () => {
  let intake: IntakeApp;
  beforeAll(async () => void (intake = await IntakeApp.start()));
  afterAll(() => intake.stop());

  const contact = { name: 'Li Wei', reach: '+86 10 0000 0000' };
  const bodyOf = (sent: Grievance, more = {}) => ({
    ...{ grievance: sent, contact, certification: { digest: sha256(canonicalJson(sent)) } },
    ...more,
  });
  const file = async (sent: Grievance, who = 'cn-desk', key: string = randomUUID(), more = {}): Promise<Filed> => {
    const answer = await intake.post('/v1/cases', who, bodyOf(sent, more), { 'idempotency-key': key });
    expect(answer.statusCode).toBe(201);
    await intake.service.idle();
    return answer.json();
  };
  const check = async (sent: Grievance, who = 'cn-desk'): Promise<readonly Warning[]> => {
    const answer = await intake.post('/v1/grievances/checks', who, { grievance: sent, contact });
    return answer.json<{ warnings: readonly Warning[] }>().warnings;
  };
  const sameText = (warnings: readonly Warning[]) =>
    warnings.flatMap(({ code, case: id }) => (code === 'same-text-filed' ? [id] : []));
  const short = (warnings: readonly Warning[]) =>
    warnings.flatMap(({ code, party }) => (code === 'roster-short' ? [party] : []));

  /** The panel review tells how many names of a roster count. */
  const counted = (side: string, names: number, second: number): PublicEvent => {
    const subject = derivedUuid('roster', side);
    const at = new Date(Date.parse('2025-02-01T10:00:00Z') + second * 1_000).toISOString() as Instant;
    const message = create(panelReview.RosterCountedSchema, { caseId: subject, at, side, names });
    return {
      ...{ id: randomUUID(), source: '/parley/panelreview', type: panelReview.RosterCountedSchema.typeName, subject },
      ...{ time: at, recordedat: at, sequence: second, tier: 'PUBLIC', datacontenttype: 'application/protobuf' },
      data: toBinary(panelReview.RosterCountedSchema, message),
    };
  };

  const text = (authority: string): Grievance => ({ ...grievance, authority });

  it('name the earlier case of the same text, for a day, to the party that filed it', async () => {
    const sent = text('The same text');
    expect(sameText(await check(sent))).toEqual([]);
    const first = await file(sent);
    expect(sameText(first.receipt.warnings)).toEqual([]);
    expect(sameText(await check(sent))).toEqual([first.id]);

    const second = await file(sent);
    expect(sameText(second.receipt.warnings)).toEqual([first.id]);
    const { items } = (await intake.get('/v1/cases', 'cn-desk')).json<{ items: readonly { id: string }[] }>();
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining([first.id, second.id]));

    expect(sameText(await check(text('Another text')))).toEqual([]);
    expect(sameText(await check(sent, 'us-desk'))).toEqual([]);
    intake.time.now = new Date(Date.parse(intake.time.now) + 24 * HOUR).toISOString() as Instant;
    expect(sameText(await check(sent))).toEqual([]);
  });

  it('know a text that was filed a moment ago, or is being filed', async () => {
    const sent = text('Filed at once');
    const keys = ['at once 1', 'at once 2', 'at once 3'];
    const post = async (key: string): Promise<Filed> =>
      (await intake.post('/v1/cases', 'cn-desk', bodyOf(sent), { 'idempotency-key': key })).json();
    const together = await Promise.all(keys.map(post));
    const [first, ...others] = together.filter(({ receipt }) => sameText(receipt.warnings).length === 0);
    expect(others).toEqual([]);
    expect(together.flatMap(({ receipt }) => sameText(receipt.warnings))).toEqual([first?.id, first?.id]);
    const [one, ...more] = sameText((await post('at once 4')).receipt.warnings);
    expect([together.map(({ id }) => id).includes(one ?? ''), more]).toEqual([true, []]);
    expect(sameText((await post('at once 1')).receipt.warnings)).toEqual(sameText(together[0]?.receipt.warnings ?? []));
    await intake.service.idle();
  });

  it('know a text before the list of cases has heard of it', async () => {
    const { promise: heard, resolve: hear } = Promise.withResolvers<undefined>();
    const apply = caseListProjection.apply.bind(caseListProjection);
    const held = jest.spyOn(caseListProjection, 'apply').mockImplementation(async (...page) => {
      await heard;
      return apply(...page);
    });
    const sent = text('Unheard');
    const filed = await intake.post('/v1/cases', 'cn-desk', bodyOf(sent), { 'idempotency-key': 'unheard' });
    const listed = (await intake.get('/v1/cases', 'cn-desk')).json<{ items: readonly { id: string }[] }>().items;
    const { id } = filed.json<Filed>();
    expect(listed.map((line) => line.id)).not.toContain(id);
    expect(sameText(await check(sent))).toEqual([id]);
    hear(undefined);
    held.mockRestore();
    await intake.service.idle();
  });

  it('is the same receipt when the filing is sent again, though its own case has the text by then', async () => {
    const sent = text('Sent twice');
    const first = await file(sent, 'cn-desk', 'sent twice');
    const again = await file(sent, 'cn-desk', 'sent twice');
    expect(again.receipt).toEqual(first.receipt);
    expect(sameText(again.receipt.warnings)).toEqual([]);
  });

  it('know the text with which a defect was cured, too', async () => {
    const { id } = await file({ ...text('Cured'), remedy: [] });
    const notice = await intake.post(`/v1/cases/${id}/completeness`, 'cn-registry', { finding: 'deficient' });
    expect(notice.statusCode).toBe(200);
    expect((await intake.post(`/v1/cases/${id}/cures`, 'cn-desk', bodyOf(text('Cured')))).statusCode).toBe(200);
    await intake.service.idle();
    expect(sameText(await check(text('Cured')))).toEqual([id]);
  });

  it('know it again after the list of cases was built anew', async () => {
    const { id } = await file(text('Before the rebuild'));
    await intake.service.workers.projections.find(({ name }) => name === 'case-list')?.rebuild();
    expect(sameText(await check(text('Before the rebuild')))).toEqual([id]);
  });

  it('say whose roster is short, and refuse nothing', async () => {
    expect(short(await check(text('Both are short')))).toEqual(['CN', 'US']);
    await intake.hear(counted('CN', 6, 1));
    await intake.hear(counted('US', 5, 2));
    const filed = await file(text('One is short'));
    expect(filed.receipt.warnings).toEqual([
      {
        ...{ code: 'roster-short', case: null, party: 'US' },
        en: 'The respondent’s roster is short: of the 6 names that it should have, 5 had been heard of at this filing.',
        'zh-Hans': '被申诉方的名册不足员：应有 6 人，提交时获悉 5 人。',
        advice: { en: expect.stringContaining('filled up') as string, 'zh-Hans': expect.any(String) as string },
      },
    ]);
    expect(short(await check(text('One is short'), 'us-desk'))).toEqual(['US']);
    await intake.hear(counted('US', 6, 4));
    await intake.hear(counted('US', 4, 3));
    expect(short(await check(text('None is short')))).toEqual([]);
    const read = await intake.get(`/v1/cases/${filed.id}`, 'us-desk');
    expect(read.json<Filed>().receipt).toEqual(filed.receipt);
  });
});
