/** A failure of another case system, and the test that would have caught it there and prevents it here. */
export interface Incident {
  readonly what: string;
  readonly where: string;
  /** The spec, from the root of the workspace, and the name of the test in it. */
  readonly spec: string;
  readonly test: string;
}

/** Every incident of a case system that was publicly reported and that this one is built to prevent. */
export const CASE_SYSTEM_INCIDENTS: readonly Incident[] = [
  {
    what: 'Evidence vanished or was hidden in case files for years, and nobody was told',
    where: 'a national courts’ case system',
    spec: 'services/audit/src/completeness/completeness.spec.ts',
    test: 'runs over every case once a night, whoever comes first, and what it came to is kept with its date',
  },
  {
    what: 'A double click made two docket entries; a worker’s time-out served a notice twice, or four times',
    where: 'a national tax court’s system',
    spec: 'services/intake/src/registry/notices/served-once.spec.ts',
    test: 'wherever the worker is killed between filing and serving, and however often the click is repeated',
  },
  {
    what: 'The time gate was marked done before its outcome ran, and a crash in between lost the default',
    where: 'a trade-remedies service',
    spec: 'tests/crash/killed-over-expiry.spec.ts',
    test: 'lets each default happen once and as of its expiry, wherever the kill fell',
  },
  {
    what: 'Holidays announced late did not move running deadlines',
    where: 'a freedom-of-information platform',
    spec: 'tests/incidents/holidays-announced-late.spec.ts',
    test: 'for both sides alike and never earlier, with the reason and the first date beside the new one',
  },
  {
    what: 'Sending a lost request again reset its clock',
    where: 'a freedom-of-information platform',
    spec: 'services/intake/src/registry/notices/inbox.spec.ts',
    test: 'are served again by the registry, and nothing moves (I-59)',
  },
  {
    what: 'Redactions left the text underneath, and bookmarks named what was removed',
    where: 'court filings at large',
    spec: 'services/evidence/src/public-version/check-redaction.spec.ts',
    test: 'holds none of it in whichever layer of a PDF it was left (I-41)',
  },
  {
    what: 'The same user saw a link break at each migration',
    where: 'several',
    spec: 'tests/incidents/links-across-versions.spec.ts',
    test: 'and none that ever stood in the list was taken out of it',
  },
  {
    what: 'Four in five respondents never answered, and the platform died of it',
    where: 'an online dispute platform',
    spec: 'tests/invariants/i-17-silence-never-blocks.spec.ts',
    test: 'holds in every history of random parties',
  },
  {
    what: 'One in a hundred notifications was silently not sent',
    where: 'a courts’ platform',
    spec: 'tests/invariants/i-60-signed-account-equals-the-record.spec.ts',
    test: 'one service left out, added or changed is another account',
  },
];
