import { sha256 } from '@parley/event-store';
import { canonicalJson, type Instant, type PartyCode } from '@parley/kernel';
import fc from 'fast-check';
import { noticeOfEvent } from '../../services/intake/src/registry/notices/notice-of-event';
import { noticeOfMessage } from '../../services/intake/src/registry/notices/notices.hears';
import { reconcile, type ReconciledService } from '../../services/intake/src/registry/notices/reconcile';
import { recipientsOf, type ServiceState } from '../../services/intake/src/registry/notices/service.rules';
import { latestOf } from '../simulation/history/case-history';
import { movesOf } from '../simulation/history/move';
import { play } from '../simulation/history/play';
import { sentence } from './sentences';

const signer = { sign: async (statement: unknown) => `signed ${sha256(canonicalJson(statement))}`, publicKey: {} };
const [from, to] = ['2025-01-01T00:00:00.000Z' as Instant, '2027-01-01T00:00:00.000Z' as Instant];

/** What was served on a side by the record, read from the register of service itself. */
const servedOn = (
  party: PartyCode,
  caseId: string,
  { notices }: ServiceState,
  documentOf: (eventId: string) => ReconciledService['document'],
): readonly ReconciledService[] =>
  Object.entries(notices).flatMap(([id, found]) => {
    const service = found.services[party];
    if (!service) return [];
    const { of } = found.notice;
    const document = documentOf(of.eventId);
    const { sentAt, deliveredAt, notDeliveredAt, retrievedAt, notRetrievedAt, againAt } = service;
    return [
      {
        notice: id,
        case: caseId,
        event: of.event,
        eventAt: of.at,
        rule: of.rule,
        document,
        documents: document ? [document] : [],
        digest: found.digest,
        sentAt,
        deliveredAt,
        notDeliveredAt,
        retrievedAt,
        notRetrievedAt,
        againAt,
      },
    ];
  });

describe(sentence('I-60'), () => {
  it(
    'the account counts, digests and signs exactly what the record of a random ' + 'case says, for either side',
    async () => {
      const { cases, log, told } = await play({ seed: 7, cases: 1, serves: true }, movesOf(7, 300));
      const documentOf = (eventId: string) => {
        const [event, message] = [log.find((each) => each.eventId === eventId), told.find(({ id }) => id === eventId)];
        const notice = (event && noticeOfEvent(event)) ?? (message && noticeOfMessage(message));
        return notice?.document ?? null;
      };
      for (const { caseId, service } of cases) {
        const state = latestOf(service);
        if (!state) throw new Error('nothing was served');
        expect(Object.keys(state.notices).length).toBeGreaterThan(0);
        for (const party of Object.values(state.notices)
          .flatMap((found) => recipientsOf(found))
          .slice(0, 2)) {
          const record = servedOn(party, caseId, state, documentOf);
          const { statement, jws, services } = await reconcile(party, { from, to }, record, signer);
          expect(services).toEqual(record);
          expect(statement).toEqual({
            party,
            from,
            to,
            count: Object.keys(state.notices).length,
            digest: sha256(canonicalJson(record)),
          });
          expect(jws).toBe(await signer.sign(statement));
        }
      }
    },
  );

  it('one service left out, added or changed is another account', async () => {
    const service = (id: string): ReconciledService => ({
      ...{
        notice: id,
        case: 'c',
        event: 'CaseRegistered',
        eventAt: from,
        rule: 'S3',
        document: null,
        documents: [],
        digest: sha256(id),
        sentAt: from,
      },
      ...{ deliveredAt: from, notDeliveredAt: null, retrievedAt: null, notRetrievedAt: null, againAt: [] },
    });
    const digestOf = async (services: readonly ReconciledService[]) =>
      (await reconcile('US' as PartyCode, { from, to }, services, signer)).statement.digest;
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 8 }), fc.nat(), async (ids, which) => {
        const all = ids.map(service);
        const changed = all.map((each, index) => (index === which % all.length ? { ...each, retrievedAt: to } : each));
        const digest = await digestOf(all);
        expect([await digestOf(all.slice(1)), await digestOf(changed)]).not.toContain(digest);
      }),
      { numRuns: 30 },
    );
  });
});
