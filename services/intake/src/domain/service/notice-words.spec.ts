import { canonicalJson } from '@parley/kernel';
import { sha256Text } from '@parley/procedure';
import { bookOf, headingOf, wordsOf } from './notice-words';
import { noticeNumbered } from './service-story.fixture';

const of = { ...noticeNumbered(1).of, context: 'panelreview', event: 'SomethingNew', rule: 'S7' };

describe('the heading of a notice', () => {
  it('says in both languages what it tells of', () => {
    const served = { ...noticeNumbered(1).of, event: 'GrievanceServed', rule: 'S3' };
    expect(headingOf({ words: wordsOf(served), of: served })).toEqual({
      en: 'Service of the grievance',
      'zh-Hans': '送达申诉',
    });
  });

  it('names an event of a later day by its rule', () => {
    const { en, 'zh-Hans': zh } = headingOf({ words: wordsOf(of), of });
    expect([en, zh]).toEqual(['A step under rule S7 was recorded', '已载入依规则 S7 的步骤']);
  });

  it('is read in the version of the book that its notice names, and in no other', () => {
    const registered = noticeNumbered(1);
    expect(headingOf(registered).en).toBe('The case was registered');
    expect(headingOf({ ...registered, words: { ...registered.words, version: '0' } }).en).toMatch(/^A step under rule/);
  });

  it('never changes in a version that has told something, so that the digest of a notice covers it (I-60)', () => {
    expect(sha256Text(canonicalJson(bookOf('1')))).toBe(
      '0d466d92874ab82ce0c6e25ac89fe1cacc9c2152955888d88c039865ff1873bf',
    );
  });
});
