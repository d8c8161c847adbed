import type { Kafka } from 'kafkajs';
import { everyRecord, TELLING, topicOf, type StoredRecord } from './every-record';
import type { ToldMessage } from './told-message';

/** Every public event that is in the topics of an installation now. */
export async function readTopics(kafka: Kafka, namespace: string): Promise<readonly ToldMessage[]> {
  const contexts = new Map<string, string>(TELLING.map((context) => [topicOf(namespace, context), context]));
  return (await everyRecord(kafka, [...contexts.keys()])).flatMap((record) =>
    toldIn(contexts.get(record.topic) ?? '', record),
  );
}

/** The public event in a record; none for a mark of progress, and for a record of strangers. */
function toldIn(context: string, { partition, offset, headers }: StoredRecord): readonly ToldMessage[] {
  const text = (name: string): string => String(headers[name] ?? '');
  const [id, source, type, subject] = [text('ce_id'), text('ce_source'), text('ce_type'), text('ce_subject')];
  if (source !== `/parley/${context}` || subject === '' || !type.startsWith(`parley.${context}.`)) return [];
  return [
    {
      context,
      partition,
      offset,
      id,
      subject,
      name: type.slice(type.lastIndexOf('.') + 1),
      time: text('ce_time'),
      recordedAt: text('ce_recordedat'),
    },
  ];
}
