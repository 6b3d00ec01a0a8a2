import type { Kind } from './wish';

/** A column of our own workbook: its name in files and its heading for people; `needed` where a new thing cannot be without. */
export type Column = { name: string; heading: string; needed: boolean; example: string; gloss: string };

const column =
  (needed: boolean) =>
  (name: string, heading: string, example: string, gloss: string): Column => ({
    name,
    heading,
    needed,
    example,
    gloss,
  });
const must = column(true);
const may = column(false);

const measure = must('measure', 'Measure', 'csc-01', 'The code of the measure.');

/** The columns of each sheet of our own workbook, in their order; a council's own sheets are understood as these. */
export const columns: Record<Kind, Column[]> = {
  service: [
    must('name', 'Name', 'Highways and transport', 'As the public reads it.'),
    may(
      'address',
      'Address',
      'highways-and-transport',
      'The word of its web addresses; made of the name where it is empty.',
    ),
    may('place', 'Place', '2', 'Where it stands among the services, from 1.'),
    may('notice', 'Notice', '', 'A sentence at the head of its scorecard.'),
    may('publishes', 'Publishes', 'by release', 'By release, or rolling: on its own after an approval.'),
    may('hours', 'Hours', '24', 'Hours between approval and publication, where it is rolling.'),
  ],
  person: [
    must('name', 'Name', 'Olive Turner', 'First name and surname.'),
    must('email', 'E-mail', 'olive.turner@council.example', 'The address by which they sign in.'),
    may(
      'roles',
      'Roles',
      'performance officer; councillor',
      'Separated by semicolons; empty for owners and heads alone.',
    ),
    may('head_of', 'Head of', 'Highways and transport', 'The services that they head, separated by semicolons.'),
  ],
  measure: [
    must('service', 'Service', 'Highways and transport', 'The name or the address of its service.'),
    may('number', 'Number', '7', 'Its number in the report; the next free one where it is empty.'),
    must('code', 'Code', 'hwy-07', 'Lower-case words with hyphens, one for each measure of the council.'),
    must('title', 'Title', 'Potholes mended within five days', 'As the scorecard shows it.'),
    may('theme', 'Theme', 'Roads', 'What it is read with across services.'),
    must('definition', 'Definition', 'Share of potholes reported in the month …', 'What exactly is counted.'),
    must('unit', 'Unit', 'percent', 'What its figure is.'),
    may('decimals', 'Decimals', '1', 'How many are shown, from 0 to 6.'),
    must('better', 'Better', 'higher', 'Which way is better: higher, lower, or neither.'),
    must('frequency', 'How often', 'monthly', 'How often there is a figure.'),
    may('year_begins', 'Year begins', '4', 'The month in which its year begins, from 1 to 12.'),
    may('covers', 'Covers', 'single period', 'What each figure covers.'),
    may('since', 'Since', '1 April 2017', 'The day from which everything is counted, where it covers that.'),
    may('lag_days', 'Days until due', '20', 'Days after a period until its figure is due.'),
    must('first_period', 'First period', 'April 2018', 'The month with which its first required figure begins.'),
    may('compared_with', 'Compared with', 'previous period', 'What the latest figure is compared with.'),
    may('no_change_within', 'No change within', '0.5', 'A difference up to this is no change.'),
    may(
      'worked_out',
      'Worked out',
      '100',
      'What first ÷ second is multiplied by; empty where the figure itself is typed.',
    ),
    may('first_number', 'First number', 'mended in time', 'What the first number counts.'),
    may('second_number', 'Second number', 'reported', 'Out of what it is.'),
    may('counts_people', 'Counts people', 'no', 'Whether small counts could show somebody.'),
    may('outside_hundred', 'Outside 0 to 100', 'no', 'Whether a percentage may leave 0 to 100.'),
    may('compare_stored', 'Compare as stored', 'no', 'Whether unrounded figures are held against the target.'),
    may('digits_follow', 'Digits follow', 'no', 'Whether printed digits follow the figure: 98 beside 99.7.'),
    may('periods_add_up', 'Periods add up', 'no', 'Whether the figures of its periods add up to that of the year.'),
    may('why_no_target', 'Why no target', '', 'Where it is only watched.'),
    may('source', 'Source', 'Highways works system', 'Where its figures come from, as the public reads it.'),
    may('owner_role', 'Owner’s role', 'Highways manager', 'The role that answers for it, as the public reads it.'),
    may('notes', 'Notes', '', 'What a reader must know beside its figures, a sentence on each line.'),
    may('owner', 'Owner', 'olive.turner@council.example', 'Who enters its readings: name or e-mail.'),
  ],
  target: [
    measure,
    must('from', 'From', 'April 2018', 'The month with which its first period begins.'),
    must('shape', 'Shape', 'at least', 'At least, at most, between, exactly, or none.'),
    may('green_from', 'Green from', '95', 'The least, or the only, figure that is Green.'),
    may('green_to', 'Green to', '', 'The most that is Green.'),
    may('amber_from', 'Amber from', '90', 'The least figure that is Amber.'),
    may('amber_to', 'Amber to', '', 'The most that is Amber.'),
    may('tolerance', 'Tolerance', '5', 'In place of the amber figures: how far off is Amber.'),
    may('why_none', 'Why none', '', 'Where it is only watched.'),
    may('reason', 'Reason', 'Agreed with the service plan', 'Why it was set, as the public reads it.'),
    may('decided_by', 'Decided by', 'Cabinet', 'Who decided it.'),
    may('decided_on', 'Decided on', '13 March 2018', 'The day of the decision.'),
  ],
  outturn: [
    measure,
    must('year', 'Year', '2017/18', 'The year that is over.'),
    may('figure', 'Figure', '93.4', 'Its final figure; empty where there is none.'),
    may('standing', 'Standing', 'final', 'Final, provisional, or none.'),
    may('why', 'Why', '', 'Why it may still change, or why there is none.'),
    may('source', 'Source', 'Annual report 2017/18', 'Where it was taken from.'),
    may('reason', 'Reason', '', 'Why it takes the place of one that is here.'),
    may('public_note', 'Public note', '', 'What the public is told where a published one changes.'),
  ],
  comparator: [
    measure,
    must('name', 'Name', 'England', 'Whose figures these are.'),
    must('source', 'Source', 'DfT, table RDC0120', 'Where they come from.'),
    must('alike', 'Counted alike', 'yes', 'Whether the definition is the same.'),
    must('note', 'Note', 'The same definition', 'How alike they are.'),
    must('from_day', 'From day', '1 April 2017', 'The first day that the figure is about.'),
    must('until_day', 'Until day', '31 March 2018', 'The last day that it is about.'),
    must('figure', 'Figure', '91.2', 'The figure.'),
  ],
  reading: [
    measure,
    must('period', 'Period', 'June 2018', 'The period as it is named, or the month with which it begins.'),
    may('figure', 'Figure', '92.5', 'Empty where the two numbers stand beside it, or where there is none.'),
    may('first_number', 'First number', '37', 'The number that is a part of the second.'),
    may('second_number', 'Second number', '40', 'The number that it is a part of.'),
    may('mark', 'Mark', 'provisional', 'Provisional, or why there is no figure.'),
    may('expected_on', 'Expected on', '', 'The day on which a figure that is not there yet is expected.'),
    may('comments', 'Comments', '', 'What the public reads beside it.'),
    may('unusual', 'Why unusual', '', 'Why a figure far from its history is right.'),
    may('action', 'Action', '', 'What is being done.'),
    may('action_owner', 'Action owner', '', 'The role that does it.'),
    may('action_due', 'Action due', '', 'The day by which it is done.'),
    may('published_where', 'Published where', '', 'For history from elsewhere: where it was published.'),
    may('published_on', 'Published on', '', 'For history from elsewhere: the day on which it was published.'),
  ],
};
