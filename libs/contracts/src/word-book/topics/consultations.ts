import { entry } from '../entry';

/** Calls, minutes, levels, and talks without prejudice: whether somebody answered, never what was said. */
export const consultations = {
  'intake.CallOffered': entry(
    'party',
    ['offer of a call', '通话提议'],
    [
      '{offeredBy|party} offered call {n} for {proposedFor|at}.',
      '{offeredBy|party}提议于 {proposedFor|at} 进行第 {n} 次通话。',
    ],
    ['A call was offered', '已提议通话'],
  ),
  'intake.CallAccepted': entry(
    'party',
    ['acceptance of a call', '接受通话时间'],
    [
      '{party/by|party} accepted call {n} for {proposedFor|at}.',
      '{party/by|party}接受于 {proposedFor|at} 进行第 {n} 次通话。',
    ],
    ['The time of a call was accepted', '通话时间已获接受'],
  ),
  'intake.CallMoved': entry(
    'party',
    ['another time of a call', '通话另定时间'],
    [
      '{party/by|party} named {proposedFor|at} for call {n}, which was to be at {previously/from|at}.',
      '{party/by|party}将原定于 {previously/from|at} 的第 {n} 次通话改为 {proposedFor|at}。',
    ],
    ['Another time was named for a call', '通话另定时间'],
  ),
  'intake.CallAnswered': entry(
    'party',
    ['answer to a call', '通话获应答'],
    [
      'Call {n}, offered by {offeredBy|party} for {proposedFor|at}, was answered[ by {actor.party|party}].',
      '{offeredBy|party}提议于 {proposedFor|at} 进行的第 {n} 次通话已获[{actor.party|party}]应答。',
    ],
    ['A call was answered', '通话已获应答'],
  ),
  'intake.CallUnanswered': entry(
    'time',
    ['unanswered call', '未获应答的通话'],
    [
      'Call {n}, offered by {offeredBy|party} for {proposedFor|at}, was not answered.',
      '{offeredBy|party}提议于 {proposedFor|at} 进行的第 {n} 次通话未获应答。',
    ],
    ['A call was not answered', '通话未获应答'],
  ),
  'intake.MinutesFiled': entry(
    'party',
    ['minutes of a call', '通话纪要'],
    ['{party|party} filed minutes of call {call}.', '{party|party}提交了第 {call} 次通话的纪要。'],
    ['Minutes of a call were filed', '已提交通话纪要'],
  ),
  'intake.MinutesAgreed': entry(
    'parties',
    ['agreed minutes of a call', '双方签署的通话纪要'],
    ['Both sides have signed the same minutes (no. {n}).', '双方已签署同一份通话纪要（第 {n} 号）。'],
    ['Both sides have signed the same minutes of a call', '双方已签署同一份通话纪要'],
  ),
  'intake.ConsultationsEscalated': entry(
    'party',
    ['higher level of consultations', '磋商提升级别'],
    [
      'Consultations go on between {toLevel/to|level}[, to whom {party/by|party} took them].',
      '磋商改由{toLevel/to|level}进行[，由{party/by|party}提交]。',
    ],
    ['Consultations go on at a higher level', '磋商提升至更高级别进行'],
  ),
  'intake.ConclusionDeclared': entry(
    'party',
    ['declaration that consultations are concluded', '磋商结束的声明'],
    ['{party|party} holds the consultations to be concluded.', '{party|party}认为磋商已告结束。'],
    ['A side holds the consultations to be concluded', '一方认为磋商已告结束'],
  ),
  'intake.ConsultationsClosed': entry(
    'time',
    ['end of consultations', '磋商结束'],
    [
      '{concludedByBoth/escalatedTo|concluded} Calls offered: {callsOffered/ledger.offered}; ' +
        'answered: {callsAnswered/ledger.answered}; not answered: {callsUnanswered/ledger.unanswered}.',
      '{concludedByBoth/escalatedTo|concluded}提议通话 {callsOffered/ledger.offered} 次，' +
        '应答 {callsAnswered/ledger.answered} 次，未应答 {callsUnanswered/ledger.unanswered} 次。',
    ],
    ['Consultations have ended', '磋商结束'],
  ),
  'intake.JointProposalSigned': entry(
    'coheads',
    ['signature of a joint proposal', '签署联合提案'],
    ['The co-head of {party|party} signed a joint proposal.', '{party|party}的共同负责人签署了一份联合提案。'],
    ['A co-head signed a joint proposal', '一名共同负责人签署了联合提案'],
  ),
  'intake.JointProposalPut': entry(
    'coheads',
    ['joint proposal of the co-heads', '共同负责人的联合提案'],
    [
      'The co-heads put a joint proposal to both sides, without prejudice.',
      '共同负责人向双方提出联合提案，不影响各方立场。',
    ],
    ['The co-heads have put a joint proposal to both sides', '共同负责人已向双方提出联合提案'],
  ),
  'intake.JointProposalServed': entry(
    'coheads',
    ['text of the joint proposal', '联合提案文本'],
    ['The joint proposal was put before both desks.', '联合提案已送交双方主管部门。'],
    ['The text of the joint proposal, without prejudice', '联合提案文本，不影响各方立场'],
  ),
  'intake.NoJointProposal': entry(
    'time',
    ['no joint proposal', '未提出联合提案'],
    ['The co-heads put no joint proposal to the parties.', '共同负责人未向双方提出联合提案。'],
    ['The co-heads put no joint proposal', '共同负责人未提出联合提案'],
  ),
  'intake.SaidWithoutPrejudice': entry(
    'party',
    ['statement without prejudice', '不影响立场的陈述'],
    ['{party|party} said something without prejudice.', '{party|party}作出不影响其立场的陈述。'],
  ),
  'intake.ReleaseConsented': entry(
    'party',
    ['consent to lay a statement open', '同意公开陈述'],
    [
      '{party|party} consented to lay a statement open that was made without prejudice.',
      '{party|party}同意公开一项不影响立场的陈述。',
    ],
  ),
  'intake.WithoutPrejudiceReleased': entry(
    'parties',
    ['release of a statement made without prejudice', '公开不影响立场的陈述'],
    [
      'By both consents a statement[ of {party|party}], made without prejudice, was laid open.',
      '经双方同意，公开[{party|party}的]一项不影响立场的陈述。',
    ],
  ),
};
