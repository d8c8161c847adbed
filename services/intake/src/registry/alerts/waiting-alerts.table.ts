import { instantFromMillis, type ChannelAnswer, type Instant, type IsoDate, type PersonId } from '@parley/kernel';
import type { DataSource } from 'typeorm';
import { nextTry, SERVED_GAP_MS, type AlertKind, type ChosenAlert, type WaitingAlert } from './alerts.rules';
import { alertOf } from './chosen-alerts.table';

interface Row {
  readonly channel_id: string;
  readonly about: string;
  readonly made_at: Date;
  readonly tries: number;
  readonly answer: string | null;
  readonly accepted: boolean;
  readonly done_at: Date | null;
}

/** Longer than a channel may take to answer: one that was begun and not noted by then was cut off. */
const BEGUN = '30 seconds';
const AT_ONCE = 8;
const KEPT_MS = 30 * 24 * 60 * 60_000;
const SHOWN = 20;

/**
 * Alerts that wait to be sent: rows that are written with what they follow from, so that a crash loses none. One that
 * was sent in the very moment of a crash is sent once more, under the same id.
 */
export class WaitingAlerts {
  constructor(private readonly database: DataSource) {}

  /** Has everybody on these sides told who chose it by then. One alert that waits already serves for all. */
  async served(serviceId: string, parties: readonly string[], at: Instant, now: Instant): Promise<void> {
    await this.database.query(
      `INSERT INTO intake.waiting_alerts (channel_id, about, person_id, made_at, not_before)
       SELECT channel_id, 'served ' || $1::text, person_id, $4::timestamptz, greatest($4::timestamptz, (
           SELECT max(not_before) + $5 * interval '1 millisecond' FROM intake.waiting_alerts AS last
           WHERE last.channel_id = chosen.channel_id AND last.about LIKE 'served %'))
       FROM intake.chosen_alerts AS chosen
       WHERE party = ANY ($2) AND wants ? 'served' AND proven_at <= $3 AND NOT EXISTS (
         SELECT FROM intake.waiting_alerts AS other
         WHERE other.channel_id = chosen.channel_id AND other.about LIKE 'served %'
           AND other.tries = 0 AND other.done_at IS NULL)
       ON CONFLICT DO NOTHING`,
      [serviceId, parties, at, now, SERVED_GAP_MS],
    );
  }

  /** Those who want to be told of what is due, whose day of this date was not looked at yet. */
  async unplanned(day: IsoDate): Promise<readonly ChosenAlert[]> {
    const rows = await this.database.query<Parameters<typeof alertOf>[0][]>(
      `SELECT * FROM intake.chosen_alerts
       WHERE wants ? 'due' AND proven_at IS NOT NULL AND (planned_for IS NULL OR planned_for < $1)`,
      [day],
    );
    return rows.map(alertOf);
  }

  /** Notes that a day was looked at, and has the person told when something is due: once a day, whoever looks. */
  async plan({ channelId, reader }: ChosenAlert, day: IsoDate, isDue: boolean, now: Instant): Promise<void> {
    await this.database.query(
      `WITH planned AS (
         UPDATE intake.chosen_alerts SET planned_for = $2
         WHERE channel_id = $1 AND (planned_for IS NULL OR planned_for < $2) RETURNING channel_id
       ) INSERT INTO intake.waiting_alerts (channel_id, about, person_id, made_at, not_before)
         SELECT channel_id, 'due ' || $3::text, $4, $5, $5 FROM planned WHERE $6
         ON CONFLICT DO NOTHING`,
      [channelId, day, day, reader.personId, now, isDue],
    );
  }

  /** Takes some that are to be sent now. Nobody else takes them until they must have been sent. */
  async begin(now: Instant): Promise<readonly WaitingAlert[]> {
    const rows = await this.database.query<Row[]>(
      `WITH begun AS (
         UPDATE intake.waiting_alerts AS alert SET tries = tries + 1, next_try_at = clock_timestamp() + $2::interval
         FROM (
           SELECT channel_id, about FROM intake.waiting_alerts
           WHERE done_at IS NULL AND not_before <= $1 AND next_try_at <= clock_timestamp()
           ORDER BY next_try_at LIMIT $3 FOR UPDATE SKIP LOCKED
         ) AS next
         WHERE alert.channel_id = next.channel_id AND alert.about = next.about RETURNING alert.*
       ) SELECT * FROM begun`,
      [now, BEGUN, AT_ONCE],
    );
    return rows.map(waitingOf);
  }

  /** Notes what a channel answered: it is done, is given up, or is tried again later. */
  async note({ channelId, about, tries }: WaitingAlert, answer: ChannelAnswer, now: Instant): Promise<void> {
    const pause = nextTry(answer, tries);
    await this.database.query(
      `UPDATE intake.waiting_alerts SET answer = $3, accepted = $4, done_at = $5,
         next_try_at = clock_timestamp() + $6 * interval '1 millisecond'
       WHERE channel_id = $1 AND about = $2 AND done_at IS NULL`,
      [channelId, about, answer.answer, answer.accepted, pause === undefined ? now : null, pause ?? 0],
    );
  }

  /** What was sent for a person, or waits: the last first, of the last 30 days. */
  async of(personId: PersonId): Promise<readonly WaitingAlert[]> {
    const rows = await this.database.query<Row[]>(
      'SELECT * FROM intake.waiting_alerts WHERE person_id = $1 ORDER BY made_at DESC, about LIMIT $2',
      [personId, SHOWN],
    );
    return rows.map(waitingOf);
  }

  async forgetOld(now: Instant): Promise<void> {
    await this.database.query(
      "DELETE FROM intake.waiting_alerts WHERE done_at IS NOT NULL AND made_at < $1::timestamptz - $2 * interval '1 " +
        "millisecond'",
      [now, KEPT_MS],
    );
  }
}

const waitingOf = ({ channel_id: channelId, about, made_at, tries, answer, accepted, done_at }: Row): WaitingAlert => ({
  channelId,
  about,
  kind: about.split(' ', 1)[0] as AlertKind,
  madeAt: instantFromMillis(made_at.getTime()),
  tries,
  answer,
  state: done_at === null ? 'waiting' : accepted ? 'taken' : 'given-up',
});
