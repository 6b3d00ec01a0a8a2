import type { Term } from './term';

/** The words that the pages of every council use, in the meaning that they have here, by the alphabet. */
export const productTerms: Term[] = [
  {
    term: 'Action',
    meaning: 'What is being done about a measure, with who sees to it and by when.',
  },
  {
    term: 'Against target',
    meaning:
      'The colour of a measure: Green meets its target, Amber is short of it within a limit that was set beforehand, Red is short of both.',
  },
  {
    term: 'Comparator',
    meaning:
      'A figure that a measure is held against: an earlier one of its own, or that of England or of similar councils.',
  },
  {
    term: 'Correction',
    meaning: 'A new figure for a period that was published already. Both are kept, with the day and the reason.',
  },
  {
    term: 'Data status',
    meaning:
      'Whether the figures that should be here are here: Up to date, Overdue or Not due. It is worked out from the days on which figures are expected.',
  },
  {
    term: 'Direction of travel',
    meaning:
      'Whether a figure is better or worse than the earlier one that is named beside it: improving, worsening or no change.',
  },
  {
    term: 'Edition',
    meaning: 'A scorecard as it was published on a day. It is never changed: what comes later is a new edition.',
  },
  {
    term: 'Fingerprint',
    meaning:
      'A long number worked out from every letter of an edition, by which anybody can check that nothing was changed.',
  },
  {
    term: 'Frequency',
    meaning: 'How often a measure has a new figure: monthly, quarterly, termly, half-yearly or annually.',
  },
  {
    term: 'Illustrative',
    meaning: 'Of a figure: invented to show how the pages work. Only a demonstration has any.',
  },
  {
    term: 'In real terms',
    meaning: 'How many people or cases stand between a percentage and its target, worked out by this website.',
  },
  {
    term: 'Judged',
    meaning:
      'Of a colour: another than the rule gives, which a head of service set with a reason. Both are shown, and counted apart.',
  },
  {
    term: 'Measure',
    meaning:
      'One thing that the council counts about a service, with a definition, a target and a figure for each period.',
  },
  {
    term: 'No colour',
    meaning: 'A measure that cannot be judged, because it has no target or no figure. The reason stands in words.',
  },
  {
    term: 'Outturn',
    meaning: 'The final figure of a year that is over.',
  },
  {
    term: 'Overdue',
    meaning: 'Of a figure: the day on which it was expected has passed.',
  },
  {
    term: 'Percentage points',
    meaning: 'The difference between two percentages: from 80% to 83% is 3 percentage points.',
  },
  {
    term: 'Period',
    meaning: 'The span that a figure is about, named by its first month: a quarter that begins in April is “Apr 2018”.',
  },
  {
    term: 'Provisional',
    meaning: 'Of a figure, marked [p]: it may still change when everything has been counted.',
  },
  {
    term: 'Published elsewhere',
    meaning: 'Of an earlier figure, marked [h]: the council published it in another place before this portal began.',
  },
  {
    term: 'Revised',
    meaning: 'Of a figure, marked [r]: it is another one than was published first.',
  },
  {
    term: 'Rolling twelve months',
    meaning: 'A figure that covers the twelve months up to its period, so that the seasons do not show.',
  },
  {
    term: 'Scorecard',
    meaning: 'All measures of a service on one page, a line each.',
  },
  {
    term: 'Signal or noise',
    meaning:
      'Whether the latest change of a figure is more than chance explains. Measures with 13 figures or more have it.',
  },
  {
    term: 'Snapshot',
    meaning: 'A figure that is counted on one day, such as the children in care on 31 July.',
  },
  {
    term: 'Suppressed',
    meaning:
      'Of a figure, marked [c] and “hidden” on the pages: kept back, because it counts so few people that somebody could be recognised.',
  },
  {
    term: 'Target',
    meaning: 'What a measure should reach: at least, at most or between figures, from a period on, by a decision.',
  },
  {
    term: 'Theme',
    meaning: 'What measures of several services have in common, so that they can be read together.',
  },
  {
    term: 'Withdrawn',
    meaning: 'Of an edition: taken back with a reason, which stands at its address in its place.',
  },
  {
    term: 'Year to date',
    meaning: 'A figure that grows through the year: it covers everything since the year began.',
  },
];
