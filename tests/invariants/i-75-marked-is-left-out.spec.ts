import type { PersonId, Text } from '@parley/kernel';
import fc from 'fast-check';
import { MARK_REASONS } from '../../services/panel-review/src/marks/marks.rules';
import { issuedWith, markingOf } from '../../services/panel-review/src/marks/marks-story.fixture';
import {
  CN,
  desk,
  expire,
  member,
  openedPanel,
  parties,
  text,
  US,
} from '../../services/panel-review/src/panel/panel-story.fixture';
import type { Story } from '../../services/panel-review/src/panel/told-panel.fixture';
import { holdsInEveryHistory } from './holds';
import { markedIsLeftOut, marksAreValid, outcomesAreNotHidden } from './rules/i-75-marked-is-left-out.rule';
import { publishedAnew, publishedIn, type Marked } from './rules/published-anew';
import { sentence } from './sentences';

const TEXTS: readonly (readonly Text[])[] = [
  [
    { lang: 'en', text: 'abcabcab caab bcaa abcab aaaab cabc', kind: 'original' },
    { lang: 'zh-Hans', text: '成本为十七元，成本为十七元，价格为二十元。', kind: 'translation', of: 'en' },
  ],
  [{ lang: 'en', text: 'The cost is 17 yuan and the price 20 yuan; abcab.', kind: 'original' }],
];
/** What the panel translates of a text in one language. */
const TRANSLATED: Text = { lang: 'zh-Hans', text: '译文。', kind: 'translation', of: 'en' };
const ALL = TEXTS.flat().map(({ text }) => text);

const passage = fc
  .record({
    text: fc.constantFrom(...ALL),
    from: fc.nat(60),
    length: fc.oneof(fc.constant(4), fc.integer({ min: 4, max: 60 })),
  })
  .map(({ text, from, length }) =>
    text.slice(Math.min(from, text.length - 4), Math.min(from, text.length - 4) + length),
  );
const mark = fc.record({
  party: fc.constantFrom(CN, US),
  passages: fc.uniqueArray(passage, { minLength: 1, maxLength: 2 }),
  reason: fc.constantFrom(...MARK_REASONS.slice(0, 2)),
  leave: fc.subarray(['cn-2', 'us-2'], { minLength: 0 }),
});

const CLAIMS = [
  { claimId: 'C1', outcome: '', reasons: { text: TEXTS[0] ?? [] }, statements: null },
  {
    claimId: 'C2',
    outcome: '',
    reasons: null,
    statements: { complainant: null, respondent: { text: [...(TEXTS[1] ?? []), TRANSLATED] } },
  },
];

describe(sentence('I-75'), () => {
  it('whatever is marked, everybody reads all else, and where and on whose mark something is left out', () => {
    const issued = issuedWith(TEXTS[0], TEXTS[1]);
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 5 }), (marks) => {
        const taken: Marked[] = [];
        const story = marks.reduce<Story>((before, { party, passages, reason, leave }) => {
          const act = desk(party, '2025-05-12T10:00:00+02:00');
          const said = {
            type: 'MarkPassages',
            ...act,
            passages,
            givesAway: party === CN ? 'CHN-1' : 'USA-1',
            reason,
          } as const;
          if (before.decision(said).kind === 'refused') return before;
          const marked = before.when(said);
          const {
            id: markId,
            digest,
            needsLeave,
          } = markingOf(marked).marks.at(-1) ?? { id: '', digest: '', needsLeave: false };
          taken.push({ party, passages, reason, leave: leave.length === 2 });
          return needsLeave
            ? leave.reduce(
                (now, chair) =>
                  now.when({
                    type: 'GiveMarkLeave',
                    ...member(chair, '2025-05-12T11:00:00+02:00'),
                    markId,
                    digest,
                  } as never),
                marked,
              )
            : marked;
        }, issued);
        const published = markingOf(story.when(expire('marking'))).published;
        expect(published && publishedIn(published as never)).toEqual(publishedAnew(CLAIMS, taken, parties));
      }),
    );
  });

  it('whatever it names and hides, a mark is of something of its own and not public, and over no outcome', () => {
    const issued = issuedWith(text('The cost is 17 yuan, so it is substantiated, or not agreed, 已获证实.'), TEXTS[1]);
    const own = new Map<string, readonly string[]>([
      [CN, ['CHN-1', 'grievance']],
      [US, ['USA-1']],
    ]);
    const names = ['CHN-1', 'USA-1', 'USA-2', 'USA-9', 'grievance', 'reply', 'interim-comment', 'answer:1'];
    const passages = ['17 yuan', 'yuan, so it is substantiated', 'Substantiated', 'not agreed', '已获证实', '20 yuan'];
    for (const party of [CN, US])
      for (const givesAway of names)
        for (const passage of passages) {
          const act = desk(party, '2025-05-12T10:00:00+02:00');
          const { kind } = issued.decision({
            ...{ type: 'MarkPassages', ...act, passages: [passage], givesAway, reason: 'business-confidential' },
          });
          const expected = own.get(party)?.includes(givesAway) === true && passage.endsWith('yuan');
          expect({ party, givesAway, passage, kind }).toMatchObject({ kind: expected ? 'accepted' : 'refused' });
        }
  });

  it('is of two co-chairs, one of each side, who give leave', () => {
    expect(openedPanel(issuedWith().state).convening?.coChairs).toEqual(['cn-2', 'us-2'] as unknown as PersonId[]);
  });

  it('holds of what is published in every history of random parties', () =>
    holdsInEveryHistory(markedIsLeftOut, { runs: 60 }));
  it('holds of the outcomes, which no mark hides', () => holdsInEveryHistory(outcomesAreNotHidden, { runs: 60 }));
  it('holds of each mark: of something of one’s own, in time, and over no outcome', () =>
    holdsInEveryHistory(marksAreValid, { runs: 60 }));
});
