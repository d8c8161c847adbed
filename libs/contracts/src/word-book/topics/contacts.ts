import { entry } from '../entry';

/** How the sides reach each other beside the consultations: hotline, crisis team, summaries, letters. */
export const contacts = {
  'intake.HotlineRequested': entry(
    'party',
    ['request on the hotline', '热线请求'],
    [
      '{askedBy/asking|party} asked for a call on the hotline ({grade|grade}).',
      '{askedBy/asking|party}通过热线请求通话（{grade|grade}）。',
    ],
    ['A request on the hotline', '热线请求'],
  ),
  'intake.HotlineSent': entry(
    'registry',
    ['sending of a hotline request', '发送热线请求'],
    ['The request was sent by every channel of those who have the turn.', '该请求已通过轮值人员的全部联络渠道发送。'],
  ),
  'intake.HotlineChannelAnswered': entry(
    'registry',
    ['answer of a channel', '联络渠道的应答'],
    ['A channel answered that it took the request, or failed.', '联络渠道已应答：收下请求或发送失败。'],
  ),
  'intake.WatchListFiled': entry(
    'party',
    ['watch list', '值守名单'],
    ['The watch list of {party|party} was filed.', '{party|party}已提交值守名单。'],
  ),
  'intake.WatchListRecorded': entry(
    'party',
    ['watch list of a side', '一方的值守名单'],
    ['The hotline watch list of {party|party} {status|watchList}.', '{party|party}的热线值守名单{status|watchList}。'],
  ),
  'audit.WebhookKeyTaken': entry(
    'registry',
    ['key of webhooks taken into use', '网络钩子密钥的启用'],
    ['Webhooks are signed by the key {thumbprint} from now on.', '网络钩子自此以密钥 {thumbprint} 签署。'],
  ),
  'audit.WebhookOpened': entry(
    'party',
    ['receiver of webhooks', '网络钩子接收端'],
    [
      'An officer[ of {party|party}] has the events that the officer reads sent to a program.',
      '[{party|party}的]一名官员将其可查阅的事件发送至一个程序。',
    ],
  ),
  'audit.WebhookClosed': entry(
    'party',
    ['closing of a receiver of webhooks', '关闭网络钩子接收端'],
    [
      'An officer[ of {party|party}] closed a receiver of webhooks.',
      '[{party|party}的]一名官员关闭了一个网络钩子接收端。',
    ],
  ),
  'audit.WebhookReplayed': entry(
    'party',
    ['replay of webhooks', '重新发送网络钩子'],
    [
      'An officer[ of {party|party}] has a receiver of webhooks told again, or go on.',
      '[{party|party}的]一名官员要求向一个网络钩子接收端重新发送或继续发送。',
    ],
  ),
  'intake.HotlineUnanswered': entry(
    'time',
    ['unanswered request on the hotline', '未获应答的热线请求'],
    [
      'The hotline request of {askedBy/asking|party} was not answered in the time of {level/rung|level}.',
      '{askedBy/asking|party}的热线请求在{level/rung|level}的时限内未获应答。',
    ],
    ['A request on the hotline was not answered in time', '热线请求未在时限内获应答'],
  ),
  'intake.HotlineTimesMoved': entry(
    'registry',
    ['move of the times of a hotline request', '热线请求时限顺延'],
    [
      'Times of the hotline request of {askedBy/asking|party} that ended in an outage end later, by its length.',
      '{askedBy/asking|party}的热线请求在系统中断期间届满的时限，按中断时长顺延。',
    ],
    ['Times of a hotline request were moved by an outage', '热线请求的时限因系统中断顺延'],
  ),
  'intake.HotlineAcknowledged': entry(
    'party',
    ['answer on the hotline', '热线请求获应答'],
    [
      'The hotline request of {askedBy/asking|party} was answered[ by {actor.party|party}].',
      '{askedBy/asking|party}的热线请求已获[{actor.party|party}]应答。',
    ],
    ['A request on the hotline was answered', '热线请求已获应答'],
  ),
  'intake.CrisisTeamCalledFor': entry(
    'time',
    ['call for a crisis team', '组成危机小组的要求'],
    ['A crisis team was called for.', '已要求组成危机小组。'],
  ),
  'intake.CrisisTeamFormed': entry(
    'registry',
    ['crisis team', '危机小组'],
    ['Who serves on the crisis team is on record.', '危机小组成员已载入记录。'],
    ['A crisis team serves', '危机小组已组成'],
  ),
  'intake.OptionsDrafted': entry(
    'crisis-team',
    ['draft of an options paper', '方案文件草案'],
    ['{who} drafted an options paper.', '{who}起草了方案文件。'],
  ),
  'intake.OptionsSigned': entry(
    'crisis-team',
    ['signature of an options paper', '签署方案文件'],
    ['One side of {who} signed the options paper.', '{who}一方签署了方案文件。'],
  ),
  'intake.OptionsAgreed': entry(
    'crisis-team',
    ['agreed options paper', '一致同意的方案文件'],
    ['{who} has laid a joint options paper before the parties.', '{who}已向双方提交联合方案文件。'],
    ['The crisis team has agreed on an options paper', '危机小组已就方案文件达成一致'],
  ),
  'intake.OptionsMissed': entry(
    'time',
    ['missing options paper', '未提交的方案文件'],
    [
      'The crisis team laid no options paper before the parties in the time of its service.',
      '危机小组未在任职期间向双方提交方案文件。',
    ],
    ['No options paper was laid before the parties', '未向双方提交方案文件'],
  ),
  'intake.SummaryRequested': entry(
    'party',
    ['request for a non-confidential summary', '提供非机密摘要的请求'],
    [
      '{askedBy|party} asked the other party for a non-confidential summary[ of {of}].',
      '{askedBy|party}请求对方提供[ {of} 的]非机密摘要。',
    ],
    ['A non-confidential summary was asked for', '请求提供非机密摘要'],
  ),
  'intake.SummaryAnswered': entry(
    'party',
    ['answer to a request for a summary', '对摘要请求的答复'],
    [
      'The request[ of {askedBy|party}] for a non-confidential summary was {answer/status|summaryAnswer}.',
      '[{askedBy|party}]提供非机密摘要的请求{answer/status|summaryAnswer}。',
    ],
    ['A request for a summary was answered', '摘要请求已获答复'],
  ),
  'intake.SummaryServed': entry(
    'registry',
    ['service of the answer to a request for a summary', '送达对摘要请求的答复'],
    ['The answer to request {n} for a non-confidential summary was served.', '对第 {n} 号非机密摘要请求的答复已送达。'],
  ),
  'intake.SummaryUnanswered': entry(
    'time',
    ['unanswered request for a summary', '未获答复的摘要请求'],
    [
      'The request[ of {askedBy|party}] for a non-confidential summary was not answered in time.',
      '[{askedBy|party}]提供非机密摘要的请求未在期限内获答复。',
    ],
    ['A request for a summary was not answered', '摘要请求未获答复'],
  ),
  'intake.ContactErased': entry(
    'party',
    ['deletion of a contact', '删除联系人'],
    ['{party|party} had its contact in the case deleted.', '{party|party}已删除其本案联系人。'],
  ),
  'intake.LetterSent': entry(
    'party',
    ['letter', '函件'],
    ['{party|party} wrote letter {n}: {subject}.', '{party|party}发出第 {n} 号函件：{subject}。'],
    ['Service of a letter', '送达函件'],
  ),
};
