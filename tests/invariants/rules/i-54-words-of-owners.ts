import type { Instant, PartyCode } from '@parley/kernel';
import type { AgreementEvent } from '../../../services/referral/src/compliance/agreement-events.rules';
import { endOfJointDays } from './end-of-joint-days';

/** How long the other side has to answer, and after a refusal the co-heads to check. */
const ANSWER_JBD = 20;

type Repudiated = Extract<AgreementEvent, { readonly type: 'ActRepudiated' }>;

type Signed = readonly { readonly by: string; readonly party: PartyCode; readonly finding: string }[];

interface Stood {
  /** As of when the act behind it counts. */
  readonly at: Instant;
  readonly standing: Standing | undefined;
  readonly says: string;
  readonly saidAt: Instant;
  readonly answeredAt: Instant;
  readonly until: Instant | undefined;
  readonly signed: Signed;
}

type Standing = 'awaited' | 'verified' | 'verified-by-silence' | 'disputed' | 'not-as-reported';

/** What the owner of one obligation says of it, as the page has it: a model that shares no code with the rules. */
export class WordOfOwner {
  standing: Standing | undefined;
  private says = '';
  private saidAt = '' as Instant;
  private answeredAt = '' as Instant;
  /** Until when somebody has to act: the other side, or the co-heads. */
  private until: Instant | undefined;
  private signed: Signed = [];
  private isFulfilled = false;
  /** How it stood before each report and each answer, by whose act it was and when it was recorded. */
  private readonly before = new Map<string, Stood>();

  constructor(
    private readonly id: string,
    private readonly owner: PartyCode,
  ) {}

  /**
   * @param knownAt when those who act next could know of it
   * @returns in words, what may not have happened
   */
  take(event: AgreementEvent, knownAt: Instant): readonly string[] {
    const at = event.occurredAt;
    if (event.type === 'StatusReportGiven') {
      const entry = event.data.entries.find(({ obligation }) => obligation === this.id);
      if (!entry) return [];
      this.keep('status-report', event.data.party, at, knownAt);
      this.say(entry.says, at, knownAt);
      return event.data.party === this.owner
        ? []
        : [`${event.data.party} reports on obligation ${this.id} of the other`];
    }
    if (event.type === 'DefaultSetAside') return this.undo(event.data.deadline);
    if (event.type === 'ActRepudiated') return this.repudiate(event.data, at);
    if (!('obligation' in event.data) || event.data.obligation !== this.id) return [];
    if ('says' in event.data && event.data.says !== this.says)
      return [`${event.type} of obligation ${this.id} is about ${event.data.says}, and its owner says ${this.says}`];
    switch (event.type) {
      case 'ObligationVerified':
        this.keep('verification', event.data.party, at, knownAt);
        return this.answer(event.data.party, event.data.verdict, at, knownAt);
      case 'ObligationVerifiedBySilence':
        return this.end('awaited', 'verified-by-silence', at);
      case 'JointCheckSigned': {
        const { by, party, finding } = event.data;
        this.signed = [...this.signed.filter((one) => one.party !== party), { by, party, finding }];
        return this.standing === 'disputed' ? [] : [`obligation ${this.id} is checked and not in dispute`];
      }
      case 'ObligationChecked':
        this.answeredAt = at;
        return this.check(event.data.finding);
      case 'JointCheckLapsed':
        return this.end('disputed', 'disputed', at);
      case 'ObligationFulfilled': {
        this.isFulfilled = true;
        const holds = this.standing === 'verified' || this.standing === 'verified-by-silence';
        return holds && this.says === 'done'
          ? []
          : [`obligation ${this.id} is fulfilled, and was ${this.says || 'not reported'}`];
      }
      default:
        return [];
    }
  }

  /** In words, what somebody had to do by then and has neither done nor left undone on record. */
  waitsSince(instant: Instant): readonly string[] {
    return !this.isFulfilled && this.until !== undefined && this.until < instant
      ? [`what is reported of obligation ${this.id} still waits, and its time was over at ${this.until}`]
      : [];
  }

  private keep(kind: string, party: PartyCode, at: Instant, knownAt: Instant): void {
    const { standing, says, saidAt, answeredAt, until, signed } = this;
    this.before.set(`${kind} ${party} ${knownAt}`, { at, standing, says, saidAt, answeredAt, until, signed });
  }

