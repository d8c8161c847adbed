import { randomUUID } from 'node:crypto';
import { Client } from '../support/client';
import { CONTACT, constructedGrievance } from '../support/constructed';
import { wtoCase } from '../support/wto-case';
import type { Sent } from './filing-load';

/** Requests to the real routes, from a whole filing to one that is refused at once. */
export interface FilingRequests {
  /** Length of a whole filing's body. */
  readonly bytes: number;
  /** A filing that was never sent before. */
  whole(): Sent;
  /** The same without a contact, so without its row. */
  withoutContact(): Sent;
  /**
   * A filing that was recorded before. The store knows it, reads it and answers as it did then. They go to one stream,
   * so one at a time.
   */
  again(): Sent;
  /** The dry run: token, validation and digest, without the record. */
  check(): Sent;
  /** A request with a bad token, which costs HTTP, the parsing of the body and the refusal. */
  turnedAway(): Sent;
}

/** Builds the requests of a desk, each with a body of so many bytes. */
export async function filingRequests(url: string, bytes: number): Promise<FilingRequests> {
  const desk = await Client.as(url, 'cn-desk');
  const bare = constructedGrievance(wtoCase(633));
  const fill = (length: number) => ({ ...bare, facts: [{ lang: 'en', text: 'x'.repeat(length), kind: 'original' }] });
  const bodyOf = (grievance: object, digest: string): object => ({
    grievance,
    contact: CONTACT,
    certification: { digest },
  });
  const length = (body: object): number => Buffer.byteLength(JSON.stringify(body));
  const grievance = fill(Math.max(1, bytes - length(bodyOf(fill(0), 'a'.repeat(64)))));
  const { body: check } = await desk.act<{ digest: string }>('/v1/grievances/checks', { grievance, contact: CONTACT });

  const whole = bodyOf(grievance, check.digest);
  const headers = (key: string, token = desk.token ?? '') => ({
    authorization: `Bearer ${token}`,
    'idempotency-key': key,
  });
  const [body, without, checked] = [
    whole,
    { grievance, certification: { digest: check.digest } },
    { grievance, contact: CONTACT },
  ].map((each) => Buffer.from(JSON.stringify(each)));
  if (!body || !without || !checked) throw new TypeError('a list of three has three');
  const key = randomUUID();
  await desk.act('/v1/cases', whole, { key });
  const path = '/v1/cases';
  return {
    bytes: body.length,
    whole: () => ({ path, headers: headers(randomUUID()), body }),
    withoutContact: () => ({ path, headers: headers(randomUUID()), body: without }),
    again: () => ({ path, headers: headers(key), body }),
    check: () => ({ path: '/v1/grievances/checks', headers: headers(randomUUID()), body: checked }),
    turnedAway: () => ({ path, headers: headers(randomUUID(), 'nobody'), body }),
  };
}
