import { Cast } from '../../demo/cast';
import { Client } from '../../support/client';
import { everyItem } from '../../support/every-item';
import { words } from '../../support/cases-under-review';
import { CONTACT } from '../../support/constructed';
import { ParleyProcess } from '../../support/parley-process';
import { listRosters } from '../../support/rosters';
import type { CaseBody, DocketBody, EventBody, NoticeBody, ProposalBody } from './bodies';

/** The news of one step for each kind of reader. Several services tell them, so they stand in alphabetical order. */
export interface News {
  /** Types of the events that both desks find in the history of the case. */
  readonly parties: readonly string[];
  /** Types of the events that both auditors find there. */
  readonly auditors: readonly string[];
  /** Types of the events of which both sides have a notice in their inbox. */
  readonly notices: readonly string[];
  /** Kinds of the entries of the public docket. */
  readonly public: readonly string[];
}

type Settings = object & { readonly log?: (line: string) => void };

/** Pairs of readers, one of each side. */
const SIDES = { parties: ['cn-desk', 'us-desk'], auditors: ['cn-auditor', 'us-auditor'] } as const;

/** A dispute that is played in a Parley of its own, at the pace of a demonstration clock. */
export class Dispute {
  private readonly seen = new Set<string>();
  private caseId = '';

  private constructor(
    private readonly parley: ParleyProcess,
    readonly cast: Cast,
  ) {}

  /**
   * Starts Parley at an instant.
   * @param roster lists people before there is a case: everybody of both sides when it is left out
   * @param settings others of its environment; `log` gets each line that the process writes
   */
  static async begin(clock: string, seed: string, roster = listRosters, settings: Settings = {}): Promise<Dispute> {
    const { log = () => undefined, ...env } = settings;
    const parley = await ParleyProcess.start({ clock, env: { PARLEY_HOSTILE_SEED: seed, ...env }, log });
    await roster(parley.url);
    return new Dispute(parley, await Cast.of(parley.url));
  }

  async end(): Promise<void> {
    await this.parley.stop();
  }

  get url(): string {
    return this.parley.url;
  }

  get id(): string {
    return this.caseId;
  }

  as(user: string): Client {
    return this.cast.as(user);
  }

  get dataDir(): string {
    return this.parley.dataDir;
  }

  moveTo(instant: string): Promise<void> {
    return this.cast.moveTo(instant);
  }

  /** Lets a minute pass. A move of the clock answers once everything that follows from the acts has been done. */
  async settle(): Promise<void> {
    await this.moveTo(new Date(Date.parse(await this.cast.now()) + 60_000).toISOString());
  }

  /**
   * The complainant files, and the registry finds it complete at once. From then on the dispute looks at this case.
   * @returns the case's id
   */
  async register(desk: string, grievance: object): Promise<string> {
    await this.file(desk, grievance);
    await this.act('us-registry', 'completeness', { finding: 'complete' });
    return this.caseId;
  }

  /**
   * The complainant files, and nobody does anything else yet.
   * @param more other fields of a filing beside the grievance, such as its urgency
   */
  async file(desk: string, grievance: object, more: object = {}): Promise<void> {
    const { digest } = (
      await this.as(desk).act<{ digest: string }>('/v1/grievances/checks', { grievance, contact: CONTACT })
    ).body;
    const filing = { grievance, contact: CONTACT, certification: { digest }, ...more };
    this.caseId = (await this.as(desk).act<CaseBody>('/v1/cases', filing)).body.id;
  }

  /** Looks at another of several cases. */
  turnTo(caseId: string): void {
    this.caseId = caseId;
  }

  path(part: string): string {
    return `/v1/cases/${this.caseId}/${part}`;
  }

  /** Does an act in the case, and waits until everything that follows from it is done. */
  async act(user: string, part: string, body: object = {}): Promise<void> {
    await this.as(user).act(this.path(part), body);
    await this.settle();
  }

  /** The refusal of an act. @throws when the act is done */
  async refused(user: string, part: string, body: object = {}): Promise<Refusal> {
    const { status, body: problem } = await this.as(user).post<{ code: string; rule: string }>(this.path(part), body);
    if (status < 400) throw new Error(`${user} was let do ${part}`);
    return { status, code: problem.code, rule: problem.rule };
  }

  /** Each side names its members, the first as co-chair; they have nothing to disclose, and nobody challenges. */
  async compose(members: readonly string[]): Promise<void> {
    for (const member of members)
      await this.as(deskOf(member)).act(this.path('panel/nominations'), { member, coChair: member.endsWith('-1') });
    for (const member of members)
      await this.as(member).act(this.path('panel/disclosures'), { statement: words('Nothing to disclose.') });
    await this.settle();
  }

