import { headingOf } from './notice-words';

describe('the heading of a notice', () => {
  it('says in both languages what it tells of', () => {
    expect(headingOf({ context: 'intake', event: 'GrievanceServed', rule: 'S3' })).toEqual({
      en: 'Service of the grievance',
      'zh-Hans': '送达申诉',
    });
  });

  it('names an event of a later day by its rule', () => {
    const { en, 'zh-Hans': zh } = headingOf({ context: 'panelreview', event: 'SomethingNew', rule: 'S7' });
    expect([en, zh]).toEqual(['A step under rule S7 was recorded', '已载入依规则 S7 的步骤']);
  });
});
