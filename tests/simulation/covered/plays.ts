import type { History } from '../history/case-history';
import { SCHEME_NAMES, type SchemeName } from '../parties/to-win/scheme';

/** What a scheme comes to where the rules let it: the event, and what stands in it. */
const MET: Readonly<Record<SchemeName, readonly [type: RegExp, says: RegExp]>> = {
  'end the screening without findings': [/^ScreeningEnded$/, /"outcome":"(?!findings-issued)/],
  'burn the other side’s people': [/^(MemberReplaced|ChallengeDecided)$/, /"replacedBy"|"verdict":"upheld"/],
  'enter late what never came': [/^(LateEntryCounted|ActRepudiated)$/, /./],
  'delay to the last instant': [/^(ReplyFiled|ChallengeMade|MemberRecused|MemberNominated|DisclosureMade)$/, /./],
  'withdraw after the interim text and file again': [/^GrievanceFiled$/, /./],
};

/** The names of all that is counted of sides that play to win. */
export const PLAYS: readonly string[] = SCHEME_NAMES.flatMap((name) =>
  ['tried', 'done', 'met'].map((how) => `${name}: ${how}`),
);

/**
 * For each scheme how many acts were tried for it, how many of them were done, and in how many cases it came to what it
 * is for after such an act.
 */
export function playsOf({ attempts, cases }: Pick<History, 'attempts' | 'cases'>): readonly string[] {
  const played = attempts.flatMap(({ towards, answer, at, offer }) =>
    towards
      ? [{ towards, at, caseId: offer.caseId, isDone: answer.kind === 'done' && answer.recorded.length > 0 }]
      : [],
  );
  const done = played.filter(({ isDone }) => isDone);
  const met = cases.flatMap(({ caseId, intake, panel, settlement, referral }) =>
    SCHEME_NAMES.filter((name) => {
      const first = done.find(({ towards, caseId: of }) => towards === name && (of === null || of === caseId));
      const [type, says] = MET[name];
      return [...intake, ...panel, ...settlement, ...referral].some(
        ({ recorded }) =>
          first !== undefined &&
          recorded.recordedAt >= first.at &&
          type.test(recorded.type) &&
          says.test(Buffer.from(recorded.payload).toString('utf8')),
      );
    }),
  );
  return [
    ...played.map(({ towards }) => `${towards}: tried`),
    ...done.map(({ towards }) => `${towards}: done`),
    ...met.map((name) => `${name}: met`),
  ];
}
