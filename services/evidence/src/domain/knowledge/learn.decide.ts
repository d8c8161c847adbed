import { accept, refuse, type Decision, type Instant, type PersonId } from '@parley/kernel';
import type { KnowledgeCommand, NoteRegistration, NoteRules, OpenCase } from '../exhibit-commands';
import type { CaseOpened, EvidenceEvent, PanelNoted, RegistrationNoted } from '../exhibit-events';
import type { EvidenceState } from '../evidence-state';
import type { NoteReviewEnd } from '../loans/loan-commands';
import { clocksOfLoans } from '../readers/clocks-of-exhibit';
import { refusals } from '../refusals';

/** Records what other contexts tell of the case, each thing once. The panel may be heard of before the case itself. */
export function learn(command: KnowledgeCommand, state: EvidenceState): Decision<EvidenceEvent> {
  switch (command.type) {
    case 'OpenCase':
      return state.status === 'unknown' ? accept(opened(command)) : accept();
    case 'NotePanel':
      return panelNoted(command.members, command.at, state);
    case 'NotePanelChange': {
      const others = state.panel.filter((member) => member !== command.person);
      return panelNoted(command.change === 'joined' ? [...others, command.person] : others, command.at, state);
    }
    case 'NoteRegistration':
      return noteRegistration(command, state);
    case 'NoteClaims':
      return note(state, {
        type: 'ClaimsNoted',
        occurredAt: command.at,
        rule: 'S3',
        tier: 'PANEL',
        data: { claims: command.claims },
      });
    case 'NoteScreeningEnd': {
      const { outcome, endedAt } = command;
      return note(state, {
        type: 'ScreeningEndNoted',
        occurredAt: endedAt,
        rule: 'I-26',
        tier: 'PARTIES',
        data: { outcome },
      });
    }
    case 'NoteLapseSetAside':
      return note(state, {
        type: 'LapseSetAsideNoted',
        occurredAt: command.at,
        rule: 'I-19',
        tier: 'PUBLIC',
        data: { outcome: null },
      });
    case 'NoteLongStop':
      return note(state, {
        type: 'LongStopNoted',
        occurredAt: command.at,
        rule: 'I-20',
        tier: 'PUBLIC',
        data: { longStop: command.longStop },
      });
    case 'NoteRules':
      return noteRules(command, state);
    case 'NotePersonHeard': {
      const { assignment, person, as } = command;
      const known = state.status !== 'unknown' && state.heard.some((each) => each.assignment === assignment);
      return known
        ? accept()
        : note(state, {
            type: 'PersonHeardNoted',
            occurredAt: command.at,
            rule: 'S7',
            tier: 'PANEL',
            data: { assignment, person, as },
          });
    }
    case 'NoteReviewEnd':
      return noteReviewEnd(command, state);
    case 'NoteReopening':
      return note(state, {
        type: 'ReopeningNoted',
        occurredAt: command.at,
        rule: 'I-26',
        tier: 'PUBLIC',
        data: { longStop: command.longStop },
      });
  }
}

const note = (state: EvidenceState, event: EvidenceEvent): Decision<EvidenceEvent> =>
  state.status === 'unknown' ? refuse(refusals.caseUnknown) : accept(event);

const opened = ({ parties, filedAt }: Pick<OpenCase, 'parties' | 'filedAt'>): CaseOpened => ({
  type: 'CaseOpened',
  occurredAt: filedAt,
  rule: 'S1',
  tier: 'PARTIES',
  data: { parties },
});

/** A registration names the parties, so it opens a case whose filing was never told. */
function noteRegistration(command: NoteRegistration, state: EvidenceState): Decision<EvidenceEvent> {
  const { parties, docketNumber, registeredAt, ruleSetVersion, longStop } = command;
  if (state.status !== 'unknown' && state.registration) return accept();
  const noted: RegistrationNoted = {
    type: 'RegistrationNoted',
    occurredAt: registeredAt,
    rule: 'S3',
    tier: 'PUBLIC',
    data: { docketNumber, ruleSetVersion, longStop },
  };
  return state.status === 'unknown'
    ? accept<EvidenceEvent>(opened({ parties, filedAt: registeredAt }), noted)
    : accept(noted);
}

/** What was lent to whom the panel heard ends with the review, and so does what one co-head had signed of it. */
function noteReviewEnd({ at }: NoteReviewEnd, state: EvidenceState): Decision<EvidenceEvent> {
  if (state.status !== 'unknown' && state.reviewEndedAt !== null) return accept();
  const closes =
    state.status === 'unknown'
      ? []
      : [...state.exhibits.values()].flatMap((exhibit) => clocksOfLoans(exhibit, state, at));
  return note(state, {
    type: 'ReviewEndNoted',
    occurredAt: at,
    rule: 'S7',
    tier: 'PUBLIC',
    data: { opens: [], closes },
  });
}

/** Told once more, nothing new is known. */
function noteRules({ version, at }: NoteRules, state: EvidenceState): Decision<EvidenceEvent> {
  if (state.status !== 'unknown' && state.registration?.ruleSetVersion === version) return accept();
  return note(state, { type: 'RulesNoted', occurredAt: at, rule: 'I-04', tier: 'PUBLIC', data: { to: version } });
}

function panelNoted(members: readonly PersonId[], at: Instant, { panel }: EvidenceState): Decision<PanelNoted> {
  const sorted = [...new Set(members)].sort();
  if (sorted.join(' ') === [...panel].sort().join(' ')) return accept();
  return accept({ type: 'PanelNoted', occurredAt: at, rule: 'I-01', tier: 'PUBLIC', data: { members: sorted } });
}
