import { isOnTheLogsMachine } from './on-the-logs-machine';
import { nodeChecks } from '../node-checks';
import { formatKey, NOTE_KINDS } from '../note/note-key';
import { digest, signerOf, SmallLog } from '../small-log.fixture';
import { judgeCheckpoint } from './judge-checkpoint';
import { parsePolicy } from './parse-policy';

const key = async (name: string, kind: 1 | 4 = NOTE_KINDS.cosignature) => formatKey((await signerOf(name, kind)).key);

describe('a policy', () => {
  it('is read as the standard writes it, in whatever order, with comments and blanks', async () => {
    const [log, x1, x2, x3, y1] = [
      await key('log', 1),
      await key('x1'),
      await key('x2'),
      await key('x3'),
      await key('y1'),
    ];
    const policy = await parsePolicy(
      digest,
      `# whom we trust\n\n  witness X1\t${x1} https://x1.example/\nwitness X2 ${x2}\n log ${log}\nwitness X3 ${x3}\n` +
        `witness Y1 ${y1}\ngroup X 2 X1 X2 X3\ngroup Y any Y1\ngroup X-and-Y all X Y\nquorum X-and-Y`,
    );
    expect(policy.logs.map(({ key: { name } }) => name)).toEqual(['log']);
    expect(policy.witnesses[0]).toMatchObject({ name: 'X1', url: 'https://x1.example/' });
    expect(policy.groups).toEqual([
      { name: 'X', least: 2, members: ['X1', 'X2', 'X3'] },
      { name: 'Y', least: 1, members: ['Y1'] },
      { name: 'X-and-Y', least: 2, members: ['X', 'Y'] },
    ]);
  });

  it('has everything once, defined before it is named', async () => {
    const [log, x, y] = [await key('log', 1), await key('x'), await key('y')];
    const lines = (...text: string[]) => parsePolicy(digest, text.join('\n'));
    const witnesses = `witness X ${x}\nwitness Y ${y}`;
    for (const text of [
      [''],
      ['quorum none', 'quorum none'],
      ['quorum X', witnesses],
      ['quorum none none'],
      [`log ${log}`, `log ${log}`, 'quorum none'],
      [witnesses, `witness Z ${x}`, 'quorum X'],
      [witnesses, `witness X ${await key('z')}`, 'quorum X'],
      [`witness none ${x}`, 'quorum none'],
      [witnesses, 'group none any X', 'quorum none'],
      [witnesses, 'group G any X X', 'quorum G'],
      [witnesses, 'group G any X', 'group H any X Y', 'quorum H'],
      [witnesses, 'group G 3 X Y', 'quorum G'],
      [witnesses, 'group G 0 X Y', 'quorum G'],
      [witnesses, 'group G 01 X Y', 'quorum G'],
      [witnesses, 'group G all', 'quorum G'],
      [witnesses, 'group G all X G', 'quorum G'],
      [witnesses, 'group X all Y', 'quorum X'],
      ['sponsor somebody', 'quorum none'],
      ['quorum none\u0007'],
    ])
      await expect(lines(...text)).rejects.toMatchObject({ code: 'policy-malformed' });
    await expect(lines(`log ${x}`, 'quorum none')).rejects.toMatchObject({ code: 'key-unsuited' });
    await expect(lines(`witness X ${log}`, 'quorum X')).rejects.toMatchObject({ code: 'key-unsuited' });
  });

  it('says the line that is wrong, in both languages', async () => {
    const failure: unknown = await parsePolicy(digest, 'quorum none\nwhat').catch((error: unknown) => error);
    expect(failure).toMatchObject({
      message: 'This is not a policy. (line 2)',
      words: { en: 'This is not a policy. (line 2)', 'zh-Hans': '这不是一份策略文件。（line 2）' },
    });
  });

  it('asks for a side of each, or for none, as it is written', async () => {
    const small = await SmallLog.of(4);
    const { policyText, witnesses, note } = small;
    const text = note.slice(0, note.indexOf('\n\n') + 1);
    const judged = async (policy: string, ...by: number[]) =>
      judgeCheckpoint(
        nodeChecks,
        await parsePolicy(digest, policy),
        await small.signed(
          text,
          by.map((at) => witnesses[at]!),
        ),
      );
    expect((await judged(policyText, 0, 1)).cosigned.map(({ witness }) => witness)).toEqual(['side-1', 'side-2']);
    for (const by of [[], [0], [1], [0, 0]])
      await expect(judged(policyText, ...by)).rejects.toMatchObject({ code: 'quorum-missing' });
    expect((await judged(policyText.replace('both all', 'both any'), 1)).cosigned).toHaveLength(1);
    expect((await judged(policyText.replace('quorum both', 'quorum none'))).cosigned).toEqual([]);
  });
});

describe('a witness', () => {
  it.each([
    ['http://127.0.0.1:3200', true],
    ['http://localhost:3200/w', true],
    ['http://[::1]:3200', true],
    ['https://witness.example', false],
    ['https://127.example', false],
    ['no address', false],
  ])('at %s is on the machine of the log: %s', (url, is) => {
    expect(isOnTheLogsMachine(url)).toBe(is);
  });
});
