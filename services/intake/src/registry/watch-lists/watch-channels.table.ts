import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Alert, Channel, ChannelAddress, ChannelAnswer, ChannelKind, PartyCode } from '@parley/kernel';
import {
  Column,
  Entity,
  In,
  Not,
  PrimaryColumn,
  type DataSource,
  type MigrationInterface,
  type QueryRunner,
} from 'typeorm';
import type { Courier } from './courier';

/**
 * Where a channel of a watch list leads. It is no projection: the record names the id alone, and the row is deleted
 * when the channel is on the list no more.
 */
@Entity('watch_channels')
export class WatchChannelRow {
  @PrimaryColumn({ name: 'channel_id', type: 'uuid' })
  channelId: string;

  @Column({ type: 'text' })
  party: PartyCode;

  @Column({ type: 'text' })
  kind: ChannelKind;

  @Column({ type: 'text' })
  address: string;

  /** What it answered to the trial alert that it took; `null` while it has taken none. */
  @Column({ type: 'text', nullable: true })
  worked: string | null;
}

/** The addresses of both watch lists, and the way by which alerts go there. */
export class WatchChannels implements Courier {
  readonly #channels: ReadonlyMap<ChannelKind, Channel>;

  constructor(
    private readonly database: DataSource,
    channels: readonly Channel[],
  ) {
    this.#channels = new Map(channels.map((channel) => [channel.kind, channel]));
  }

  /** Whether this installation may send to an address. */
  permits(kind: ChannelKind, address: string): boolean {
    return this.#channels.get(kind)?.permits(address) ?? false;
  }

  /** By what the owner of a channel checks an alert; `null` where alerts are not signed. */
  secretOf(kind: ChannelKind, channelId: string): string | null {
    return this.#channels.get(kind)?.secretOf?.(channelId) ?? null;
  }

  /** The row of an address: the same each time it is named. */
  async keep(party: PartyCode, kind: ChannelKind, address: string): Promise<WatchChannelRow> {
    const { manager } = this.database;
    const row = { party, kind, address };
    await manager
      .createQueryBuilder()
      .insert()
      .into(WatchChannelRow)
      .values({ channelId: randomUUID(), ...row })
      .orIgnore()
      .execute();
    return manager.findOneByOrFail(WatchChannelRow, row);
  }

  /** Sends the trial alert that a channel has not taken yet. What it took once is not sent to it again. */
  async tryOut({ channelId, kind, worked }: WatchChannelRow, alert: Alert): Promise<ChannelAnswer> {
    if (worked !== null) return { accepted: true, answer: worked, again: false };
    const answer = await this.send({ id: channelId, kind }, alert);
    if (answer.accepted) await this.database.manager.update(WatchChannelRow, { channelId }, { worked: answer.answer });
    return answer;
  }

  async send({ id, kind }: { readonly id: string; readonly kind: ChannelKind }, alert: Alert): Promise<ChannelAnswer> {
    const row = await this.database.manager.findOneBy(WatchChannelRow, { channelId: id });
    if (!row) return { accepted: false, answer: 'off-the-list', again: false };
    return this.deliver(kind, { id, address: row.address }, alert);
  }

  /** Sends to an address that the caller keeps. It answers as `send` does. */
  async deliver(kind: ChannelKind, to: ChannelAddress, alert: Alert): Promise<ChannelAnswer> {
    const channel = this.#channels.get(kind);
    return channel ? channel.send(to, alert) : { accepted: false, answer: 'not-offered', again: false };
  }

  pause(ms: number): Promise<void> {
    return setTimeout(ms);
  }

  async addressesOf(party: PartyCode): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.manager.findBy(WatchChannelRow, { party });
    return new Map(rows.map(({ channelId, address }) => [channelId, address]));
  }

  /** Deletes the addresses of a side that are on its list no more. */
  async retain(party: PartyCode, channelIds: readonly string[]): Promise<void> {
    await this.database.manager.delete(WatchChannelRow, { party, channelId: Not(In([...channelIds])) });
  }
}

/** Where the channels of watch lists lead: rows that can be deleted, of which the record knows the ids alone. */
export class IntakeWatchChannels1738542700100 implements MigrationInterface {
  readonly name = 'IntakeWatchChannels1738542700100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE intake.watch_channels (
      channel_id uuid PRIMARY KEY,
      party text NOT NULL,
      kind text NOT NULL,
      address text NOT NULL,
      worked text,
      UNIQUE (party, kind, address)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE intake.watch_channels');
  }
}
