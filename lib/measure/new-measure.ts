/**
 * What a new measure has where a form or a file says nothing, by the names of the form's fields, as they are typed: whole
 * numbers, years from April, due 20 days after a period, compared with the year before.
 */
export const newMeasure = {
  decimals: '0',
  startMonth: '4',
  lagDays: '20',
  comparator: 'previous_year',
};
