import { sha256 } from '@parley/event-store';
import type { CaseId, PartyCode } from '@parley/kernel';
import { FilingsUnderWay, type FiledText } from './filings-under-way';

const filed = (caseId: string, content = 'a text', party = 'CN'): FiledText => ({
  caseId: caseId as CaseId,
  party: party as PartyCode,
  digest: sha256(content),
});

describe('filings that are under way at once', () => {
  const underWay = new FilingsUnderWay();

  /** A filing that knows of the earlier ones, and is recorded or not when that is said. */
  function filing(text: FiledText) {
    const { promise: said, resolve: say } = Promise.withResolvers<boolean>();
    let earlier: CaseId | undefined | 'waits' = 'waits';
    const taken = underWay.take(
      text,
      async (find) => {
        earlier = await find();
        return said;
      },
      (isRecorded) => isRecorded,
    );
    return { say, taken, earlier: () => earlier };
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('of one text wait for the first, and know its case once it is recorded', async () => {
    const [first, second] = [filing(filed('one')), filing(filed('two'))];
    await turn();
    expect([first.earlier(), second.earlier()]).toEqual([undefined, 'waits']);
    first.say(true);
    await turn();
    expect(second.earlier()).toBe('one');
    second.say(true);
    expect(await Promise.all([first.taken, second.taken])).toEqual([true, true]);
  });

  it('know nothing of one that was refused, or failed', async () => {
    const failing = underWay.take(
      filed('one'),
      () => Promise.reject(new Error('no connection')),
      () => true,
    );
    const [refused, next] = [filing(filed('two')), filing(filed('three'))];
    await expect(failing).rejects.toThrow('no connection');
    refused.say(false);
    next.say(true);
    await next.taken;
    expect(next.earlier()).toBeUndefined();
  });

  it('of another text, of another party or of the same case wait for nobody', async () => {
    const first = filing(filed('one'));
    const others = [filing(filed('two', 'another')), filing(filed('two', 'a text', 'US')), filing(filed('one'))];
    await turn();
    expect(others.map(({ earlier }) => earlier())).toEqual([undefined, undefined, undefined]);
    for (const { say } of [first, ...others]) say(true);
    await Promise.all([first, ...others].map(({ taken }) => taken));
  });
});
