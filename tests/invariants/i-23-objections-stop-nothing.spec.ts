import type { Instant } from '@parley/kernel';
import fc from 'fast-check';
import { fileReply, OBJECTION_KINDS, type Reply } from '../../services/intake/src/case/reply/reply.rules';
import { given } from '@parley/testing';
import { clocksOf, decider, registered, respondent } from '../../services/intake/src/case/case-story.fixture';
import type { FiledCase } from '../../services/intake/src/case/case-commands.rules';
import { currentRuleSet } from '@parley/procedure';
import { holdsInEveryHistory } from './holds';
import { objectionsStopNothing } from './rules/i-23-objections-stop-nothing.rule';
import { sentence } from './sentences';

const accepts: Reply = { position: 'accepts', objections: [], reservation: [], counterStatements: [] };
const state = given(decider).when(...registered).state as FiledCase;
const minutes = fc.integer({ min: 0, max: 12 * 24 * 60 });

describe(sentence('I-23'), () => {
  it('holds for every kind and number of objections: the clocks are those of a reply without', () => {
    fc.assert(
      fc.property(fc.subarray([...OBJECTION_KINDS], { minLength: 1 }), minutes, (kinds, after) => {
        const at = new Date(Date.parse('2025-02-06T10:00:00Z') + after * 60_000).toISOString() as Instant;
        const clocksMovedBy = (reply: Reply) => {
          const decision = fileReply(
            { type: 'FileReply', ...respondent(at), reply },
            state,
            clocksOf(currentRuleSet.version),
          );
          return decision.kind === 'refused'
            ? decision.reason.code
            : decision.events.map(({ data: { opens, closes } }) => ({ opens, closes }));
        };
        const objects: Reply = {
          ...accepts,
          position: 'objects',
          objections: kinds.map((kind) => ({ kind, reasons: [] })),
        };
        expect(clocksMovedBy(objects)).toEqual(clocksMovedBy(accepts));
      }),
    );
  });

  it('holds in every history of random parties', () => holdsInEveryHistory(objectionsStopNothing));
});
