import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Parser, type AsyncAPIDocumentInterface } from '@asyncapi/parser';
import { publicEventSchemas } from '../registry';
import { asyncApiDocument, type ContractSources } from './async-api-document';

const PROTO = join(__dirname, '../../../../proto');
const GOLDEN = join(__dirname, '../../golden');
const BUF = require.resolve('@bufbuild/buf/bin/buf');

/** The contract as it stands, with its comments, which the generated code does not carry. */
function descriptors(): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'));
  const file = join(folder, 'proto.binpb');
  spawnSync(process.execPath, [BUF, 'build', '-o', file], { cwd: PROTO });
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return bytes;
}

const topic = (context: string) => ({
  name: `parley.${context}.v1`,
  context,
  flows: 'Events.',
  key: 'the case id',
  partitions: 6,
  replication: 3,
  config: { 'retention.ms': '-1' },
});

describe('the AsyncAPI document', () => {
  const sources: ContractSources = {
    descriptors: descriptors(),
    topics: ['intake', 'evidence', 'panelreview', 'referral'].map(topic),
    headersOf: ({
      id,
      source,
      type,
      subject,
      event = '',
      time,
      recordedat,
      sequence,
      tier,
      actor,
      traceparent = '',
    }) => ({
      ...{
        ce_specversion: '1.0',
        ce_id: id,
        ce_source: source,
        ce_type: type,
        ce_subject: subject,
        ce_event: event,
        ce_time: time,
        ce_recordedat: recordedat,
        ce_sequence: String(sequence),
      },
      ...{
        ce_actorid: String(actor?.personId),
        ce_actorrole: String(actor?.role),
        ce_actorparty: String(actor?.party),
      },
      ...{ ce_tier: tier, 'content-type': 'application/protobuf', traceparent, ce_traceparent: traceparent },
      ce_parleysignature: 'key.signature',
    }),
    goldenOf: (type) =>
      (JSON.parse(readFileSync(join(GOLDEN, `${type}.json`), 'utf8')) as { message: Record<string, unknown> }).message,
  };

  describe('as the build makes it', () => {
    let document: AsyncAPIDocumentInterface;
    beforeAll(async () => {
      const parsed = await new Parser().parse(readFileSync(require.resolve('@parley/contracts/asyncapi.json'), 'utf8'));
      // The only finding allowed is that there is a newer AsyncAPI.
      expect(parsed.diagnostics.filter(({ code }) => code !== 'asyncapi-latest-version')).toEqual([]);
      document = parsed.document!;
    });

    it('has every public event in the one channel of its context', () => {
      const told = document
        .channels()
        .all()
        .flatMap((channel) =>
          channel
            .messages()
            .all()
            .map((message) => `${channel.address()} ${message.name()}`),
        );
      const events = publicEventSchemas.map(({ typeName }) => `parley.${typeName.split('.')[1]}.v1 ${typeName}`);
      expect(told.filter((line) => !line.endsWith(' parley.progress.v1')).sort()).toEqual(events.sort());
    });
  });

  it('takes the words of the contract for its own', () => {
    expect(asyncApiDocument(sources)).toMatchObject({
      channels: {
        intake: {
          address: 'parley.intake.v1',
          bindings: { kafka: { partitions: 6, topicConfiguration: { 'retention.ms': -1 } } },
        },
      },
      components: {
        messages: {
          'parley.intake.v1.ReplyLapsed': {
            summary: 'Tier PUBLIC. The respondent did not reply in time.',
            payload: { $ref: '#/components/schemas/parley.intake.v1.ReplyLapsed' },
            headers: {
              properties: {
                ce_type: { const: 'parley.intake.v1.ReplyLapsed' },
                ce_source: { const: '/parley/intake' },
              },
            },
            bindings: { kafka: { key: { type: 'string' } } },
            examples: [{ headers: { ce_tier: 'PUBLIC', ce_subject: 'case_id 税' }, payload: { caseId: 'case_id 税' } }],
          },
        },
        schemas: {
          'parley.common.v1.Deadline': {
            description: 'A limit that runs, with all that is needed to compute it again.',
            properties: {
              dueAt: {
                type: 'string',
                'x-protobuf-field': 5,
                description: 'First instant that is too late, ISO 8601 in UTC with milliseconds.',
              },
            },
          },
          'parley.evidence.v1.ExhibitAccepted': {
            properties: { sizeBytes: { type: 'string', format: 'uint64' }, title: { type: 'array' } },
          },
        },
      },
    });
  });

  it('is not made without a golden file for each public event', () => {
    const goldenOf = (type: string) => {
      if (type === 'parley.intake.v1.ReplyLapsed') throw new Error(`no golden file of ${type}`);
      return sources.goldenOf(type);
    };
    expect(() => asyncApiDocument({ ...sources, goldenOf })).toThrow('no golden file of parley.intake.v1.ReplyLapsed');
  });

  it('is not made while a header is sent that it does not describe', () => {
    expect(() =>
      asyncApiDocument({ ...sources, headersOf: (event) => ({ ...sources.headersOf(event), ce_priority: '1' }) }),
    ).toThrow(/not described: ce_priority/);
  });
});
