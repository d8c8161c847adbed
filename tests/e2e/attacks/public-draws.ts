import { drawnAnew, hashOf, type PublishedDraw } from '../../support/repeat-draw';
import type { Cast } from '../../demo/cast';
import type { DocketBody } from '../disputes/bodies';

interface Fact {
  readonly seat?: string;
  readonly draw?: unknown;
  readonly side?: string;
  readonly commitment?: string;
  readonly drawCommitments?: string;
  readonly laterCommitment?: string;
}

/** Draws of a case as the public docket tells of them, which anybody can repeat. */
export class PublicDraws {
  private constructor(
    private readonly entries: readonly {
      readonly kind: string;
      readonly texts: { en: string };
      readonly facts: Fact;
    }[],
  ) {}

  static async of(cast: Cast, docketNumber: string): Promise<PublicDraws> {
    const docket = await cast.anybody.read<DocketBody>(`/v1/docket/${docketNumber}`);
    return new PublicDraws(docket.entries as unknown as PublicDraws['entries']);
  }

  /** The entries of a kind about a seat. */
  about(seat: string, kind: string) {
    return this.entries.filter((entry) => entry.kind === kind && entry.facts.seat === seat);
  }

  /** The records of the draws of a seat, in their order. */
  records(seat: string): readonly PublishedDraw[] {
    return this.about(seat, 'member-drawn').map(({ facts }) => JSON.parse(String(facts.draw)) as PublishedDraw);
  }

  /** The hashes of the secrets of a seat, in the order of its draws, as they were published. */
  commitments(seat: string): readonly string[] {
    const opening = this.entries.find(({ kind }) => kind === 'panel-opened')?.facts.drawCommitments ?? '{}';
    const first = (JSON.parse(opening) as Readonly<Record<string, readonly string[]>>)[seat] ?? [];
    return [...first, ...this.about(seat, 'member-drawn').map(({ facts }) => facts.laterCommitment ?? '')];
  }

  /** What is wrong with the draws of a seat, repeated from what was published alone. */
  faults(seat: string): readonly string[] {
    const published = this.commitments(seat);
    return this.records(seat).flatMap((record, index) => {
      const { secret, nonces, drawn, commitment } = record;
      const added = this.about(seat, 'nonce-committed').filter(({ facts }) => facts.draw === index + 1);
      const hashes = added.map(({ facts }) => facts.commitment).sort();
      return [
        ...(commitment === published[index] ? [] : ['another secret than was committed to']),
        ...(secret === null || hashOf(secret) === commitment ? [] : ['a secret that does not fit']),
        ...(JSON.stringify(nonces.map((each) => each.commitment).sort()) === JSON.stringify(hashes)
          ? []
          : ['other nonces than were committed to']),
        ...(nonces.every((each) => each.nonce === null || hashOf(each.nonce) === each.commitment)
          ? []
          : ['a nonce that does not fit']),
        ...(drawnAnew(record) === drawn ? [] : ['somebody else was drawn']),
      ];
    });
  }
}
