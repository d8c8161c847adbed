import type { JointCalendar } from '../calendars/joint-calendar';
import { roomFaults } from '../room/room-check';
import type { ClockRule } from '../rule-sets/clock-rule';
import { clockRule, type RuleSet, type Track } from '../rule-sets/rule-set';
import { fault, type AmendmentFault } from './amendment';

/** I-17: no filing stays open and unregistered for longer, in joint business days. */
const UNREGISTERED_JBD = 35;
const JBD_TRACKS = ['standard', 'complex'] as const;

/** What is wrong with the numbers of a rule set together, although each may stand by itself. */
export const wholeFaults = (ruleSet: RuleSet, calendar: JointCalendar): readonly AmendmentFault[] => [
  ...JBD_TRACKS.flatMap((track) => [...unregisteredFaults(ruleSet, track), ...officialsFaults(ruleSet, track)]),
  ...extensionFaults(ruleSet),
  ...hotlineFaults(ruleSet),
  ...seatFaults(ruleSet),
  ...roomFaults(ruleSet, calendar).map(({ field, en, rule }) => fault(field, rule, `leaves no room: ${en}`)),
];

function unregisteredFaults(ruleSet: RuleSet, track: Track): readonly AmendmentFault[] {
  const [check, cure] = [clockRule(ruleSet, 'completeness', track), clockRule(ruleSet, 'cure', track)];
  const open = check.length * (cure.rounds + 1) + cure.length * cure.rounds;
  return open <= UNREGISTERED_JBD
    ? []
    : [
        fault(
          `tracks.${track}.clocks.completeness.length`,
          'I-17',
          `with clocks.cure leaves a filing open for up to ${open} joint business days, and ` +
            `${UNREGISTERED_JBD} are the most`,
        ),
      ];
}

function officialsFaults(ruleSet: RuleSet, track: Track): readonly AmendmentFault[] {
  const [officials, all] = [clockRule(ruleSet, 'officials', track), clockRule(ruleSet, 'consultations', track)];
  return officials.length <= all.length
    ? []
    : [
        fault(
          `tracks.${track}.clocks.officials.length`,
          'S5',
          `is longer than the consultations, which take ${all.length}`,
        ),
      ];
}

/** A stage is extended at most by its own length (I-20). A reply to one of many cases goes with that to one. */
const extensionFaults = ({ tracks }: RuleSet): readonly AmendmentFault[] =>
  (Object.keys(tracks) as readonly Track[]).flatMap((track) =>
    Object.values(tracks[track].clocks)
      .filter((rule) => rule.id !== 'reply-among-many' && isExtendedTooFar(rule))
      .map(({ id, extension, length }) =>
        fault(
          `tracks.${track}.clocks.${id}.extension.atMost`,
          'I-20',
          `is ${extension?.atMost ?? 0}, and a stage is extended at most by its own length, ${length}`,
        ),
      ),
  );

const isExtendedTooFar = ({ extension, length }: ClockRule): boolean =>
  extension?.by === 'consent-or-joint-decision' && extension.atMost > length;

const hotlineFaults = ({ hotline }: RuleSet): readonly AmendmentFault[] =>
  (['crisis', 'routine'] as const)
    .filter(
      (grade) =>
        hotline[grade].coHeads >= hotline[grade].deputies || hotline[grade].deputies >= hotline[grade].unanswered,
    )
    .map((grade) =>
      fault(
        `hotline.${grade}`,
        'hotline',
        'must go up from coHeads to deputies to unanswered, all in minutes from the request',
      ),
    );

/** A panel gets seats with another track and never loses one. */
function seatFaults({ tracks: { urgent, standard, complex } }: RuleSet): readonly AmendmentFault[] {
  const rises = urgent.seatsPerSide <= standard.seatsPerSide && standard.seatsPerSide <= complex.seatsPerSide;
  return rises
    ? []
    : [
        fault(
          'tracks',
          'S6',
          'must have no fewer seatsPerSide on the standard track than on the urgent one, and on the ' +
            'complex track than on the standard one',
        ),
      ];
}
