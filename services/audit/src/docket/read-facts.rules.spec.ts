import { textsIn } from './docket-deadlines.rules';

describe('what persons wrote', () => {
  it('is shown as it was written: a text and its translation', () => {
    const texts = [
      { lang: 'en', text: 'Tariffs on goods from China.', kind: 'original' },
      { lang: 'zh-Hans', text: '对来自中国的商品加征关税。', kind: 'translation', of: 'en' },
    ];
    expect(textsIn({ subject: texts }, 'subject')).toEqual(texts);
  });

  it('is shown as it was written: two texts that are equally authentic', () => {
    const texts = [
      { lang: 'en', text: 'Tariffs on goods from China.', kind: 'authentic' },
      { lang: 'zh-Hans', text: '对来自中国的商品加征关税。', kind: 'authentic' },
    ];
    expect(textsIn({ subject: texts }, 'subject')).toEqual(texts);
  });

  it('names no other text where the contract carries an empty name', () => {
    expect(textsIn({ subject: [{ lang: 'en', text: 'Tariffs.', kind: 'original', of: '' }] }, 'subject')).toEqual([
      { lang: 'en', text: 'Tariffs.', kind: 'original' },
    ]);
  });

  it('is left out where its language is none of the secretariat', () => {
    expect(textsIn({ subject: [{ lang: 'fr', text: 'Droits.', kind: 'original' }] }, 'subject')).toEqual([]);
  });
});
