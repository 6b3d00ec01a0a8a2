/** What stands in a column: a word of ours, a text of the council, a number, a day, yes or no, or several markers. */
export type ColumnKind = 'word' | 'text' | 'number' | 'count' | 'day' | 'yes or no' | 'markers';

/** A column of a data file: its name in the file, what it is called, and what it says. */
type Column<Name extends string = string> = { name: Name; kind: ColumnKind; title: string; meaning: string };

const column =
  (kind: ColumnKind) =>
  <Name extends string>(name: Name, title: string, meaning: string): Column<Name> => ({ name, kind, title, meaning });
const word = column('word');
const text = column('text');
const number = column('number');
const count = column('count');
const day = column('day');
const yesOrNo = column('yes or no');
const markers = column('markers');

/** The columns that councils and departments share, in their order. Source: docs/rules.md, Open data. */
const shared = [
  word('measure_id', 'Measure id', 'The code of the measure, which stays when its title changes.'),
  text('measure', 'Measure', 'The title of the measure.'),
  word('area_code', 'Area code', 'The nine characters by which the Office for National Statistics knows the area.'),
  text('area_name', 'Area name', 'The council, or for the figures of others whose they are.'),
  word('time_period', 'Time period', 'The year: 2018, or 201819 for one that begins in 2018 and ends in 2019.'),
  word(
    'time_identifier',
    'Time identifier',
    'What of that year: July, Financial year Q1, Autumn term, Financial year.',
  ),
  day('period_start', 'Period start', 'The first day that the figure covers.'),
  day('period_end', 'Period end', 'The last day that the figure covers.'),
  number('value', 'Value', 'The figure at the decimals at which it is published; nothing where there is none.'),
  word('value_marker', 'Value marker', 'In the place of a figure: [x] not available, [z] not applicable, [c] hidden.'),
  number('numerator', 'Numerator', 'What was counted; nothing where it is hidden or the figure has no parts.'),
  number('denominator', 'Denominator', 'What it is out of; nothing where it is hidden or the figure has no parts.'),
  text('unit', 'Unit', 'The unit of value, target, baseline and change.'),
  count('decimal_places', 'Decimal places', 'How many decimals the figure is published with.'),
  number('target', 'Target', 'The figure to reach, or not to pass; nothing where the target is a range.'),
  word(
    'performance_rag',
    'Performance RAG',
    'green, amber or red: the colour that counts, a judged one where there is one.',
  ),
  text('baseline_name', 'Baseline name', 'What the figure is compared with, such as last year’s outturn.'),
  number('baseline_value', 'Baseline value', 'The figure that it is compared with.'),
  word('direction_of_travel', 'Direction of travel', 'improving, worsening, no_change, increasing or decreasing.'),
  number('change', 'Change', 'Value less baseline value, where the two are compared; percentages differ in points.'),
  markers(
    'status_marker',
    'Status marker',
    'Beside a figure: [p] provisional, [r] revised, [h] published elsewhere first.',
  ),
  day('first_published', 'First published', 'The day of the first edition that shows this period here.'),
  day('last_revised', 'Last revised', 'The day of the edition that last showed it otherwise than before.'),
  count('edition', 'Edition', 'The number of the edition that the row is from.'),
  text('licence', 'Licence', 'Under which the figures are published.'),
] as const;

/** Further columns, which say what the pages say beside. */
const further = [
  word('service_id', 'Service id', 'The word by which addresses name the service.'),
  text('service', 'Service', 'The name of the service in that edition.'),
  count('measure_number', 'Measure number', 'The place of the measure on its scorecard.'),
  text('series', 'Series', 'This council, or whose figures they are.'),
  word('frequency', 'Frequency', 'monthly, quarterly, termly, half_yearly or annual.'),
  text('covers', 'Covers', 'What a figure covers where it is not the single period, such as rolling 12 months.'),
  text('period', 'Period', 'The period as the pages name it, by its first month.'),
  text('value_note', 'Value note', 'Why there is no figure, or why it is shown at fewer decimals.'),
  text('target_rule', 'Target rule', 'The target in words: at most 76, between 30 and 40.'),
  number('green_from', 'Green from', 'The lowest figure that is Green; nothing where there is no lower end.'),
  number('green_to', 'Green to', 'The highest figure that is Green; nothing where there is no upper end.'),
  number('amber_from', 'Amber from', 'The lowest figure that is Amber, where there is an amber band with a lower end.'),
  number('amber_to', 'Amber to', 'The highest figure that is Amber, where there is an amber band with an upper end.'),
  word('rag_by_rule', 'RAG by the rule', 'The colour that the rule gives, whatever was judged.'),
  text('judged_reason', 'Judged reason', 'Why the head of service judged another colour, where one did.'),
  word('baseline_marker', 'Baseline marker', 'In the place of a baseline value: [x] none, [c] hidden.'),
  word('data_status', 'Data status', 'up_to_date, overdue or not_due, of the latest period, on the day of the file.'),
  yesOrNo('illustrative', 'Illustrative', 'Whether the figure was invented for a demonstration.'),
  count('definition_version', 'Definition version', 'The version of the definition that the figure was counted by.'),
  text('corrected_from', 'Corrected from', 'The figure that a correction took the place of, as it was shown.'),
  number('centre', 'Centre', 'The mean of the process, where process control applies.'),
  number('lower_limit', 'Lower limit', 'The lower end of what is usual for the process.'),
  number('upper_limit', 'Upper limit', 'The upper end of what is usual for the process.'),
  text('signal', 'Signal', 'What process control says of the figure.'),
  yesOrNo(
    'counted_alike',
    'Counted alike',
    'Of the figures of others: whether they are counted by the same definition.',
  ),
  text('source', 'Source', 'Where a figure of others, or one that was published elsewhere first, comes from.'),
  text('comments', 'Comments', 'The published words on the figure.'),
] as const;

/** Every column of every data file, in their order. */
export const openColumns = [...shared, ...further];
export type ColumnName = (typeof openColumns)[number]['name'];

/** How many columns stand first because others have them too. */
export const sharedCount = shared.length;

/** A row of a data file: texts by column, decimals as strings, days as ISO days; a column without anything is absent. */
export type OpenRow = Partial<Record<ColumnName, string>>;
