import { refusalBeforeBody } from './before-body';
import { accept, refuse, type Decision } from './decision';

const over = { code: 'over', rule: 'S1', en: 'It is over.', 'zh-Hans': '已结束。' };
const empty = { code: 'empty', rule: 'S1', en: 'It says nothing.', 'zh-Hans': '内容为空。' };

interface Say {
  readonly type: 'Say';
  readonly by: string;
  readonly text?: string;
}
const isEmpty = ({ text }: Say): boolean => text === '';
const decide = (command: Say, state: { readonly isOver: boolean }): Decision<string> => {
  if (state.isOver) return refuse(over);
  if (isEmpty(command)) return refuse(empty, '/text');
  return accept(command.by);
};
const known = { type: 'Say', by: 'someone' } as const;

describe('what an act would be refused for whatever its body says', () => {
  it('is what its decider refuses before it reads the body', () => {
    expect(refusalBeforeBody(decide, known, { isOver: true })).toEqual(refuse(over));
  });

  it('is nothing where the decider goes on to read the body', () => {
    expect(refusalBeforeBody(decide, known, { isOver: false })).toBeUndefined();
  });

  it.each([
    ['asks whether the body has a field', (say: Say) => 'text' in say],
    ['copies the command', (say: Say) => Object.keys({ ...say }).length > 2],
    ['takes the rest of it', ({ by, ...rest }: Say) => Object.keys(rest).length > by.length],
  ])('is nothing where the decider %s', (_what, isRefused) => {
    const reading = (say: Say): Decision<string> => (isRefused(say) ? accept() : refuse(empty));
    expect(refusalBeforeBody(reading, known, {})).toBeUndefined();
  });

  it('is nothing where the act would be taken', () => {
    expect(refusalBeforeBody(({ by }: Say) => accept(by), known, {})).toBeUndefined();
  });

  it('is no excuse for what goes wrong in a decider', () => {
    const broken = (): never => {
      throw new TypeError('broken');
    };
    expect(() => refusalBeforeBody(broken, known, {})).toThrow('broken');
  });
});
