/**
 * Working days of the United States: the federal holidays of 5 U.S.C. 6103 on the day on which they are observed.
 * Inauguration Day (Washington area only) and closures by executive order are not in it.
 */
import type { CalendarData } from './calendar-data';
import { publishedYear } from './published-year';

export const usCalendarData: CalendarData = {
  name: 'US',
  title: { en: 'United States', 'zh-Hans': '美国' },
  version: 'US-2027-1',
  published: {
    2023: publishedYear(
      [
        '2023-01-02',
        '2023-01-16',
        '2023-02-20',
        '2023-05-29',
        '2023-06-19',
        '2023-07-04',
        '2023-09-04',
        '2023-10-09',
        '2023-11-10',
        '2023-11-23',
        '2023-12-25',
      ],
      [],
      '5 U.S.C. 6103',
    ),
    2024: publishedYear(
      [
        '2024-01-01',
        '2024-01-15',
        '2024-02-19',
        '2024-05-27',
        '2024-06-19',
        '2024-07-04',
        '2024-09-02',
        '2024-10-14',
        '2024-11-11',
        '2024-11-28',
        '2024-12-25',
      ],
      [],
      '5 U.S.C. 6103',
    ),
    2025: publishedYear(
      [
        '2025-01-01',
        '2025-01-20',
        '2025-02-17',
        '2025-05-26',
        '2025-06-19',
        '2025-07-04',
        '2025-09-01',
        '2025-10-13',
        '2025-11-11',
        '2025-11-27',
        '2025-12-25',
      ],
      [],
      '5 U.S.C. 6103',
    ),
    2026: publishedYear(
      [
        '2026-01-01',
        '2026-01-19',
        '2026-02-16',
        '2026-05-25',
        '2026-06-19',
        '2026-07-03',
        '2026-09-07',
        '2026-10-12',
        '2026-11-11',
        '2026-11-26',
        '2026-12-25',
      ],
      [],
      '5 U.S.C. 6103',
    ),
    2027: publishedYear(
      [
        '2027-01-01',
        '2027-01-18',
        '2027-02-15',
        '2027-05-31',
        '2027-06-18',
        '2027-07-05',
        '2027-09-06',
        '2027-10-11',
        '2027-11-11',
        '2027-11-25',
        '2027-12-24',
      ],
      [],
      '5 U.S.C. 6103',
    ),
  },
  unpublished: 'us-federal',
};
