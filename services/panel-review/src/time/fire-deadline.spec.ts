import { commandIdOf } from '@parley/event-store';
import type { CommandId } from '@parley/kernel';
import { at, caseId, member, openedPanel, reviewing, text } from '../panel/panel-story.fixture';
import { interimDigest } from '../review/review.rules';
import { drawSecretsBy } from '../composition/draw-secret';
import { fireDeadline } from './fire-deadline';
import { panelStream } from '../panel/streams';
import { SpokenPanel } from '../panel/told-panel.fixture';

describe('the end of the review', () => {
  const digest = interimDigest(caseId, text('So far.'), []);
  let spoken: SpokenPanel;

  /** A panel in review, with no process at work that would carry anything over. */
  beforeEach(async () => {
    spoken = new SpokenPanel(at('2025-04-29T18:00:00Z'));
    await spoken.say(...reviewing);
  });

  async function deliberate(key: string, act: object, who: string): Promise<void> {
    const panel = openedPanel((await spoken.panels.read(caseId)).state);
    const context = {
      commandId: commandIdOf('spec', key),
      cause: { kind: 'command', id: key },
      actor: { kind: 'system', process: 'spec' },
      ruleSetVersion: '2026-1',
    };
    const done = await spoken.deliberations.act(
      caseId,
      { ...act, ...member(who, '2025-04-02T10:00:00Z'), panel } as never,
      context as never,
    );
    expect(done.kind).toBe('done');
  }
  async function fire(): Promise<readonly string[]> {
    const { dueAt } = openedPanel((await spoken.panels.read(caseId)).state).running['review']!;
    const timer = { stream: panelStream(caseId), subject: caseId, deadlineId: 'review', clock: 'review', dueAt };
    await fireDeadline(spoken, drawSecretsBy(Buffer.alloc(32)), {
      timer,
      commandId: 'c5a0c5b8-0c3a-8b58-8f2e-5a1f0b6f3a11' as CommandId,
    });
    return (await spoken.recorded()).slice(-2).map(({ type }) => type);
  }

  it('issues the text on which the co-chairs had agreed though it was not carried over yet (I-19)', async () => {
    await deliberate('draft', { type: 'DraftInterim', text: text('So far.'), exhibits: [] }, 'us-1');
    for (const chair of ['us-2', 'cn-2']) await deliberate(chair, { type: 'SignInterim', digest }, chair);
    expect(await fire()).toEqual(['EvidenceClosed', 'InterimIssued']);
  });

  it('serves at the end what one co-chair laid down, though the other withheld its signature (S8)', async () => {
    await deliberate('draft', { type: 'DraftInterim', text: text('So far.'), exhibits: [] }, 'us-1');
    await deliberate('sign', { type: 'SignInterim', digest }, 'us-2');
    expect(await fire()).toEqual(['ReviewOpened', 'InterimIssued']);
    const panel = openedPanel((await spoken.panels.read(caseId)).state);
    expect(panel.interim).toMatchObject({ texts: [{ digest, laidDownBy: 'US' }] });
  });

  it('serves side by side what both co-chairs laid down, whatever draft came last', async () => {
    const other = interimDigest(caseId, text('Not so far.'), []);
    await deliberate('draft', { type: 'DraftInterim', text: text('So far.'), exhibits: [] }, 'us-1');
    await deliberate('sign', { type: 'SignInterim', digest }, 'us-2');
    await deliberate('another', { type: 'DraftInterim', text: text('Not so far.'), exhibits: [] }, 'cn-2');
    await deliberate('sign-other', { type: 'SignInterim', digest: other }, 'cn-2');
    await deliberate('last', { type: 'DraftInterim', text: text('Nothing.'), exhibits: [] }, 'cn-1');
    expect(await fire()).toEqual(['ReviewOpened', 'InterimIssued']);
    const panel = openedPanel((await spoken.panels.read(caseId)).state);
    expect(panel.interim?.texts.map(({ digest: of, laidDownBy }) => [of, laidDownBy])).toEqual([
      [other, 'CN'],
      [digest, 'US'],
    ]);
  });

  it('records that there is none when nobody had signed anything', async () => {
    await deliberate('draft', { type: 'DraftInterim', text: text('So far.'), exhibits: [] }, 'us-1');
    expect(await fire()).toEqual(['ReviewOpened', 'InterimMissing']);
  });
});
