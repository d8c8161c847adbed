import type { Readable } from 'node:stream';
import { uploadsOf, type BlobStore } from '@parley/blobs';
import { derivedUuid, type CommandContext } from '@parley/event-store';
import { parseInstant, refuse, type Instant, type PartyCode, type PersonId, type Sha256 } from '@parley/kernel';
import { lateEntryRefusals, type ClaimLateEntry, type Outage } from '@parley/procedure';
import { ProblemError } from '../problems/problem.error';
import type { CameByRequest } from './late-entries.request';

interface Act {
  readonly by: PersonId;
  readonly party: PartyCode | null;
  readonly receivedAt: Instant;
}

type OfAct = Pick<CommandContext, 'commandId' | 'actor'>;

/** An upload is no larger. */
const MOST_BYTES = 100 * 1024 * 1024;

/** Makes claims of acts that came by another channel, and keeps their originals. */
export class LateClaims {
  /**
   * @param keeper under which the originals are kept: the context
   * @param outages all that are declared
   */
  constructor(
    private readonly blobs: BlobStore,
    private readonly keeper: string,
    private readonly outages: () => Promise<readonly Outage[]>,
  ) {}

  /**
   * An act as it is to be decided: itself, or the claim that it came by another channel.
   * @throws ProblemError 422 when its side uploaded no original with the digest
   */
  async of<Command extends Act>(act: Command, came: CameByRequest | undefined, context: OfAct) {
    return (await this.entering(came, context))(act);
  }

  /**
   * What makes of an act the claim that it came by another channel, where it did.
   * @throws ProblemError 422 when its side uploaded no original with the digest
   */
  async entering(came: CameByRequest | undefined, { commandId, actor }: OfAct) {
    if (!came) return <Command extends Act>(act: Command): Command | ClaimLateEntry<Command> => act;
    return this.claiming(came, { commandId, actor });
  }

  /**
   * Paper for others, which an officer of the registry enters.
   * @throws ProblemError 422 when the officer's side uploaded no original with the digest
   */
  async paper<Command extends Act>(act: Command, came: CameByRequest, context: OfAct) {
    return { ...(await this.claiming(came, context))(act), paper: true as const };
  }

  private async claiming(came: CameByRequest, { commandId, actor }: OfAct) {
    const { channel, original } = came;
    const cameAt = parseInstant(came.cameAt) ?? came.cameAt;
    if (actor.kind !== 'person' || !(await this.keep(original, actor.party)))
      throw ProblemError.refused(refuse(lateEntryRefusals.originalMissing, '/received/original'));
    const covering = (await this.outages()).filter(({ from, to }) => from <= cameAt && cameAt <= to);
    const outages = covering.map(({ from, to }) => ({ from, to }));
    const office = actor.role;
    const entryId = derivedUuid('late-entry', commandId);
    return <Command extends Act>(act: Command): ClaimLateEntry<Command> => {
      const { by, party, receivedAt } = act;
      const entered = { ...act, receivedAt: cameAt };
      return {
        type: 'ClaimLateEntry',
        by,
        party,
        receivedAt,
        entryId,
        channel,
        cameAt,
        original,
        office,
        outages,
        act: entered,
      };
    };
  }

  /** The bytes of an original, checked on their way. @throws ProblemError 422 when they are gone */
  async open(original: Sha256): Promise<{ readonly sizeBytes: number; readonly bytes: Readable }> {
    const opened = await this.blobs.open(original);
    if (!opened) throw ProblemError.refused(refuse(lateEntryRefusals.originalMissing));
    return opened;
  }

  /**
   * Keeps what a side uploaded, since an upload that nothing refers to is removed after a day. What the other side
   * uploaded is as if it were not there: otherwise a side could ask for it by its digest.
   * @returns false when that side uploaded nothing with the digest
   */
  async keep(original: Sha256, party: PartyCode | null): Promise<boolean> {
    const opened = party === null ? undefined : await this.blobs.open(original, uploadsOf(party));
    if (!opened) return false;
    const put = await this.blobs.put(opened.bytes, { digest: original, limitBytes: MOST_BYTES, keeper: this.keeper });
    return put.kind === 'stored';
  }
}
