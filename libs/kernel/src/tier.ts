/**
 * Who may read a thing. Tiers are sets of readers, not ranks:
 * PUBLIC everybody; PARTIES both parties and the registry; PANEL those and the panel;
 * DELIBERATION the seated, unchallenged members of the panel alone; FILER the filing party and the registry alone.
 */
export type Tier = 'PUBLIC' | 'PARTIES' | 'PANEL' | 'DELIBERATION' | 'FILER';