  /** One party proposes, the other signs the same digest. */
  async agree(part: string, body: object, [proposing, signing]: readonly [string, string]): Promise<void> {
    const { items: proposals } = (
      await this.as(proposing).act<{ items: readonly ProposalBody[] }>(this.path(part), body)
    ).body;
    const proposal = proposals.at(-1);
    if (!proposal) throw new Error(`nothing was proposed by ${part}`);
    await this.act(signing, `proposals/${proposal.id}/signatures`, { digest: proposal.digest });
  }

  /**
   * The case as both parties see it, without whom to call, which only the complainant's people see (I-76).
   * @throws when they see different things
   */
  async shown(asOf?: string): Promise<CaseBody> {
    const views = await Promise.all(
      SIDES.parties.map((desk) =>
        this.as(desk).read<CaseBody & { contact: object | null }>(
          `/v1/cases/${this.caseId}${asOf === undefined ? '' : `?asOf=${asOf}`}`,
        ),
      ),
    );
    return theSame(
      views.map(({ contact: _, ...view }): CaseBody => view),
      'the case',
    );
  }

  /** When each deadline of the case ends, by its id. */
  async due(): Promise<Readonly<Record<string, string>>> {
    return Object.fromEntries((await this.shown()).deadlines.map(({ id, dueAt }) => [id, dueAt]));
  }

  /** The case as anybody sees it. */
  async docket(): Promise<DocketBody> {
    return Client.public(this.url).read(`/v1/docket/${(await this.shown()).docketNumber ?? ''}`);
  }

  /** The news of each reader since the last call. @throws when the two sides were not told the same */
  async news(): Promise<News> {
    const [parties, auditors, notices, { entries }] = await Promise.all([
      this.fresh('parties', (desk) => this.history(desk)),
      this.fresh('auditors', (auditor) => this.history(auditor)),
      this.fresh('parties', (desk) => this.notices(desk)),
      this.docket(),
    ]);
    const entered = entries.map(({ serial, kind }) => ({ id: String(serial), what: kind }));
    return { parties, auditors, notices, public: this.unseen('public', entered) };
  }

  private async fresh(
    readers: keyof typeof SIDES,
    read: (user: string) => Promise<readonly Told[]>,
  ): Promise<readonly string[]> {
    const told = await Promise.all(SIDES[readers].map(read));
    return this.unseen(
      readers,
      theSame(
        told.map((each) => [...each].sort((one, other) => (one.id < other.id ? -1 : 1))),
        `what ${readers} are told`,
      ),
    );
  }

  private unseen(reader: string, told: readonly Told[]): readonly string[] {
    const fresh = told.filter(({ id }) => !this.seen.has(`${reader} ${id}`));
    for (const { id } of fresh) this.seen.add(`${reader} ${id}`);
    return counted(fresh.map(({ what }) => what));
  }

  /**
   * The history without the record of service, since notices are read from the inboxes, and without moves of one
   * service's clocks that follow what another told.
   */
  private async history(user: string): Promise<readonly Told[]> {
    const events = await everyItem<EventBody>(this.as(user), this.path('history?kind=all'));
    return events
      .filter(({ stream, type }) => !stream.startsWith('intake.service-') && !/(Noted|StoodStill|WentOn)$/.test(type))
      .map(({ eventId, type, occurredAt }) => ({ id: eventId, what: type, at: occurredAt }));
  }

  private async notices(desk: string): Promise<readonly Told[]> {
    const inbox = await everyItem<NoticeBody>(this.as(desk), '/v1/inbox');
    return inbox
      .filter((notice) => notice.case === this.caseId)
      .map(({ id, of }) => ({ id, what: of.event, at: of.at }));
  }
}

const deskOf = (member: string): string => (member.startsWith('cn-') ? 'cn-desk' : 'us-desk');

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly rule: string;
}

/** One thing that a reader was told. */
interface Told {
  readonly id: string;
  readonly what: string;
  readonly at?: string;
}

/** Words in the order of the alphabet, each once, with the number when there are more: `MemberNominated ×4`. */
function counted(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort().map((word) => {
    const times = words.filter((other) => other === word).length;
    return times === 1 ? word : `${word} ×${String(times)}`;
  });
}

function theSame<Seen>(views: readonly Seen[], what: string): Seen {
  const [first, ...others] = views;
  if (first === undefined || others.some((other) => JSON.stringify(other) !== JSON.stringify(first))) {
    throw new Error(`${what} differs: ${JSON.stringify(views, undefined, 1)}`);
  }
  return first;
}
