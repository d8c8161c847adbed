import { readDocument } from '../../support/api-document';
import { byRole, differences, parsed, type Seen, type Sides } from '../../support/by-role';
import { DOSSIER, EXHIBIT, words } from '../../support/cases-under-review';
import { Client } from '../../support/client';
import { everyItem } from '../../support/every-item';
import { fileExhibit } from '../../support/file-exhibit';
import { listPanelists } from '../../support/rosters';
import { everythingReadBy } from '../../support/what-is-read';
import { Dispute } from './dispute';

const BEGUN = '2026-03-02T09:00:00+01:00';
const BOTH = ['complainant', 'respondent'] as const;

/**
 * What belongs to a country and to no side, what repeats the record and the docket in other forms, and the log of
 * digests, in which chance has written each salt.
 */
const PASSED_OVER =
  /^\/v1\/(forums|parties$|log\/)|^\/glossary$|\/(history|log)\/export$|\/proof$|\/feed\.(atom|json)$/;

/** What changes with each step, and what everybody who works on a case looks at. */
const AT_WORK =
  /^\/v1\/(agenda|inbox|desk\/queue|docket\/[^/]+|cases\/\{caseId\}(\/panel(\/votes|\/timetable)?|\/state)?)$/;
const EVERYTHING = /^/;

/** Who reads everything, and who looks at what is under way. */
const READERS = { desk: EVERYTHING, cohead: AT_WORK, 'panel-1': AT_WORK } as const;

const IN_PAGES = /^\/v1\/(cases\/[^/]+\/history|inbox)$/;
const LOG = '/v1/docket/log';

const pair = (en: string, zh: string) => [
  { lang: 'en', text: en, kind: 'original' },
  { lang: 'zh-Hans', text: zh, kind: 'translation', of: 'en' },
];
/** Names no country but by the code of the one whose measure it is. */
const grievanceAgainst = (wtoMember: string) => ({
  subject: pair('Duties on certain goods', '对若干商品征收的关税'),
  measures: [
    {
      id: 'M1',
      wtoMember,
      title: words('Imposing duties'),
      number: '12',
      issuer: 'Ministry',
      date: '2025-02-01',
      citation: 'Gazette 12',
    },
  ],
  claims: ['I', 'II'].map((provision, index) => ({
    ...{ id: `C${String(index + 1)}`, measure: 'M1', agreement: 'GATT1994', provision },
    because: words('The duty falls on goods of one origin.'),
  })),
  facts: words('The duties apply since February.'),
  remedy: words('Withdrawal of the measure.'),
  publicSummary: pair('Duties on goods.', '对商品征收的关税。'),
  authority: 'Instruction of the ministry',
});
const REPLY = {
  ...{ position: 'objects', reservation: [], counterStatements: [{ claim: 'C1', statement: words('Not so.') }] },
  objections: [{ kind: 'security', claims: ['C2'], reasons: words('It is ours to judge.') }],
};

/** One life of a case, from the lists of panelists to a dossier, in a Parley of its own. */
class Life {
  readonly snapshots = new Map<string, Seen>();
  private readonly readers = new Map<string, Client>();

  private constructor(
    private readonly dispute: Dispute,
    private readonly sides: Sides,
  ) {}

  static async play(sides: Sides): Promise<Life> {
    const dispute = await Dispute.begin(BEGUN, '7', async (url) => {
      // The respondent has one name to be drawn, so that chance has no choice.
      for (const side of BOTH) await listPanelists(url, sides[side] === 'us' ? 'US' : 'CN', [1, 2]);
    });
    const life = new Life(dispute, sides);
    try {
      await life.play();
    } finally {
      await dispute.end();
    }
    return life;
  }

  private user(side: keyof Sides, office: string): string {
    return `${this.sides[side]}-${office}`;
  }

  private async play(): Promise<void> {
    const { dispute } = this;
    const [desk, other] = [this.user('complainant', 'desk'), this.user('respondent', 'desk')];
    await dispute.file(desk, grievanceAgainst(this.sides.respondent.toUpperCase()));
    await dispute.act(this.user('respondent', 'registry'), 'completeness', { finding: 'complete' });
    await dispute.moveTo('2026-03-09T10:01:00+01:00');
    await dispute.act(other, 'reply', REPLY);
    await dispute.act(other, 'calls', { proposedFor: '2026-03-11T09:00:00+01:00' });
    await dispute.act(desk, 'calls/call:1/answer');
    await dispute.act(desk, 'calls', { proposedFor: '2026-03-12T09:00:00+01:00' });
    await dispute.act(desk, 'letters', { addressing: 'everybody', subject: 'A letter', text: words('We write.') });
    for (const number of [1, 2]) await this.nominate('complainant', number);
    await this.nominate('respondent', 1);
    const challenged = this.user('complainant', 'panel-2');
    await dispute.act(other, 'panel/challenges', { member: challenged, grounds: words('Counsel in the matter.') });
    for (const side of BOTH) await this.keep(side);
    await dispute.moveTo('2026-03-18T10:01:00+01:00');
    await this.disclose('respondent', 2);

    for (const side of BOTH)
      await fileExhibit(
        dispute.as(this.user(side, 'desk')),
        dispute.id,
        new TextEncoder().encode(`Data of the ${side}`),
        EXHIBIT,
      );
    await dispute.moveTo('2026-04-20T10:01:00+02:00');
    await this.look('under review', AT_WORK);

    const text = words('The panel sees it so far as follows.');
    await dispute.act(this.user('complainant', 'panel-1'), 'panel/interim', { text, exhibits: [] });
    const { draft } = await dispute
      .as(this.user('complainant', 'panel-1'))
      .read<{ draft: { digest: string } }>(dispute.path('panel/votes'));
    for (const side of BOTH)
      await dispute.act(this.user(side, 'panel-1'), 'panel/interim/signatures', { digest: draft.digest });
    for (const side of BOTH)
      await dispute.act(this.user(side, 'desk'), 'panel/interim/comments', { comment: words('As before.') });
    for (const side of BOTH) await dispute.act(this.user(side, 'desk'), 'panel/interim/done');
    for (const claim of ['C1', 'C2'])
      for (const side of BOTH)
        for (const number of [1, 2])
          await dispute.act(this.user(side, `panel-${String(number)}`), 'panel/votes', {
            claim,
            on: claim === 'C1' ? 'substantiated' : side === 'complainant' ? 'substantiated' : 'not-substantiated',
          });
    // Nobody votes on the objection, and nobody certifies: each of these times ends by itself.
    await dispute.moveTo('2026-06-15T10:01:00+02:00');
    await dispute.act(desk, 'referral/dossiers', { ...DOSSIER, claims: ['C1', 'C2'] });
    await this.look('found on', EVERYTHING);
  }

