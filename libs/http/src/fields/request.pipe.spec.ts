import fc from 'fast-check';
import type { Instant } from '@parley/kernel';
import { ProblemError } from '../problems/problem.error';
import type { FieldProblem } from '../problems/problem';
import { excessIn } from './excess-in';
import { IntField, ListField, NestedField, TextField } from './field-decorators';
import { field } from './field';
import { RequestPipe } from './request.pipe';
import { AuthoredText, TextsField } from './texts.field';

let asked = 0;
const counted = { meaning: 'A field whose rule counts how often it is asked.', example: 'x' };

class EntryRequest {
  @field(
    (value) => (asked++, value === 'good' ? undefined : { code: 'bad', message: { en: 'Bad.', 'zh-Hans': '有误。' } }),
    counted,
    { type: String },
  )
  readonly word: string;
}

class WholeRequest {
  @ListField(() => EntryRequest, { meaning: 'Entries.', example: [], max: 300 })
  readonly entries: readonly EntryRequest[];

  @NestedField(() => EntryRequest, { meaning: 'One.', example: {}, optional: true })
  readonly one?: EntryRequest;

  @TextsField({ meaning: 'Texts.', example: [], max: 10, optional: true })
  readonly texts?: readonly AuthoredText[];

  @TextField({ meaning: 'Text.', example: 'x', max: 10, optional: true })
  readonly text?: string;

  @IntField({ meaning: 'Number.', example: 1, min: 1, max: 9, optional: true })
  readonly number?: number;
}

const faultsOf = (body: unknown): readonly FieldProblem[] => {
  try {
    new RequestPipe({ now: () => '2025-02-05T08:00:00.000Z' as Instant }).transform(body, {
      type: 'body',
      metatype: WholeRequest,
    });
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.errors;
    throw error;
  }
};
const told = (body: unknown): readonly string[] => faultsOf(body).map(({ path, code }) => `${path} ${code}`);
const many = <T>(length: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length }, (_, at) => make(at));
const reads = (holder: object): { count: number; proxy: object } => {
  const seen = { count: 0, proxy: holder };
  seen.proxy = new Proxy(holder, { get: (target, key) => (seen.count++, Reflect.get(target, key) as unknown) });
  return seen;
};

describe('what a request may hold', () => {
  beforeEach(() => (asked = 0));

  it('is told whole, unknown fields and faults of others in one answer', () => {
    expect(told({ entries: [{ word: 'good' }, { word: 'x', y: 1 }], number: 10, z: 1 }).toSorted()).toEqual([
      '/entries/1/word bad',
      '/entries/1/y unknown-field',
      '/number too-large',
      '/z unknown-field',
    ]);
  });

  it('is asked of its rules until a hundred faults are found and one more, and no further', () => {
    const faults = told({ entries: many(300, () => ({})) });
    expect([faults.length, faults.at(-1)]).toEqual([101, ' more-faults']);
    expect(asked).toBe(0);
    expect(told({ entries: many(300, () => ({ word: 'x' })) })).toHaveLength(101);
    expect(asked).toBe(2 * 101);
    expect(told({ entries: many(100, () => ({ word: 'x' })) })).not.toContain(' more-faults');
  });

  it('is asked of no rule where a list is longer than it may be, and the list is not looked into', () => {
    const entries = many(301, () => reads({}));
    const one = reads({});
    expect(
      faultsOf({ entries: entries.map(({ proxy }) => proxy), one: one.proxy, text: many(5_000, () => ({})) }),
    ).toEqual([
      {
        path: '/entries',
        code: 'too-many',
        message: { en: 'This takes at most 300 entries.', 'zh-Hans': '此处最多 300 项。' },
      },
    ]);
    expect([asked, ...entries.map(({ count }) => count)].filter((count) => count > 0)).toEqual([]);
  });

  it('is looked for no further than a hundred unknown fields and one more', () => {
    let made = 0;
    for (const _found of excessIn(WholeRequest, Object.fromEntries(many(95_000, (at) => [`k${at}`, 1]))))
      if (++made > 100) break;
    expect(made).toBe(101);
    const faults = told({ entries: many(300, () => ({ word: 'good', y: 1 })) });
    expect([faults.length, faults.at(-1), asked]).toEqual([101, ' more-faults', 0]);
  });

  it('holds no name that is sent back at any length', () => {
    expect(told({ entries: [], ['x'.repeat(100_000)]: 1 })).toEqual([`/${'x'.repeat(200)}… unknown-field`]);
  });

  it('never has more faults told than a hundred and that there are more, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 320 }), fc.jsonValue(), (entries, one) => {
        asked = 0;
        expect(faultsOf({ entries, one }).length).toBeLessThanOrEqual(101);
        expect(asked).toBeLessThanOrEqual(2 * 301);
      }),
    );
  });
});
