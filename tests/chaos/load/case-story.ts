import { REPLY } from '../../support/cases-at-every-stage';
import { EXHIBIT, MEMBERS, words } from '../../support/cases-under-review';
import { constructedGrievance } from '../../support/constructed';
import { wtoCase } from '../../support/wto-case';
import type { SeededRandom } from '../seeded-random';
import type { Act } from './act';

/** Does the acts of a story. Each resolves when it is acknowledged. */
export interface Player {
  /** The instant at which demonstration time stands. */
  now(): string;
  /** Files with the digest that the check of the same grievance shows. @returns the id of the case */
  file(desk: string, grievance: object): Promise<string>;
  act(caseId: string, act: Act): Promise<void>;
  /** Uploads a file, and returns what an exhibit needs to name it. */
  upload(desk: string, bytes: Uint8Array<ArrayBuffer>): Promise<{ readonly uploadId: string; readonly digest: string }>;
}

type Side = 'us' | 'cn';

/**
 * Plays the story of one case. Silence is a part of it: an act that nobody does has to be replaced by a default.
 * @param inIntakeAlone true to leave out acts for which another service must have heard of the case, so that the story
 *   goes on while the broker is away
 */
export async function playCase(player: Player, random: SeededRandom, inIntakeAlone: boolean): Promise<void> {
  const [complainant, respondent] = random.shuffled<Side>(['us', 'cn']) as [Side, Side];
  const grievance = constructedGrievance(wtoCase(complainant === 'cn' ? 633 : 542));
  const caseId = await player.file(`${complainant}-desk`, grievance);
  const on = (user: string, path: string, body: object, event: string) =>
    player.act(caseId, { user, path: `/v1/cases/${caseId}${path}`, body, event });

  if (random.percent(10)) return on(`${complainant}-desk`, '/withdrawal', {}, 'intake ScreeningEnded');
  if (random.percent(15)) return;
  await on(
    `${random.pick(['us', 'cn'])}-registry`,
    '/completeness',
    { finding: 'complete' },
    'intake GrievanceFoundComplete',
  );
  const exchange = async (): Promise<void> => {
    await on(`${respondent}-desk`, '/reply', REPLY, 'intake ReplyFiled');
    await on(
      `${complainant}-desk`,
      '/calls',
      { proposedFor: new Date(Date.parse(player.now()) + CALL_IN_DAYS * DAY_MS).toISOString() },
      'intake CallOffered',
    );
    if (random.percent(70)) await on(`${respondent}-desk`, '/calls/call:1/answer', {}, 'intake CallAnswered');
  };
  if (inIntakeAlone) return random.percent(80) ? exchange() : undefined;
  const parts: readonly (() => Promise<void>)[] = [
    exchange,
    async () => {
      for (const member of MEMBERS)
        await on(
          `${member.slice(0, 2)}-desk`,
          '/panel/nominations',
          { member, coChair: member.endsWith('-1') },
          'panelreview MemberNominated',
        );
      for (const member of random.shuffled(MEMBERS))
        await on(
          member,
          '/panel/disclosures',
          { statement: words('Nothing to disclose.') },
          'panelreview DisclosureMade',
        );
    },
    async () => {
      const desk = `${random.pick(['us', 'cn'])}-desk`;
      const { title, ...exhibit } = EXHIBIT;
      const file = await player.upload(desk, Uint8Array.from(Buffer.from(`line,rate\n${caseId},10\n`)));
      await on(
        desk,
        '/exhibits',
        { ...exhibit, ...file, title: [{ lang: 'en', text: title, kind: 'original' }] },
        'evidence ExhibitAccepted',
      );
    },
    () => on(`${complainant}-desk`, '/referral/exit-notices', {}, 'referral ExitNoticeGiven'),
  ];
  for (const part of random.shuffled(parts).slice(0, random.between(0, parts.length + 1))) await part();
}

const DAY_MS = 86_400_000;
/** Within the time for consultations. */
const CALL_IN_DAYS = 2;
