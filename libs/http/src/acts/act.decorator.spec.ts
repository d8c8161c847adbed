import { refusals as access } from '@parley/access';
import { accept, refuse } from '@parley/kernel';
import { Act } from './act.decorator';

const late = { code: 'late', rule: 'T1', en: 'Too late.', 'zh-Hans': '已逾期。' } as const;
const done = { code: 'done', rule: 'T1', en: 'It is done already.', 'zh-Hans': '已经完成。' } as const;
const other = { code: 'other', rule: 'T1', en: 'Something else.', 'zh-Hans': '其他。' } as const;

const bar = (isLate: boolean) => (isLate ? late : undefined);
const decide = (isDone: boolean) => (isDone ? refuse(done) : accept('Done'));

/** The compiler checks these expectations: a line below `@ts-expect-error` that compiles is an error. */
describe('the table of an act', () => {
  const about = { post: '', as: ['desk'], rule: 'T1' } as const;

  it('tells of all that bars it and of all that its decider refuses, and of who may not act', () => {
    expect(Act({ ...about, decides: decide, refuses: [done] })).toBeInstanceOf(Function);
    expect(Act({ ...about, decides: [bar, decide], refuses: [late, done, access.notYourRole] })).toBeInstanceOf(
      Function,
    );
    expect(Act({ ...about, decides: [], refuses: [] })).toBeInstanceOf(Function);
  });

  it('does not compile where it leaves out what is refused', () => {
    // @ts-expect-error its decider also refuses by `done`
    expect(Act({ ...about, decides: [bar, decide], refuses: [late] })).toBeInstanceOf(Function);
  });

  it('does not compile where it tells of what is never refused', () => {
    // @ts-expect-error nothing refuses by that
    expect(Act({ ...about, decides: decide, refuses: [done, other] })).toBeInstanceOf(Function);
  });

  it('does not compile where what is refused is known to nobody', () => {
    const wide = (reason: { code: string; rule: string; en: string; 'zh-Hans': string }) => refuse(reason);
    // @ts-expect-error its decider may refuse by anything
    expect(Act({ ...about, decides: wide, refuses: [done] })).toBeInstanceOf(Function);
  });
});
