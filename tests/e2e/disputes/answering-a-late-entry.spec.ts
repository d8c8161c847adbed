import { codeOf, LateDispute } from './late-dispute';

/** The story of an honest late entry: a note came in the last minute, and was entered on the next working day. */
describe('a reply that was handed over at the seat in its last minute', () => {
  let dispute: LateDispute;
  beforeAll(async () => {
    dispute = await LateDispute.start();
  }, 120_000);
  afterAll(() => dispute.stop());

  it('is due in the agenda of the other side’s registry, and is read and confirmed there', async () => {
    const { 'us-registry': officer, 'cn-registry': other } = dispute.as;
    await dispute.reply(officer, await dispute.came(officer, dispute.lastMinute));
    const [entry] = await dispute.entries();
    const later = (minutes: number) => new Date(Date.parse(dispute.lastMinute) + minutes * 60_000).toISOString();
    await dispute.passTo(later(62));
    const agenda = await other.read<{ items: readonly { clock: string; awaited: string }[] }>('/v1/agenda');
    expect(agenda.items.filter(({ clock }) => clock === 'late-entry-answer')).toMatchObject([
      { awaited: 'registry:CN' },
    ]);
    const root = `/v1/cases/${dispute.cases.awaitingReply}`;
    const original = await other.bytes(`${root}/late-entries/${entry?.id ?? ''}/original`);
    expect(original.toString()).toBe('The reply, as it was handed over at the seat');
    expect((await dispute.answer(other, { ...entry!, original: 'ab'.repeat(32) })).status).toBe(422);
    expect((await dispute.answer(other, entry)).status).toBe(200);
    expect(await dispute.isUnanswered()).toBe(false);
    expect(codeOf(await dispute.answer(other, entry, 'refused'))).toBe('late-entry-answered');
    await dispute.passTo(later(63));
    const log = await other.read<{ items: readonly { texts?: { en: string }; what?: { en: string } }[] }>(
      '/v1/docket/log',
    );
    expect(JSON.stringify(log.items)).toContain('a reply that had come in time by another channel');
  });
});
