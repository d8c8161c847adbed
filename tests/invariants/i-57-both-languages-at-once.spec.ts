import fc from 'fast-check';
import { type DeliberationState, silent } from '../../services/panel-review/src/deliberation/deliberation.rules';
import { digestOf, findingsMade } from '../../services/panel-review/src/marks/marks-story.fixture';
import {
  CN,
  coHead,
  expire,
  member,
  openedPanel,
  US,
  deliberation,
} from '../../services/panel-review/src/panel/panel-story.fixture';
import { holdsInEveryHistory } from './holds';
import { bothLanguagesAtOnce, translatedInTime } from './rules/i-57-both-languages-at-once.rule';
import { sentence } from './sentences';

/** Reasons on one claim and a statement of the respondent's side on another, in English alone. */
const made = findingsMade();
type Story = typeof made;
const SIGNED_AT = '2025-05-07T10:00:00Z';

const certifies = fc.constantFrom(US, CN).map((party) => ({ does: 'certifies', party }) as const);
const says = fc
  .record({
    by: fc.constantFrom('us-1', 'us-2', 'cn-1', 'cn-2'),
    part: fc.constantFrom('reasons' as const, 'statement' as const),
    words: fc.constantFrom('理由甲。', '理由乙。'),
  })
  .map((said) => ({ does: 'says', ...said }) as const);

/** What stands translated, by a small model of its own: the chairs are us-2 and cn-2, and the statement is of us. */
function modelled() {
  const said = new Map<string, string>();
  let [reasons, statement] = [false, false];
  return {
    hears: (by: string, part: string, words: string): void => {
      if (part === 'statement') statement ||= by.startsWith('us');
      else if (by.endsWith('2')) said.set(by, words);
      reasons ||= said.size === 2 && said.get('us-2') === said.get('cn-2');
    },
    lacks: (): readonly string[] => [...(reasons ? [] : ['C1 reasons']), ...(statement ? [] : ['C2 respondent'])],
  };
}

/** A member speaks, and what stands translated is carried over to the panel. */
function heard(
  panel: Story,
  room: DeliberationState,
  { by, part, words }: { by: string; part: string; words: string },
) {
  const claimId = part === 'reasons' ? 'C1' : 'C2';
  const act = { ...member(by, SIGNED_AT), panel: openedPanel(panel.state), claimId, lang: 'zh-Hans', text: words };
  const decision = deliberation.decide({ type: 'TranslateText', ...act, part } as never, room);
  const after = decision.kind === 'refused' ? room : decision.events.reduce(deliberation.evolve, room);
  const { translations } = after;
  const last = translations.at(-1);
  return { room: after, carried: last ? panel.when({ type: 'RecordTranslations', translations, at: last.at }) : panel };
}

describe(sentence('I-57'), () => {
  it('holds of the docket in every history of random parties', () => holdsInEveryHistory(bothLanguagesAtOnce));
  it('holds of what panels write in every history of random parties', () => holdsInEveryHistory(translatedInTime));

  it('findings issue once they are certified and in both languages, else at the end of the time and say so', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(certifies, says), { maxLength: 14 }), (acts) => {
        const model = modelled();
        const signed = new Set<string>();
        let [panel, room, isDue] = [made, silent, false];
        for (const act of acts) {
          if (isDue) break;
          if (act.does === 'says') {
            model.hears(act.by, act.part, act.words);
            const { carried, ...after } = heard(panel, room, act);
            [panel, room] = [carried, after.room];
          } else if (!signed.has(act.party)) {
            signed.add(act.party);
            panel = panel.when({ type: 'CertifyFindings', ...coHead(act.party, SIGNED_AT), digest: digestOf(made) });
          }
          isDue = signed.size === 2 && model.lacks().length === 0;
          expect(openedPanel(panel.state).stage.name).toBe(isDue ? 'issued' : 'certifying');
        }
        const over = isDue ? panel : panel.when(expire('certification'));
        const { stage } = openedPanel(over.when(expire('marking')).state);
        if (stage.name !== 'issued') throw new Error('the findings were never issued');
        const { published } = stage.marking;
        expect(published?.untranslated.map(({ claimId, part }) => `${claimId} ${part}`)).toEqual(model.lacks());
        const [reasons, statement] = [
          published?.findings[0]?.reasons ?? [],
          published?.findings[1]?.statements?.respondent ?? [],
        ];
        expect([reasons.length, statement.length]).toEqual(
          ['C1 reasons', 'C2 respondent'].map((text) => (model.lacks().includes(text) ? 1 : 2)),
        );
      }),
    );
  });
});
