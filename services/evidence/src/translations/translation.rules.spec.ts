import { plusMillis, type Instant } from '@parley/kernel';
import type { Exhibit } from '../exhibits/exhibit-commands.rules';
import {
  bytesOf,
  chinese,
  CN,
  digestOf,
  exhibit,
  longStop,
  now,
  registered,
  translation as translationOf,
  US,
} from '../casefile/evidence-story.fixture';
import type { KnownCase } from '../casefile/casefile.rules';
import {
  languageOfTitle,
  languagesDue,
  type AnswerTranslationChallenge,
  type ChallengeTranslation,
  type FileTranslation,
} from './translations.rules';

const taken = registered.when(exhibit('u1'));
const id = 'translation:US:USA-1:zh-Hans';
const exhibitIn = (state: unknown): Exhibit => (state as KnownCase).exhibits.get('USA-1')!;
const dueAt = (taken.state as KnownCase).running[id]!.dueAt;

const translation = (more: Partial<FileTranslation> = {}): FileTranslation => translationOf('USA-1', more);
const challenge = (more: Partial<ChallengeTranslation> = {}): ChallengeTranslation => ({
  type: 'ChallengeTranslation',
  by: chinese('x').by,
  party: CN,
  receivedAt: now,
  number: 'USA-1',
  n: 1,
  passages: [{ place: 'page 3', proposed: '应当' }],
  ...more,
});
const answer = (more: Partial<AnswerTranslationChallenge> = {}): AnswerTranslationChallenge => ({
  type: 'AnswerTranslationChallenge',
  by: exhibit().by,
  party: US,
  receivedAt: now,
  number: 'USA-1',
  n: 1,
  challenge: 1,
  answer: [{ lang: 'en', text: 'It is faithful.', kind: 'original' }],
  ...more,
});

describe('a translation', () => {
  it('is due in ten joint business days from the original, which counts', () => {
    expect((taken.state as KnownCase).running[id]).toMatchObject({
      clock: 'translation',
      rule: 'languages',
      dueAt: '2025-02-27T16:00:00.000Z',
    });
  });

  it.each([
    ['en', ['zh-Hans']],
    ['zh-Hans', ['en']],
    ['other', ['en', 'zh-Hans']],
    ['both', []],
    ['none', []],
  ] as const)('of an exhibit in %s is due into %j', (writtenIn, due) => {
    expect(languagesDue(writtenIn)).toEqual(due);
    const state = registered.when(exhibit('u1', { writtenIn })).state as KnownCase;
    expect(Object.keys(state.running)).toEqual(due.map((language) => `translation:US:USA-1:${language}`));
  });

  it('goes by the title where nothing is said of the language', () => {
    const [en, zh] = [
      { lang: 'en', text: 'Notice', kind: 'original' },
      { lang: 'zh-Hans', text: '通知', kind: 'translation', of: 'en' },
    ] as const;
    expect(languageOfTitle([en, zh])).toBe('en');
    expect(languageOfTitle([zh])).toBe('other');
    expect(languageOfTitle([en, { ...zh, kind: 'authentic' }])).toBe('both');
  });

  it('stops its clock and stands beside the exhibit with its divergences marked', () => {
    const filed = taken.when(translation());
    expect(filed.recorded).toEqual(['TranslationFiled']);
    expect((filed.state as KnownCase).running).toEqual({});
    expect(exhibitIn(filed.state).translations).toMatchObject([
      { n: 1, language: 'zh-Hans', late: false, divergences: [{ place: 'page 3' }], file: { digest: digestOf('d') } },
    ]);
  });

  it('is missing by itself, as of the expiry and once, and a late one says so beside that fact', () => {
    const missing = taken.when({ type: 'ExpireDeadline', deadlineId: id });
    expect(missing.events.at(-1)).toMatchObject({
      type: 'TranslationMissing',
      occurredAt: dueAt,
      tier: 'PARTIES',
      data: { language: 'zh-Hans' },
    });
    expect(missing.when({ type: 'ExpireDeadline', deadlineId: id }).recorded).toEqual([]);
    const late = missing.when(translation({ receivedAt: plusMillis(dueAt, 1) }));
    expect(exhibitIn(late.state)).toMatchObject({ translationsMissing: ['zh-Hans'], translations: [{ late: true }] });
  });

  it('is in time a millisecond before the expiry and late at it, before the default is decided and after', () => {
    expect(exhibitIn(taken.when(translation({ receivedAt: plusMillis(dueAt, -1) })).state).translations[0]?.late).toBe(
      false,
    );
    const late = taken.when(translation({ receivedAt: dueAt }));
    expect(exhibitIn(late.state).translations[0]?.late).toBe(true);
    expect(late.when({ type: 'ExpireDeadline', deadlineId: id }).recorded).toEqual(['TranslationMissing']);
  });

  it('is taken after the screening and after the long-stop: it adds no evidence', () => {
    const ended = taken.when({ told: 'screening-ended', at: longStop });
    expect(ended.when(translation({ receivedAt: plusMillis(longStop, 1) })).recorded).toEqual(['TranslationFiled']);
  });

  it('sent again in the same words changes nothing, and in other words is refused', () => {
    const filed = taken.when(translation());
    expect(filed.when(translation()).recorded).toEqual([]);
    expect(filed.refusalOf(translation({ divergences: [] }))).toBe('upload-already-translation');
  });

  it('that is put right stays beside the new one', () => {
    const twice = taken.when(translation(), translation({ bytes: bytesOf('t2', 'e') }));
    expect(exhibitIn(twice.state).translations.map(({ n }) => n)).toEqual([1, 2]);
  });

  it('is one of twenty at most', () => {
    const each = (index: number) => translation({ bytes: bytesOf(`t${String(index)}`, String(index % 10)) });
    const twenty = taken.when(...Array.from({ length: 20 }, (_, index) => each(index)));
    expect(twenty.refusalOf(each(20))).toBe('too-many-translations');
  });

  it.each([
    ['by the other party', { party: CN, bytes: bytesOf('t1', 'd', CN) }, 'not-your-exhibit'],
    ['of an exhibit of nowhere', { number: 'USA-9' }, 'unknown-exhibit'],
    ['into its own language', { language: 'en' }, 'translation-into-own-language'],
    ['that is the exhibit itself', { bytes: bytesOf('t1', 'a') }, 'translation-identical'],
    ['of bytes that were never uploaded', { bytes: { ...bytesOf('t1'), upload: null } }, 'upload-unknown'],
  ] as const)('is refused %s', (_what, more, code) => {
    expect(taken.refusalOf(translation(more))).toBe(code);
  });
});

