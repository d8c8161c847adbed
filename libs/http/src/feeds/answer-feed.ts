import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { namesTag } from '../acts/entity-tag';

export const CALENDAR = 'text/calendar';

/** What a subscriber fetches again and again. */
export interface FeedText {
  /** Its media type. */
  readonly type: string;
  readonly body: string;
  /** What its body says apart from when it was made; the body itself when left out. */
  readonly content?: string;
}

/** Answers with a feed, or with 304 where the subscriber has it as it stands (RFC 9110). */
export function answerFeed(
  { type, body, content = body }: FeedText,
  { headers }: FastifyRequest,
  reply: FastifyReply,
): string {
  // Weak: what says when it was made differs.
  const tag = `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  void reply.headers({ etag: tag, 'cache-control': 'no-cache' });
  if (namesTag(headers['if-none-match'], tag)) {
    void reply.code(304);
    return '';
  }
  void reply.header('content-type', `${type}; charset=utf-8`);
  return body;
}

/** A calendar as a feed. That it was made anew changes nothing of it. */
export const calendarFeed = (made: (stamp: string) => string, now: string): FeedText => ({
  type: CALENDAR,
  body: made(now),
  content: made(NEVER),
});

const NEVER = '0000-01-01T00:00:00.000Z';
