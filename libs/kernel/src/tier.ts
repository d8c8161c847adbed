/**
 * Who may read a thing. Tiers are sets of readers, not ranks.
 * - PUBLIC: everybody
 * - PARTIES: both parties, the registry and the co-heads
 * - PANEL: those and the panel
 * - DELIBERATION: the seated, unchallenged members of the panel alone
 * - FILER: the filing party’s desk and auditors, and the officers whom that party sent to the registry (I-76)
 * - DESKS: both parties' desks and their auditors alone, for what is said without prejudice
 */
export type Tier = 'PUBLIC' | 'PARTIES' | 'PANEL' | 'DELIBERATION' | 'FILER' | 'DESKS';