describe('the challenge of a translation', () => {
  const translated = taken.when(translation());

  it('stands beside it, and so does the answer; nothing is decided between them', () => {
    const answered = translated.when(challenge(), answer());
    expect(exhibitIn(answered.state).translations[0]?.challenges).toMatchObject([
      { challenge: 1, party: CN, passages: [{ proposed: '应当' }], answer: { text: [{ text: 'It is faithful.' }] } },
    ]);
    expect(exhibitIn(answered.state).translations[0]?.file).toEqual(exhibitIn(translated.state).translations[0]?.file);
  });

  it('is made by the other party, and not again before it is answered', () => {
    expect(translated.refusalOf(challenge({ party: US }))).toBe('your-own-translation');
    expect(translated.refusalOf(challenge({ party: null }))).toBe('not-a-party');
    const made = translated.when(challenge());
    expect(made.refusalOf(challenge())).toBe('challenge-unanswered');
    expect(made.when(answer(), challenge()).recorded).toEqual(['TranslationChallenged']);
  });

  it('is not made of an exhibit that was withdrawn', () => {
    const { by } = exhibit();
    const withdrawn = translated.when({
      ...{ type: 'WithdrawExhibit', by, party: US, receivedAt: now, number: 'USA-1', reason: 'replaced' },
    });
    expect(withdrawn.refusalOf(challenge())).toBe('exhibit-withdrawn');
  });

  it('is answered by the party of the translation, once', () => {
    const made = translated.when(challenge());
    expect(made.refusalOf(answer({ party: CN }))).toBe('not-your-exhibit');
    expect(made.when(answer()).refusalOf(answer())).toBe('challenge-answered');
  });

  it('is of a translation and a challenge that are there', () => {
    expect(translated.refusalOf(challenge({ n: 2 }))).toBe('unknown-translation');
    expect(translated.refusalOf(challenge({ n: 0 }))).toBe('unknown-translation');
    expect(translated.refusalOf(answer())).toBe('unknown-challenge');
    expect(translated.refusalOf(answer({ n: 7 }))).toBe('unknown-translation');
    expect(translated.refusalOf(challenge({ number: 'CHN-1' }))).toBe('unknown-exhibit');
    expect(translated.refusalOf(answer({ number: 'CHN-1' }))).toBe('unknown-exhibit');
  });

  it('has a limit', () => {
    const many = Array.from({ length: 10 }).reduce<typeof translated>(
      (story, _each, index) => story.when(challenge(), answer({ challenge: index + 1 })),
      translated,
    );
    expect(many.refusalOf(challenge())).toBe('too-many-challenges');
  });

  it('came late is no matter: it has no clock', () => {
    expect(translated.when(challenge({ receivedAt: '2027-01-01T00:00:00.000Z' as Instant })).recorded).toEqual([
      'TranslationChallenged',
    ]);
  });
});
