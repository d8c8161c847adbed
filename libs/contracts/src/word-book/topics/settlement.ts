import { entry } from '../entry';

/** Whether a settlement was tried and answered, and how it ended; never what was said in it (I-45). */
export const settlement = {
  'referral.ConciliationProposed': entry(
    'party',
    ['proposal of conciliation', '调解提议'],
    ['{party|party} proposed conciliation. The screening goes on.', '{party|party}提议调解。审查继续进行。'],
    ['Conciliation was proposed and awaits an answer', '已提议调解，等待答复'],
  ),
  'referral.ConciliationBegun': entry(
    'party',
    ['beginning of conciliation', '调解开始'],
    [
      'The other party[, {party|party},] accepted conciliation; it has begun.',
      '另一方[（{party|party}）]接受调解，调解开始。',
    ],
    ['Conciliation has begun', '调解开始'],
  ),
  'referral.ConciliationUnanswered': entry(
    'time',
    ['unanswered proposal of conciliation', '未获答复的调解提议'],
    ['The proposal of conciliation was not answered in time.', '调解提议未在期限内获得答复。'],
    ['A proposal of conciliation was not answered', '调解提议未获答复'],
  ),
  'referral.ConciliationBrokenOff': entry(
    'party',
    ['end of conciliation by one party', '一方终止调解'],
    ['{party|party} declined conciliation or broke it off.', '{party|party}谢绝或中断了调解。'],
    ['Conciliation was declined or broken off', '调解被谢绝或中断'],
  ),
  'referral.ConciliationStopped': entry(
    'time',
    ['stop of conciliation', '调解停止'],
    ['Conciliation stopped because the screening ended.', '因审查终结，调解停止。'],
    ['Conciliation has stopped with the screening', '调解随审查终结而停止'],
  ),
  'referral.ConciliatorPicked': entry(
    'party',
    ['pick of a conciliator', '选定调解员'],
    [
      '{party|party} picked a conciliator[, {person}], who may accept.',
      '{party|party}选定了一名调解员[（{person}）]，由其决定是否接受。',
    ],
    ['A side has picked a conciliator', '一方已选定调解员'],
  ),
  'referral.ConciliatorAccepted': entry(
    'conciliator',
    ['acceptance by a conciliator', '调解员的接受'],
    [
      'The conciliator whom {party|party} picked[, {actor.personId},] has accepted.',
      '{party|party}选定的调解员[（{actor.personId}）]已接受。',
    ],
  ),
  'referral.ConciliatorsAppointed': entry(
    'conciliators',
    ['appointment of the conciliators', '调解员的确定'],
    ['Both sides’ conciliators have accepted.', '双方的调解员均已接受。'],
    ['There are conciliators', '调解员已确定'],
  ),
  'referral.ConciliatorsLacking': entry(
    'time',
    ['want of conciliators', '没有调解员'],
    [
      'There are no conciliators, for want of both[; {party|party} had none]. The parties conciliate alone.',
      '未能由双方各有一名调解员[；{party|party}未有调解员]。双方自行调解。',
    ],
    ['There are no conciliators; the parties conciliate alone', '没有调解员；双方自行调解'],
  ),
  'referral.ConciliatorWithdrew': entry(
    'conciliator',
    ['withdrawal of a conciliator', '调解员退出'],
    [
      'The conciliator whom {party|party} picked[, {actor.personId},] has withdrawn.',
      '{party|party}选定的调解员[（{actor.personId}）]已退出。',
    ],
    ['A conciliator has withdrawn', '一名调解员已退出'],
  ),
  'referral.ConciliatorsProposalSigned': entry(
    'conciliator',
    ['signature of the conciliators’ proposal', '签署调解员提案'],
    [
      'The conciliator whom {party|party} picked[, {actor.personId},] signed a proposal.',
      '{party|party}选定的调解员[（{actor.personId}）]签署了一份提案。',
    ],
  ),
  'referral.ConciliatorsProposalPut': entry(
    'conciliators',
    ['proposal of the conciliators', '调解员提案'],
    ['The conciliators put a proposal to both sides, without prejudice.', '调解员向双方提出提案，不影响各方立场。'],
    ['The conciliators have put a proposal to both sides', '调解员已向双方提出提案'],
  ),
  'referral.ConciliatorsProposalServed': entry(
    'conciliators',
    ['text of the conciliators’ proposal', '调解员提案文本'],
    ['The conciliators’ proposal was put before both desks.', '调解员提案已送交双方主管部门。'],
    ['The text of the conciliators’ proposal, without prejudice', '调解员提案文本，不影响各方立场'],
  ),
  'referral.SettlementTextTabled': entry(
    'party',
    ['text of a settlement', '和解文本'],
    [
      '{party|party} tabled a text of a settlement (no. {n}), without prejudice.',
      '{party|party}提出和解文本（第 {n} 号），不影响双方立场。',
    ],
    ['Service of a text that was tabled, without prejudice', '送达所提出的文本，不影响双方立场'],
  ),
  'referral.SettlementTextSigned': entry(
    'party',
    ['signature of the text of a settlement', '签署和解文本'],
    ['{party|party} signed the text of a settlement (no. {n}).', '{party|party}签署了和解文本（第 {n} 号）。'],
    ['One side has signed a text that is on the table', '一方已签署所提出的文本'],
  ),
  'referral.SettlementSigned': entry(
    'parties',
    ['signed settlement', '已签署的和解'],
    [
      'Both parties signed a settlement with {obligations|obligations}[; {textIsPublic|publication}].',
      '双方签署了和解，载有{obligations|obligations}[；{textIsPublic|publication}]。',
    ],
    ['Service of the signed settlement', '送达已签署的和解'],
  ),
  'referral.SettlementWindowOpened': entry(
    'time',
    ['settlement window', '和解期'],
    ['The settlement window is open. It holds back no referral.', '和解期开始，不妨碍移送。'],
    ['The settlement window is open', '和解期开始'],
  ),
  'referral.LimitsMoved': entry(
    'time',
    ['move of limits after the screening', '审查后各期限变动'],
    [
      'Limits of settlement, referral or compliance moved or ended[; these run: {limits.opens|limits}].',
      '和解、移交或履行的期限变动或终止[；现行期限：{limits.opens|limits}]。',
    ],
  ),
  'referral.SettlementWindowLapsed': entry(
    'time',
    ['end of the settlement window', '和解期届满'],
    ['The settlement window passed without a settlement.', '和解期届满，未达成和解。'],
    ['The settlement window has passed', '和解期届满'],
  ),
  'referral.AgreementUndone': entry(
    'party',
    ['end of the obligations of a settlement', '和解义务的终止'],
    [
      '{party|party} has repudiated its signature of the settlement: nobody owes what it obliged to.',
      '{party|party}已否认其对和解的签署：和解所载义务不再承担。',
    ],
    ['The obligations of a settlement have ended', '和解义务终止'],
  ),
  'referral.SettlementOpenedAgain': entry(
    'parties',
    ['new start of settlement', '重新和解'],
    ['The case can be settled anew, since it was reopened.', '案件重新启动，可再次和解。'],
    ['The settlement window has ended with the reopening', '和解期随案件重新启动而结束'],
  ),
};
