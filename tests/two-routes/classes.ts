/**
 * The ways in which the federal files say less than the agency's own extract. Each difference between two records
 * belongs to one of them by what the records and the calendar of the files say (differences.sql), never by what
 * a measure makes of it. In this order they are taken into account, one after another.
 */
export const classes = [
  {
    id: 'dropped-record',
    title: 'Dropped record',
    words:
      'The child was in care and yet missing from a later AFCARS file. What was keyed after the last file that holds the child is in none: how the stay ended, later placements, visits and stays. A measure leaves such a stay out of every window whose data reach past that file.',
  },
  {
    id: 'stay-between-files',
    title: 'Stay between two files',
    words:
      'A legacy record shows the latest stay only. A stay that had already been followed by another when the half-year ended is in no record.',
  },
  {
    id: 'dates-alone',
    title: 'Known by its dates alone',
    words:
      'No legacy record shows how the stay ended, because a later stay had begun when the half-year ended; elements 18 to 20 of the later record give its dates. The reason is unknown, so the record checks drop the stay (discharge_reason_missing) from P1 to P4; one that no record ever showed has no county or unit either.',
  },
  {
    id: 'county-before-2022-10',
    title: 'No county before October 2022',
    words:
      'In an XML file a stay that had ended before 2022-10-01 has its dates and its reason, and no place for a county. Where no legacy record showed it, it is in no county; totals stay the same.',
  },
  {
    id: 'placements-before-2022-10',
    title: 'Placements before October 2022',
    words:
      'A stay that had ended before 2022-10-01, or whose last record is a legacy one, has no placements, at most their number as it stood at the end of the half-year (element 24), and perhaps the start of a trial home visit (element 23). P5 takes the number; there is no first home for H3.',
  },
  {
    id: 'home-not-told',
    title: 'Same home not told',
    words:
      'XML files do not say which home a placement is in. A home that became pre-adoptive, or a home after a home of the same kind, counts as another home, and the same home again after days away is known only by its kind.',
  },
  {
    id: 'respite-folded',
    title: 'Respite folded',
    words:
      'A few days of respite, and coming back from them to the same home, are no living arrangement in AFCARS.',
  },
  {
    id: 'visit-before-2022-10',
    title: 'Visit before October 2022',
    words: 'No federal file holds caseworker visits before 2022-10-01.',
  },
  {
    id: 'report-pending',
    title: 'Report not yet disposed',
    words:
      'NCANDS files hold reports once they are disposed. A pending report, and a child known by nothing else, is in none yet.',
  },
] as const;

export type DifferenceClass = (typeof classes)[number]['id'];
