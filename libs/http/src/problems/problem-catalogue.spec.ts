import { STATUS_CODES } from 'node:http';
import { refusals } from '@parley/access';
import { HttpException } from '@nestjs/common';
import { asProblem } from './as-problem';
import { preferredLanguage } from './preferred-language';
import { problemCatalogue } from './problem-catalogue';

describe('the catalogue of problems', () => {
  const kinds = Object.values(problemCatalogue);

  it('names each problem once, in kebab case, with a status that exists', () => {
    expect(new Set(kinds.map(({ code }) => code)).size).toBe(kinds.length);
    expect(
      kinds.filter(({ code, status }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code) || STATUS_CODES[status] === undefined),
    ).toEqual([]);
  });

  it('says each one in Chinese as well', () => {
    expect(kinds.filter((kind) => !/\p{Script=Han}/u.test(kind['zh-Hans']))).toEqual([]);
  });

  it('answers for what is hidden in the very words of what is not there', () => {
    expect({ ...problemCatalogue.notFound, title: undefined }).toEqual({ ...refusals.notFound, title: undefined });
  });
});

describe('anything that is thrown', () => {
  it.each([
    [new HttpException('x', 404), 'not-found'],
    [Object.assign(new Error('x'), { statusCode: 413 }), 'body-too-large'],
    [Object.assign(new Error('x'), { statusCode: 418 }), 'malformed-request'],
    [new Error('secret'), 'internal'],
    ['secret', 'internal'],
    [undefined, 'internal'],
  ])('becomes a problem without a word of its own (%#)', (thrown, code) => {
    const { kind } = asProblem(thrown);
    expect(kind.code).toBe(code);
    expect(JSON.stringify(kind)).not.toContain('secret');
  });
});

describe('the language of a problem', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['zh', 'zh-Hans'],
    ['zh-Hant-TW', 'zh-Hans'],
    ['en;q=0.5, zh-CN;q=0.9', 'zh-Hans'],
    ['zh;q=0, en', 'en'],
    ['fr, de;q=0.9', 'en'],
    ['fr, zh;q=0.2', 'zh-Hans'],
    ['zh;q=x', 'zh-Hans'],
    ['zhuang', 'en'],
  ] as const)('asked for with %j is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
