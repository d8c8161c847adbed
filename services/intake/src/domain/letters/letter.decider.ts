import { accept, refuse, type Decider } from '@parley/kernel';
import { beginningOfIds, tierOf } from './addressing';
import { letterDigest, type Letter, type LetterSent, type SendLetter } from './letter';
import { letterRefusals } from './letter-refusals';

const MOST_LETTERS_OF_A_SIDE = 500;

/** The letters of a case. They start no clock and stop none. */
export const letterDecider: Decider<SendLetter, readonly Letter[], LetterSent> = {
  initial: [],
  decide({ by, party, receivedAt, caseId, parties, addressing, subject, text }, letters) {
    if (party !== parties.complainant && party !== parties.respondent) return refuse(letterRefusals.notAParty);
    if (letters.filter((letter) => letter.party === party).length >= MOST_LETTERS_OF_A_SIDE)
      return refuse(letterRefusals.tooManyLetters);
    // Each side's letters to the same addressees are numbered by themselves: a number tells its reader of no letter
    // that is not theirs (I-43).
    const before = letters.filter((letter) => letter.party === party && letter.addressing === addressing).length;
    const letterId = `${beginningOfIds(addressing, party)}${String(before + 1)}`;
    const digest = letterDigest(caseId, letterId, subject, text);
    return accept({
      type: 'LetterSent',
      occurredAt: receivedAt,
      rule: 'addressing',
      tier: tierOf(addressing),
      data: { letterId, party, by, addressing, subject, text, digest },
    });
  },
  evolve: (letters, { type, data, occurredAt }) =>
    isLetter(type) ? [...letters, letterOf(data, occurredAt)] : letters,
};

const letterOf = ({ letterId: id, ...letter }: LetterSent['data'], sentAt: Letter['sentAt']): Letter => ({
  id,
  sentAt,
  ...letter,
});

/** An event of a later day leaves the letters as they are. */
const isLetter = (type: string): boolean => type === 'LetterSent';