  /** What rested on the act alone is undone: no time comes back to its side, and the others have five working days. */
  private repudiate({ kind, party, doneAt, obligations }: Repudiated['data'], at: Instant): readonly string[] {
    const before = this.before.get(`${kind} ${party} ${doneAt}`);
    if (!before) return [];
    this.forget(kind, before);
    const isReport = kind === 'status-report';
    const isUnanswered =
      this.standing === 'awaited' || (this.standing === 'disputed' && before.standing === 'disputed');
    const isOfDesk = this.standing === 'verified' || this.standing === 'disputed';
    const rests = isReport ? this.saidAt === before.at && isUnanswered : this.answeredAt === before.at && isOfDesk;
    if (rests !== obligations.includes(this.id))
      return [
        `the ${kind} of ${party} is repudiated, and obligation ${this.id} ${rests ? 'rested' : 'did not rest'} on it`,
      ];
    if (!rests) return [];
    const least = endOfJointDays(at, 5);
    const later = (end: Instant | undefined): Instant | undefined => (end && end < least ? least : end);
    if (isReport) this.until = before.standing === 'awaited' ? later(before.until) : before.until;
    else if (before.standing === 'disputed') this.until = later(before.until);
    else this.until = before.until && before.until > at ? before.until : at;
    const isSaidSince = !isReport && this.saidAt !== before.saidAt;
    if (!isSaidSince) [this.says, this.saidAt] = [before.says, before.saidAt];
    [this.standing, this.answeredAt, this.isFulfilled] = [before.standing, before.answeredAt, false];
    this.signed = isSaidSince ? [] : before.signed;
    return [];
  }

  /** What stood before a later act rests no more on one that is repudiated than what stands now. */
  private forget(kind: string, own: Stood): void {
    for (const [act, stood] of this.before) {
      if (kind === 'status-report') {
        const isUnanswered =
          stood.standing === 'awaited' || (stood.standing === 'disputed' && own.standing === 'disputed');
        if (act.startsWith(kind) && stood.saidAt === own.at && isUnanswered)
          this.before.set(act, { ...own, at: stood.at });
      } else if (own.standing === 'awaited' && stood.answeredAt === own.at) {
        const { standing, answeredAt, until, signed } = own;
        this.before.set(act, { ...stood, standing, answeredAt, until, signed });
      }
    }
  }

  private say(says: string, at: Instant, knownAt: Instant): void {
    if (this.standing !== undefined && (at < this.saidAt || at < this.answeredAt)) return;
    const isUnderWay = this.until !== undefined;
    if (says === this.says && isUnderWay) return;
    if (this.standing === 'disputed') this.until ??= endOfJointDays(knownAt, ANSWER_JBD);
    else {
      this.standing = 'awaited';
      this.until = endOfJointDays(knownAt, ANSWER_JBD);
    }
    [this.says, this.saidAt, this.signed] = [says, at, []];
  }

  /** An answer that had come in time is proved: what silence verified awaits it again. */
  private undo(deadline: string): readonly string[] {
    if (deadline !== `verification:${this.id}`) return [];
    const was = this.standing;
    [this.standing, this.isFulfilled] = ['awaited', false];
    return was === 'verified-by-silence'
      ? []
      : [`silence about obligation ${this.id} is set aside, and it was ${String(was)}`];
  }

  private answer(party: PartyCode, verdict: string, at: Instant, knownAt: Instant): readonly string[] {
    const isOpen = this.standing === 'awaited' || (this.standing === 'disputed' && verdict === 'verified');
    this.standing = verdict === 'refused' ? 'disputed' : 'verified';
    this.until = verdict === 'refused' ? endOfJointDays(knownAt, ANSWER_JBD) : undefined;
    [this.signed, this.answeredAt] = [[], at];
    return [
      ...(isOpen ? [] : [`obligation ${this.id} is answered, and nothing awaited an answer`]),
      ...(party === this.owner ? [`${party} answers its own report on obligation ${this.id}`] : []),
    ];
  }

  private end(from: Standing, to: Standing, at: Instant): readonly string[] {
    const isInTime = this.standing === from && this.until !== undefined && at >= this.until;
    [this.standing, this.until, this.signed] = [to, undefined, []];
    if (from === 'awaited') this.answeredAt = at;
    return isInTime ? [] : [`time ends what is reported of obligation ${this.id} at ${at}, and it was not over`];
  }

  private check(finding: string): readonly string[] {
    const [one, other, ...more] = this.signed;
    const byBoth =
      one !== undefined &&
      other !== undefined &&
      more.length === 0 &&
      one.by !== other.by &&
      one.finding === finding &&
      other.finding === finding;
    const isDisputed = this.standing === 'disputed';
    this.standing = finding === 'as-reported' ? 'verified' : 'not-as-reported';
    [this.until, this.signed] = [undefined, []];
    return byBoth && isDisputed ? [] : [`obligation ${this.id} is checked, and not by both co-heads in a dispute`];
  }
}
