import { toJson } from '@bufbuild/protobuf';
import { intake, told } from '@parley/contracts';
import { InMemoryEventStore, sha256 } from '@parley/event-store';
import type { CaseId, CommandId } from '@parley/kernel';
import { currentRuleSet } from '@parley/procedure';
import fc from 'fast-check';
import { caseStream, WITHOUT_PREJUDICE_CATEGORY, withoutPrejudiceStream } from '../../streams';
import { Channels } from '../../repositories';
import { at, caseId, complainant, parties, person, respondent } from '../case-story.fixture';
import { channelDecider, statementDigest, type ChannelCommand } from './without-prejudice.rules';
import { publishes } from '../case.tells';

const WORDS = ['half', 'half', 'quarter'];
const text = (word: string) => [{ lang: 'en', text: word, kind: 'original' }] as const;
const when = fc
  .integer({ min: 0, max: 500_000 })
  .map((minutes) => new Date(Date.UTC(2025, 1, 10) + minutes * 60_000).toISOString());
const who = fc.constantFrom(complainant, respondent, (time: string) => ({
  ...complainant(time),
  by: person('us-desk-1'),
}));

const oneInFour = fc.integer({ min: 1, max: 4 }).map((n) => n === 1);

/** Anything that the desks might send, including digests of other statements and of other cases. */
const commands: fc.Arbitrary<ChannelCommand> = fc
  .tuple(who, when, fc.constantFrom(...WORDS), fc.integer({ min: 1, max: 2 }), oneInFour, oneInFour)
  .map(([act, time, word, n, says, elsewhere]): ChannelCommand => {
    const about = { ...act(time), caseId, parties };
    const statementId = `statement:${String(n)}`;
    if (says) return { type: 'SayWithoutPrejudice', ...about, statementId, text: text(word) };
    const of = elsewhere ? ('00000000-6a1e-8a3b-9c4d-0123456789ab' as CaseId) : caseId;
    return { type: 'ConsentToRelease', ...about, statementId, digest: statementDigest(of, statementId, text(word)) };
  });

describe('what is said without prejudice (I-45)', () => {
  it('is told to no other context, but for a statement to which both parties consented', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(commands, { minLength: 10, maxLength: 40 }), async (story) => {
        const store = new InMemoryEventStore({ clock: { now: () => at('2025-02-10T10:00:00Z') } });
        const recording = { store, ruleSetVersion: currentRuleSet.version };
        const channels = new Channels(recording, WITHOUT_PREJUDICE_CATEGORY, channelDecider);
        let said = 0;
        for (const [index, drawn] of story.entries()) {
          const commandId = `c${String(index)}` as CommandId;
          const command =
            drawn.type === 'SayWithoutPrejudice' ? { ...drawn, statementId: `statement:${String(++said)}` } : drawn;
          await channels.act(caseId, command, {
            commandId,
            cause: { kind: 'command', id: commandId, bodyDigest: sha256(commandId) },
            actor: { kind: 'system', process: 'spec' },
            ruleSetVersion: currentRuleSet.version,
          });
        }
        const { state } = await channels.read(caseId);
        const released = state.filter(({ consents }) => new Set(consents.map(({ party }) => party)).size === 2);
        const messages = (await store.read(withoutPrejudiceStream(caseId))).flatMap(publishes);
        expect(
          messages.map((message) => told(message, intake.WithoutPrejudiceReleasedSchema)?.statementId).sort(),
        ).toEqual(released.map(({ id }) => id).sort());
        for (const message of messages) {
          const said = state.find(({ id }) => id === told(message, intake.WithoutPrejudiceReleasedSchema)?.statementId);
          expect(
            toJson(intake.WithoutPrejudiceReleasedSchema, told(message, intake.WithoutPrejudiceReleasedSchema)!),
          ).toMatchObject({ text: [{ text: said?.text[0]?.text }] });
        }
        expect(await store.read(caseStream(caseId))).toEqual([]);
      }),
    );
  });
});
