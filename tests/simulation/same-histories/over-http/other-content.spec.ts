import { otherContent } from './other-content';

describe('other content of the same form', () => {
  it.each([
    [
      { text: [{ lang: 'en', text: 'Noted.', kind: 'original' }] },
      { text: [{ lang: 'en', text: 'Noted. Otherwise.', kind: 'original' }] },
    ],
    [
      { member: 'us-panel-1', coChair: false },
      { member: 'us-panel-1', coChair: true },
    ],
    [
      { deadline: 'reply', by: 5, reason: { en: 'Both wish it.' } },
      { deadline: 'reply', by: 6, reason: { en: 'Both wish it.' } },
    ],
    [{ digest: `${'0'.repeat(63)}f` }, { digest: `f${'0'.repeat(63)}` }],
  ])('differs in one place: %j', (body, other) => {
    expect(otherContent(body)).toEqual(other);
  });

  it.each([undefined, {}, { finding: 'complete' }])('is not there for %j', (body) => {
    expect(otherContent(body)).toBeUndefined();
  });
});