  /** The co-head of a side decides that the challenged member stays. */
  private async keep(side: keyof Sides): Promise<void> {
    const { dispute } = this;
    const { challenges } = await dispute
      .as(this.user(side, 'cohead'))
      .read<{ challenges: readonly { id: string; digests: Readonly<Record<string, string>> }[] }>(
        dispute.path('panel'),
      );
    const digest = challenges[0]?.digests['not-upheld'];
    await dispute.act(this.user(side, 'cohead'), `panel/challenges/${challenges[0]?.id ?? ''}/decisions`, {
      verdict: 'not-upheld',
      digest,
    });
  }

  /** A desk names a member, who has nothing to disclose. */
  private async nominate(side: keyof Sides, number: number): Promise<void> {
    const member = this.user(side, `panel-${String(number)}`);
    await this.dispute.act(this.user(side, 'desk'), 'panel/nominations', { member, coChair: number === 1 });
    await this.disclose(side, number);
  }

  private disclose(side: keyof Sides, number: number): Promise<void> {
    return this.dispute.act(this.user(side, `panel-${String(number)}`), 'panel/disclosures', {
      statement: words('None.'),
    });
  }

  /** Reads what there is to read as people of both sides and as the public. */
  private async look(when: string, what: RegExp): Promise<void> {
    const { dispute, sides } = this;
    const document = await readDocument(dispute.url);
    const desk = dispute.as(this.user('complainant', 'desk'));
    const { docketNumber } = await desk.read<{ docketNumber: string }>(`/v1/cases/${dispute.id}`);
    const parts = {
      ...{ caseId: [dispute.id], n: ['1'], party: [sides.complainant.toUpperCase(), sides.respondent.toUpperCase()] },
      ...{ docketNumber: [docketNumber], callId: ['call:1', 'call:2'], number: ['USA-1', 'CHN-1'] },
      ...{ document: ['grievance', 'reply'], agreementId: [dispute.id] },
    };
    const seen = new Map<string, string>();
    const read = async (reader: string, client: Client, shown: RegExp): Promise<void> => {
      const paths = Object.entries(document.paths).filter(([path]) => what.test(path) && shown.test(path));
      for (const { path, status, text } of await everythingReadBy(
        client,
        { ...document, paths: Object.fromEntries(paths) },
        parts,
      ))
        if (!PASSED_OVER.test(path)) {
          // A page ends among events of one instant, which have no order.
          const isPart = status === 200 && (IN_PAGES.test(path) || path === LOG);
          const whole = isPart ? await wholeOf(client, path) : parsed(text);
          const said = JSON.stringify(byRole(whole, sides));
          seen.set(`${reader} ${String(byRole(path, sides))}`, `${String(status)} ${said}`);
        }
    };
    for (const side of BOTH)
      for (const [office, shown] of Object.entries(READERS))
        await read(`${side} ${office}`, await this.reader(this.user(side, office)), shown);
    await read('public', Client.public(dispute.url), EVERYTHING);
    this.snapshots.set(when, seen);
  }

  private async reader(user: string): Promise<Client> {
    const known = this.readers.get(user) ?? (await Client.as(this.dispute.url, user));
    this.readers.set(user, known);
    return known;
  }
}

async function wholeOf(client: Client, path: string): Promise<unknown> {
  if (path !== LOG) return everyItem(client, path);
  // How far the log is witnessed depends on the moment at which one asks.
  const { attestation: _, ...log } = await client.read<{ readonly attestation: unknown }>(`${LOG}?limit=200`);
  return log;
}

/**
 * I-07: one life, played twice with the two countries exchanged, their rosters with them. Everything that anybody reads
 * of it is the mirror image, in both languages: case, panel, inbox, agenda, docket, history, dossier.
 */
describe('the two countries exchanged', () => {
  let lives: readonly [Life, Life];
  beforeAll(async () => {
    lives = [
      await Life.play({ complainant: 'cn', respondent: 'us' }),
      await Life.play({ complainant: 'us', respondent: 'cn' }),
    ];
  }, 900_000);

  it.each([
    ['under review', 40],
    ['found on', 250],
  ])('shows everybody the mirror image when the case is %s', (when, least) => {
    const [one, other] = lives.map(({ snapshots }) => snapshots.get(when) ?? new Map<string, string>());
    expect(one!.size).toBeGreaterThan(least);
    expect(differences(one!, other!)).toEqual([]);
  });
});
