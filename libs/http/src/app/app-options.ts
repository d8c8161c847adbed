import type { Clock } from '@parley/kernel';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { TokenVerifier, Delegations, PartyKeys, RegistrySigner, ToldKey } from '@parley/auth';
import type { AnswersBehind } from '../front/answers-behind';
import type { FollowThrough } from '../front/follow-through';
import type { ReadinessCheck } from '../health/readiness-check';
import type { ProblemKind } from '../problems/problem-kind';
import type { SecurityLog } from '../security/security-log';
import type { Admission } from './request-hooks';

/** The parts that a process gives to its application. */
export interface AppOptions {
  readonly clock: Clock;
  /** Why no act can be taken just now, such as a clock that jumped or a full disk; always taken when left out. */
  readonly shut?: () => ProblemKind | undefined;
  readonly tokens: TokenVerifier;
  /** Who speaks for the parties; left out, everybody acts on the token alone. */
  readonly delegations?: Delegations;
  /** The keys by which the parties sign; left out, no signature of an act is by a known key. */
  readonly partyKeys?: PartyKeys;
  /** Signs receipts; left out where this process gives none. */
  readonly signer?: RegistrySigner;
  /** All keys by which the registry has signed, for /v1/keys; there is no such route when left out. */
  readonly signingKeys?: () => Promise<readonly ToldKey[]>;
  /** At least 32 bytes, the same in every process that serves the same clients. */
  readonly cursorSecret: Uint8Array;
  readonly logger: Logger;
  /** Where security events go; they are not noted when left out. */
  readonly security?: SecurityLog;
  /** Checks that have to succeed before the process takes work. */
  readonly readiness?: readonly ReadinessCheck[];
  readonly admission?: Admission;
  /** Adds routes that are not Nest's, such as those of an embedded OpenID provider. */
  readonly mount?: (fastify: FastifyInstance) => void;
  /** How clients get a token, as Markdown for the API's document. */
  readonly howToGetToken?: string;
  /** Address under which clients reach the system, for the API's document and for links of feeds. */
  readonly publicUrl?: string;
  /** The answers of the processes behind this one, where it stands in front of others. */
  readonly behind?: AnswersBehind;
  /** Waits for what follows from the acts on record, where the process is the one that clients reach. */
  readonly followThrough?: FollowThrough;
  /**
   * Milliseconds in which a request must have arrived whole; the time of an act when left out. Uploads have their own.
   */
  readonly requestTimeout?: number;
  /**
   * Requests that a person, or an address without a valid token, may make in a minute; 0, and when left out, for no
   * limit.
   */
  readonly requestsPerMinute?: number;
  /**
   * Addresses and networks of proxies in front of the process, whose word on a client's address is believed; none when
   * left out.
   */
  readonly trustedProxies?: readonly string[];
}
