import { counter, gauge, histogram } from './instruments';

/*
 * What the libraries count while they work. Each name stands here once. `telemetry` observes what can be looked up at
 * any time, such as lag.
 */

const appends = counter({
  name: 'parley_appends',
  description:
    'Appends to the event store, by category of stream and by how they ended: appended, duplicate or conflict.',
});
const batchSize = histogram({
  name: 'parley_append_batch_size',
  description: 'Appends that one transaction of the event store took.',
  buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
});
const rebuildRate = gauge({
  name: 'parley_rebuild_events_per_second',
  description: 'Events per second of the last rebuild, by projection.',
});
const duplicates = counter({
  name: 'parley_duplicates_dropped',
  description: 'Messages that had had their effect before and were dropped, by consumer.',
});
const unknownEvents = counter({
  name: 'parley_unknown_events',
  description:
    'Messages of a type, or with fields, that this version does not know and passed over, by the context that told.',
});
const unreadable = counter({
  name: 'parley_unreadable_messages',
  description: 'Messages in a topic that are no public events and were parked, by context and reason.',
});
const proofFailures = counter({
  name: 'parley_proof_failures',
  description: 'Checks of the record that failed, by what was checked. Anything but 0 is an alarm.',
});
const lateness = histogram({
  name: 'parley_deadline_lateness_seconds',
  unit: 's',
  description: 'Seconds from an expiry to its firing, the margin for requests included, by clock of the rule set.',
  buckets: [1, 5, 15, 30, 60, 120, 300, 900, 3_600, 86_400],
});

const gatewayRequests = counter({
  name: 'parley_gateway_requests',
  description:
    'Requests that the gateway answered, by the service that they were for (`gateway` for its own) and by status.',
});
const gatewayAnswer = histogram({
  name: 'parley_gateway_answer_seconds',
  unit: 's',
  description:
    'Seconds from a request that was passed on whole or in part to the beginning of the service’s answer, by service.',
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120],
});
const gatewayAway = gauge({
  name: 'parley_gateway_instances_away',
  description: 'Instances of a service that did not answer the gateway at its last look, or take no work, by service.',
});

const checkedCases = gauge({
  name: 'parley_completeness_cases',
  description: 'Cases that the last nightly check of completeness went over.',
});
const incompleteCases = gauge({
  name: 'parley_completeness_incomplete_cases',
  description: 'Cases of the last nightly check of which something was missing. Anything but 0 is an alarm.',
});

const attestedLag = gauge({
  name: 'parley_log_attested_lag_entries',
  description: 'Entries of the transparency log that are in no checkpoint yet that both sides cosigned.',
});
const attestedLagSeconds = gauge({
  name: 'parley_log_attested_lag_seconds',
  unit: 's',
  description:
    'Seconds since the oldest checkpoint of the log was signed that both sides have not cosigned; 0 if none.',
});
const splitLog = gauge({
  name: 'parley_log_split',
  description: '1 when a witness has proved that the log has shown two pasts. Anything but 0 is an alarm.',
});

/**
 * An append to a stream of this category (`intake.case`) ended with this outcome. The rate of conflicts is that of all
 * appends.
 */
export const countAppend = (category: string, outcome: 'appended' | 'duplicate' | 'conflict'): void =>
  appends(1, { category, outcome });

/** One transaction of the store took so many appends. */
export const countBatch = (size: number): void => batchSize(size);

/** A rebuild of a projection ended. */
export const countRebuild = (projection: string, events: number, seconds: number): void => {
  if (seconds > 0) rebuildRate(events / seconds, { projection });
};

/** A message came again and was dropped by the inbox. */
export const countDuplicateDropped = (consumer: string): void => duplicates(1, { consumer });

/** A message of an unknown type, or with unknown fields, was passed over. */
export const countUnknownEvent = (context: string, what: 'type' | 'field'): void => unknownEvents(1, { context, what });

/** Something in a context's topic was no public event of it. @param reason one of a few words */
export const countUnreadable = (context: string, reason: string): void => unreadable(1, { context, reason });

/** The nightly check went over so many cases, and `incomplete` of them lacked something. */
export const showCompleteness = (cases: number, incomplete: number): void => {
  checkedCases(cases);
  incompleteCases(incomplete);
};

/** The witnesses of the log are so far behind it, and have proved that it has shown two pasts or not. */
export const showAttestation = (entries: number, seconds: number, isSplit: boolean): void => {
  attestedLag(entries);
  attestedLagSeconds(seconds);
  splitLog(isSplit ? 1 : 0);
};

/** A check of the record failed. */
export const countProofFailure = (proof: string): void => proofFailures(1, { proof });

/** A deadline fired so many milliseconds behind its expiry. @param clock its id in the rule set */
export const countDeadlineFired = (clock: string, lateMs: number): void =>
  lateness(Math.max(0, lateMs) / 1000, { clock });

/**
 * The gateway answered a request.
 * @param service the service that it was for; `gateway` for what the gateway answers itself
 */
export const countGatewayRequest = (service: string, status: number): void =>
  gatewayRequests(1, { service, status: String(status) });

/** A service began to answer what the gateway had passed on, after so many milliseconds. */
export const countGatewayAnswer = (service: string, millis: number): void => gatewayAnswer(millis / 1000, { service });

/** So many instances of a service are of no use to the gateway now. */
export const showInstancesAway = (service: string, instances: number): void => gatewayAway(instances, { service });
