import { type Language, refuse, type RefusalReason } from '@parley/kernel';
import { problemCatalogue, ProblemError, type ProblemKind } from '@parley/http';
import type { ServiceInstances } from '../proxy/service-instances';
import { rootOf, serviceAway, wasNotReached } from '../proxy/service-away';

export interface Question {
  readonly path: string;
  /** Of the texts in the answer; the service's own choice when left out. */
  readonly language?: Language;
  /** The value of `Authorization`, when the gateway asks in somebody's name. */
  readonly authorization?: string | undefined;
  /** Names an act, so that it is done once. */
  readonly idempotencyKey?: string | undefined;
  /** Reasons for which a service may refuse it, beside those of every service. */
  readonly refuses?: readonly RefusalReason[];
  /** Sent as JSON, with POST. */
  readonly body?: object;
  /** Milliseconds for the whole answer; 5,000 when left out. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 5_000;

/**
 * Asks one instance of a service. @throws ProblemError 503 when it does not answer in time, and its own problem when it
 * refuses
 */
export async function askService<Answer>(instances: ServiceInstances, question: Question): Promise<Answer> {
  const instance = instances.next();
  const { path, body, patienceMs = PATIENCE_MS } = question;
  const post = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`${instance}${path}`, {
    headers: headersOf(question),
    signal: AbortSignal.timeout(patienceMs),
    ...post,
  }).catch((error: unknown) => {
    if (wasNotReached(rootOf(error))) instances.missed(instance);
    throw serviceAway();
  });
  if (!answer.ok) throw await refusalOf(answer, question.refuses);
  return (await answer.json().catch(() => {
    throw serviceAway();
  })) as Answer;
}

const headersOf = ({ language, authorization, idempotencyKey, body }: Question): Readonly<Record<string, string>> => ({
  ...(language === undefined ? {} : { 'accept-language': language }),
  ...(authorization === undefined ? {} : { authorization }),
  ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
});

const KINDS: readonly ProblemKind[] = Object.values(problemCatalogue);

/** Passes a service's refusal on in the same words. Of any other failure it tells only that the service is away. */
async function refusalOf(answer: Response, refuses: readonly RefusalReason[] = []): Promise<ProblemError> {
  const { code } = (await answer.json().catch(() => ({}))) as { readonly code?: unknown };
  const reason = refuses.find((each) => each.code === code);
  if (reason) return ProblemError.refused(refuse(reason));
  const kind = answer.status < 500 ? KINDS.find((each) => each.code === code) : undefined;
  return kind ? new ProblemError(kind) : serviceAway();
}
