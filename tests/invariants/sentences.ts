/** The invariants of the procedure, by number, each a sentence that a test can break. */
export const SENTENCES = {
  'I-01':
    'A panel is convened only when the seated members nominated by each side are equal in number ' +
    'and at least one each.',
  'I-02': 'If a member leaves, is recused or is removed, the panel cannot vote until parity is restored.',
  'I-03': 'A panel has two co-chairs, one nominated by each side.',
  'I-04':
    'An act that needs the co-heads takes effect only with both signatures over the same digest, or by ' +
    'the default that the rule set writes for it when its time has passed; the record says which.',
  'I-05':
    'One person has at most one capacity in a case, in whatever service the acts were done, and never ' +
    'signs for both sides; being named by somebody makes a person nothing.',
  'I-06':
    'Every notice of the secretariat that starts, moves or ends a clock goes to both sides at the ' +
    'same recorded instant.',
  'I-07':
    'Swapping the two countries in any case history (rosters with them, complainant and respondent ' +
    'staying roles, recorded draws kept as inputs) gives the mirror-image result.',
  'I-08': 'No member is seated before a disclosure made after nomination and for this case.',
  'I-09': "A member with an undecided challenge cannot vote, sign, or read the panel's deliberation.",
  'I-10': 'A challenged member never decides the challenge.',
  'I-11': 'A vote is cast once per question; a change is a new event before closing; after closing there is none.',
  'I-12':
    '"Substantiated" and "not substantiated" need a majority of the seated members that includes at ' +
    'least one from each side; anything else is "not agreed" (a claim whose objection is sustained: "not screened").',
  'I-13':
    'Findings on "not agreed" claims carry each side\'s separate statement, or the note that none was given in time.',
  'I-14':
    'No party user reads deliberations or votes before release; released findings attribute no vote ' +
    'unless its member chose to.',
  'I-15':
    'What a panel sees from one party the other can see at its tier, or its non-confidential version and ' +
    'the fact of the designation.',
  'I-16':
    'Every deadline names its rule, trigger, calendar version, zone and arithmetic; recomputing it from ' +
    'the log gives the same instant.',
  'I-17':
    "No silence of any actor for any length of time leaves a registered case's screening without an " +
    'outcome past the long-stop, what was added to it (at most 60 days a side) and one certification, nor a filed ' +
    'one unregistered and open past 35 JBD.',
  'I-18':
    'A default happens at expiry whether or not anyone is logged on, and only once; a worker that comes ' +
    'late changes nothing, and the effective time is the expiry.',
  'I-19':
    'An act received before expiry beats the default, whatever the processing order; one that counts only ' +
    'later (late entry, I-67) sets the default aside by an event that points to it, and later steps stand ' +
    'unless they contradict it.',
  'I-20':
    'Except by I-21, I-61, I-69 and the least times that this page gives, a deadline is extended only before it ' +
    "expires, by consent or joint decision, with reasons, within the stage's maximum; the long-stop only with both " +
    "parties' signatures, or with the complex track that the co-heads open before the panel is composed.",
  'I-21': 'A calendar change never makes a running deadline earlier.',
  'I-22': 'A deadline that depends on an unpublished calendar is shown as provisional.',
  'I-23': 'An objection in the reply, of whatever kind, suspends no clock.',
  'I-24':
    "A supplement's claims have their own clocks; a replacement keeps the docket number and resets " +
    'only what it replaces.',
  'I-25':
    'Urgency shortens later defaults; losing it revives no expired limit but that of the reply, for what is left of ' +
    'its standard time.',
  'I-26':
    'Each region moves only along its declared graph; an ended screening has no exit except reopening by both ' +
    'parties, or when what ended it is set aside (I-19, repudiation).',
  'I-27': 'Docket numbers are unique, never reused, and gap-free per year and party.',
  'I-28':
    'The same filing sent twice with the same idempotency key gives one case and the same receipt; the ' +
    'same key with other content is refused.',
  'I-29':
    'A registered case states at least one measure (with instrument and date), one legal basis, one ' +
    'remedy and a public summary in both languages.',
  'I-30': "Withdrawal closes the withdrawing party's claims only; consolidated cases and counter-grievances live on.",
  'I-31':
    "Consolidation keeps each case's number, parties, claims and clocks; the joint timetable is never " +
    'later than the latest single one.',
  'I-32': 'A counter-grievance on a distinct matter is a separate case and cannot delay the first.',
  'I-33':
    "An exhibit's bytes match its recorded digest at each read and export; a mismatch blocks its use and is logged.",
  'I-34':
    'Custody events form an unbroken chain: each handover names from, to, time and purpose, and the next ' +
    '"from" is the last "to".',
  'I-35': 'No event is altered or deleted; a correction is a new event that points to the old.',
  'I-36': "Replaying a case's events from nothing gives exactly its present state, and its state at any past instant.",
  'I-37':
    'Every acknowledged event is in a checkpoint within the promised delay; each checkpoint extends the one before.',
  'I-38':
    "A checkpoint is *jointly attested* only with a valid cosignature from each side; no event's " +
    'legal effect waits for it.',
  'I-39': 'A reader with the bundle, the policy file and no network can verify receipt, inclusion and signatures.',
  'I-40': 'Reads of non-public material are logged with person, tier and purpose.',
  'I-41':
    'Redaction never changes the original; the public version says that something was removed and, by a ' +
    'coded reason, why, and holds none of it in any layer.',
  'I-42':
    "Readers are added only with the designating party's consent or by both co-heads' signatures; taking " +
    'readers away never un-publishes silently: a tombstone stays.',
  'I-43':
    'A user sees a case, document, search hit, count or notification only at a tier granted to them; ' +
    'totals and errors leak nothing sealed.',
  'I-44': 'BCI is readable only by persons with an undertaking in force for this case.',
  'I-45':
    'Without-prejudice material is in no finding, dossier or public export without both consents; the ' +
    'signed settlement itself is not such material.',
  'I-46': 'No secretariat administrator reads sealed content alone: it takes two persons, one per side.',
  'I-47':
    'A settlement binds the record only when both parties sign the same bilingual text digest; each ' +
    'obligation has an owner, a date and a check.',
  'I-48':
    'A dossier is transmitted only after findings are final, or screening lapsed or ended without a panel, or the ' +
    'complainant gave an exit notice; the dossier says which.',
  'I-49': "A dossier names a forum and passes that forum's standing check.",
  'I-50': 'A dossier holds only what its recipient may read; its manifest lists what is withheld.',
  'I-51': 'A dossier is reproducible: same inputs, same bytes.',
  'I-52':
    'No text of the secretariat or the panel states that a party has violated an agreement, or ' +
    "authorises retaliation; a party's own words, as in a draft request, are marked as its own.",
  'I-53': 'Filing, pendency and findings bar no DSU right: an exit notice is always accepted.',
  'I-54':
    'Owner, date and state of every obligation are public, its text as far as agreed; a missed date is ' +
    'on the public dashboard within 1 JBD of its expiry, and one party cannot hide it.',
  'I-55':
    'Every registered case has a public docket line in both languages within 1 JBD: number, parties, ' +
    'subject, stage, next deadline, and whether calls were answered.',
  'I-56': 'The public docket can be rebuilt from the public log alone.',
  'I-57':
    'Nothing on the docket is published first in one language or to one side; a text whose translation ' +
    'failed its time says so.',
  'I-58':
    'Each notice and each served document has a service record per recipient: sent, delivered, ' +
    'retrieved, each with its instant; *not delivered* (24 h) and *not retrieved* (5 JBD) become facts of ' +
    'record by themselves.',
  'I-59': 'Serving again never moves a trigger: the clock runs from the first valid service.',
  'I-60':
    'Either side can ask for all that was served on it in a range of time, and the signed answer with ' +
    'its digests equals what the record says.',
  'I-61':
    "A declared outage of the secretariat's system moves a deadline that ends in it, or in the hour after one " +
    'that counts for it, to the end of the next JBD after it (urgent track and hotline: by its own length), for both ' +
    'sides, and shortens none; what came by the fallback channel is entered with its true time of receipt, and ' +
    'says so.',
  'I-62':
    'Every exhibit ever accepted is visible now to every reader entitled to it, or its tombstone is, or ' +
    'the recorded joint decision that destroyed its key; anyone can run the check over a case.',
  'I-63': 'Public entries carry a serial without gaps; a reader can tell that nothing was left out.',
  'I-64': 'A deadline that is shown shows its first date, each change with its reason, and its present date.',
  'I-65': 'No finding rests on material of which the other side had no version to comment on, and time to do so.',
  'I-66':
    'But for a challenge and a peremptory replacement (S6) no act of one side, alone, changes who is ' +
    'eligible, seated, delegated, able to act or able to read on the other side.',
  'I-67':
    "No act, signature or silence stands in a side's name on the word of the other side's people: a late entry " +
    'comes from the side itself, counts only as the rule on late entries says, and can be repudiated in its time.',
  'I-68':
    'From S8 on only findings, a withdrawal, a settlement or a lapsed suspension ends the screening. When the ' +
    'deliberation has closed, its findings issue, whatever one party or both, a co-head or the long-stop does; until ' +
    'they issue nobody outside the panel reads them.',
  'I-69':
    'But for a side without a name (S6), an empty, challenged or refilled seat of one side never brings the end of ' +
    'the screening nearer for the other: its time is added to the long-stop, within the limit, and the record says ' +
    'on whose account.',
  'I-70':
    'After the last day for evidence (S7; for a late claim its own) nothing enters or is withdrawn but by both ' +
    "co-chairs' leave (a request that both sign is leave, silence is none), and only where the other side has at " +
    'least 5 JBD (urgent 24 h) to comment before the deliberation closes; what was withdrawn is told to the panel, ' +
    'and no later text rests on it.',
  'I-71':
    "A version of the rules takes effect only by both co-heads' signatures over its digest; neither operator " +
    'nor configuration changes what a case is under.',
  'I-72':
    "No party can foresee a draw, nor can the secretariat while a desk's nonce is not open; nobody chooses one but " +
    'by withholding in public what it committed to; each seat and each draw has a secret of its own, committed to ' +
    'beforehand.',
  'I-73':
    'Every objection of a reply is disposed of in the findings, and every finding of *substantiated* or *not ' +
    'substantiated* has its reasons or the note that none were adopted.',
  'I-74':
    "A request on the hotline is sent by every channel of every official on the other side's watch list " +
    '(deputies in their turn), however many before it went unanswered, and the record says what each ' +
    'channel answered.',
  'I-75':
    'No public text of secretariat or panel holds a passage that a side has validly marked in time as ' +
    'confidential; it says where one was left out and on whose mark, and no mark hides an outcome.',
  'I-76':
    "What is a side's own (drafts, letters to the registry alone, contacts, an unissued dossier) is read and changed " +
    "by that side's people alone; the other side's officers of the registry and co-head are not among them.",
} as const;

export type InvariantId = keyof typeof SENTENCES;

/** Number and sentence, as a title. */
export const sentence = (invariant: InvariantId): string => `${invariant} ${SENTENCES[invariant]}`;
