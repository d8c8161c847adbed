import { plusMillis, type Language, type Text } from '@parley/kernel';
import fc from 'fast-check';
import {
  bytesOf,
  chinese,
  CN,
  exhibit,
  nothing,
  now,
  officer,
  registered,
  translation,
  US,
} from '../casefile/evidence-story.fixture';
import type { KnownCase } from '../casefile/casefile.rules';
import type { NoteDocument } from '../exhibits/exhibit-commands.rules';
import type {
  AnswerTranslationChallenge,
  ChallengeTranslation,
  FileTranslation,
} from '../translations/translations.rules';
import { languagesLacking, type CaseDocument } from './documents.rules';

const note = (more: Partial<NoteDocument> = {}): NoteDocument => ({
  type: 'NoteDocument',
  number: 'reply',
  kind: 'reply',
  by: 'respondent',
  tier: 'PANEL',
  into: ['en'],
  at: now,
  ...more,
});
const rendering = (more: Partial<FileTranslation> = {}): FileTranslation =>
  translation('reply', {
    of: 'document',
    language: 'en',
    by: chinese('x').by,
    party: CN,
    bytes: bytesOf('t1', 'd', CN),
    ...more,
  });
const challenge: ChallengeTranslation = {
  type: 'ChallengeTranslation',
  of: 'document',
  by: officer,
  party: US,
  receivedAt: now,
  number: 'reply',
  n: 1,
  passages: [{ place: 'page 3', proposed: 'shall' }],
};
const answer: AnswerTranslationChallenge = {
  ...{
    type: 'AnswerTranslationChallenge',
    of: 'document',
    by: chinese('x').by,
    party: CN,
    receivedAt: now,
    number: 'reply',
    n: 1,
    challenge: 1,
  },
  answer: [{ lang: 'en', text: 'It is faithful.', kind: 'original' }],
};

const replied = registered.when(note());
const id = 'translation:CN:reply:en';
const known = (state: unknown): KnownCase => state as KnownCase;
const replyIn = (state: unknown): CaseDocument => known(state).documents.get('reply')!;
const dueAt = known(replied.state).running[id]!.dueAt;

describe('what a party wrote in one language', () => {
  it('is to be translated in 10 joint business days from its service, and that is told to both sides', () => {
    expect(replied.events.slice(-1)).toMatchObject([
      {
        type: 'DocumentNoted',
        tier: 'PANEL',
        data: {
          party: CN,
          opens: [{ id, clock: 'translation', length: 10, rule: 'languages', awaits: `party:${CN}` }],
        },
      },
    ]);
  });

  it('is of no case that nobody told of', () => {
    expect(nothing.refusalOf(note({ number: 'grievance', kind: 'grievance', by: 'complainant' }))).toBe('not-found');
  });

  it('is noted once, and not at all where it was written in both', () => {
    expect(replied.when(note()).recorded).toEqual([]);
    expect(registered.when(note({ into: [] })).recorded).toEqual([]);
  });

  it('is a party’s, and of what was asked for, the other party’s', () => {
    const writer = (by: NoteDocument['by']) => replyIn(registered.when(note({ by })).state).party;
    expect([writer('complainant'), writer({ party: CN }), writer({ askedBy: CN }), writer({ askedBy: US })]).toEqual([
      US,
      CN,
      US,
      CN,
    ]);
  });

  it('is no exhibit, nor is an exhibit a document', () => {
    expect(replied.refusalOf(rendering({ of: 'exhibit' }))).toBe('unknown-exhibit');
    const filed = replied.when(exhibit('u1'));
    expect(filed.refusalOf(translation('USA-1', { of: 'document' }))).toBe('unknown-document');
  });
});

describe('the translation of what a party wrote', () => {
  const translated = replied.when(rendering());

  it('in time ends its clock, and stands beside the original', () => {
    expect(known(translated.state).running).toEqual({});
    expect(replyIn(translated.state).translations).toMatchObject([
      { n: 1, language: 'en', late: false, divergences: [{ place: 'page 3' }] },
    ]);
  });

  it('is put on record as missing by itself, and is late when it comes after that', () => {
    const missing = replied.when({ type: 'ExpireDeadline', deadlineId: id });
    expect(missing.events.at(-1)).toMatchObject({
      type: 'TranslationMissing',
      occurredAt: dueAt,
      tier: 'PANEL',
      data: { number: 'reply', language: 'en' },
    });
    const late = missing.when(rendering({ receivedAt: plusMillis(dueAt, 1) }));
    expect(replyIn(late.state)).toMatchObject({ translationsMissing: ['en'], translations: [{ late: true }] });
  });

  it('is challenged by the other party and answered, side by side', () => {
    const { state } = translated.when(challenge, answer);
    expect(replyIn(state).translations[0]?.challenges).toMatchObject([
      { party: US, passages: [{ proposed: 'shall' }], answer: { text: [{ text: 'It is faithful.' }] } },
    ]);
    expect(translated.refusalOf({ ...challenge, party: CN })).toBe('your-own-translation');
    expect(translated.when(challenge).refusalOf({ ...answer, party: US })).toBe('not-your-document');
  });

  it.each([
    ['by the other party', { party: US, bytes: bytesOf('t1', 'd') }, 'not-your-document'],
    ['of what is not there', { number: 'letter:US:1' }, 'unknown-document'],
    ['into the language in which all of it is written', { language: 'zh-Hans' }, 'translation-into-own-language'],
    ['of an upload of somebody else', { bytes: bytesOf('t1', 'd', US) }, 'upload-unknown'],
  ] as const)('is refused %s', (_, more, code) => {
    expect(replied.refusalOf(rendering(more))).toBe(code);
  });

  it('whose bytes are damaged is put on record at its tier (I-33)', () => {
    const damage = { type: 'NoteDamage', number: 'reply', copy: 'translation-1', found: 'missing', at: now } as const;
    const noted = translated.when(damage);
    expect(noted.events.at(-1)).toMatchObject({ type: 'ExhibitFoundCorrupt', tier: 'PANEL' });
    expect(noted.when(damage).recorded).toEqual([]);
  });
});

describe('the languages that a document lacks', () => {
  const text = (lang: Language): Text => ({ lang, text: 'x', kind: 'original' });
  const parts = fc.array(fc.subarray<Language>(['en', 'zh-Hans']), { maxLength: 6 });

  it('are those in which some part of it that says anything is not written', () => {
    fc.assert(
      fc.property(parts, (all) => {
        const said = all.filter((languages) => languages.length > 0);
        const expected = (['en', 'zh-Hans'] as const).filter((language) =>
          said.some((languages) => !languages.includes(language)),
        );
        expect(languagesLacking(all.map((languages) => languages.map(text)))).toEqual(expected);
      }),
    );
  });
});
