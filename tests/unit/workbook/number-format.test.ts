import { describe, expect, test } from 'vitest';
import { momentOf, momentText } from '@/lib/cell-format/day-text';
import { exactNumber } from '@/lib/cell-format/exact-number';
import { numberFormat } from '@/lib/cell-format/number-format';
import { numberText } from '@/lib/cell-format/number-text';

test.each([
  ['0.1', '0.1'],
  ['1E-3', '0.001'],
  ['1.5E-7', '0.00000015'],
  ['1e21', '1000000000000000000000'],
  ['-2.5E+3', '-2500'],
  ['1.1000000000000001', '1.1'],
  ['0.30000000000000004', '0.3'],
  ['0.87500000000000011', '0.875'],
  ['9007199254740991', '9007199254740991'],
  ['007', '7'],
  ['-0', '0'],
  ['.5', '0.5'],
  ['1.7976931348623157E308', `17976931348623157${'0'.repeat(292)}`],
  ['', null],
  ['1e999', null],
  ['0x10', null],
  ['1,5', null],
  ['NaN', null],
])('the number %s of a file is %s', (text, value) => expect(exactNumber(text)).toBe(value));

test.each([
  ['0.875', '0.0%', '87.5%'],
  ['0.875', '0%', '88%'],
  ['0.875', '0.0"%"', '0.9%'],
  ['-0.005', '0.0%', '-0.5%'],
  ['-0.0001', '0.0%', '0.0%'],
  ['1234567.891', '#,##0.00', '1,234,567.89'],
  ['1234.5', '[$£-809]#,##0;[Red]-[$£-809]#,##0', '£1,235'],
  ['-1234.5', '[$£-809]#,##0;[Red]-[$£-809]#,##0', '-£1,235'],
  ['-1234.5', '#,##0_);(#,##0)', '(1,235)'],
  ['-3', '0', '-3'],
  ['0', '0;-0;"none"', 'none'],
  ['12345678', '£#,##0.0,,"m"', '£12.3m'],
  ['1500', '#,##0,', '2'],
  ['7', '000', '007'],
  ['0.5', '#.00', '.50'],
  ['1.5', '0.##', '1.5'],
  ['2', '0.0##', '2.0'],
  ['1.005', '0.00', '1.01'],
  ['12', '0" days"', '12 days'],
  ['12', '0\\d', '12d'],
  ['12', 'General" days"', '12 days'],
  ['-12', 'General" days"', '-12 days'],
  ['0.25', '# ?/?', '0.25'],
  ['123456', '00-00-00', '123456'],
  ['1234', '0.00E+00', '1234'],
  ['150', '[>100]"many";0', '150'],
  ['5', ';;;', '5'],
  ['-12', '0.0', '-12.0'],
])('%s by %s is shown as %s', (value, code, text) => expect(numberText(value, numberFormat(code))).toBe(text));

test.each([
  ['0.0%', 'percent'],
  ['0.0"%"', 'number'],
  ['0\\%', 'number'],
  ['dd/mm/yyyy', 'day'],
  ['mmm-yy', 'day'],
  ['mmmm', 'day'],
  ['[$-F800]dddd, mmmm dd, yyyy', 'day'],
  ['h:mm', 'time'],
  ['[h]:mm:ss', 'time'],
  ['mm:ss.0', 'time'],
  ['General', 'number'],
  ['[Red]0.0', 'number'],
  ['"day" 0', 'number'],
])('%s shows a %s', (code, shows) => expect(numberFormat(code).shows).toBe(shows));

describe('days', () => {
  const shown = (serial: number, code: string, from1904 = false) => {
    const moment = momentOf(serial, from1904);
    return moment && [moment.day, momentText(moment, numberFormat(code))];
  };

  test.each([
    [43281, 'dd/mm/yyyy', '2018-06-30', '30/06/2018'],
    [43281, 'mmm-yy', '2018-06-30', 'Jun-18'],
    [43281, '[$-F800]dddd, mmmm dd, yyyy', '2018-06-30', 'Saturday, June 30, 2018'],
    [43281, 'd mmmm yyyy', '2018-06-30', '30 June 2018'],
    [43281, 'ddd d.m.yy', '2018-06-30', 'Sat 30.6.18'],
    [43281, 'mmmmm', '2018-06-30', 'J'],
    [43281.6041666667, 'dd/mm/yyyy hh:mm', '2018-06-30', '30/06/2018 14:30'],
    [43281.6041666667, 'h:mm AM/PM', '2018-06-30', '2:30 PM'],
    [43281.999999999, 'dd/mm/yyyy', '2018-07-01', '01/07/2018'],
    [1, 'yyyy-mm-dd', '1900-01-01', '1900-01-01'],
    [59, 'yyyy-mm-dd', '1900-02-28', '1900-02-28'],
    [61, 'yyyy-mm-dd', '1900-03-01', '1900-03-01'],
    [2_958_465, 'yyyy-mm-dd', '9999-12-31', '9999-12-31'],
  ])('%s by %s is %s, shown as %s', (serial, code, day, text) => expect(shown(serial, code)).toEqual([day, text]));

  test('counted from 1904', () => expect(shown(41819, 'dd/mm/yyyy', true)).toEqual(['2018-06-30', '30/06/2018']));

  test('29 February 1900 never was, nor a day before 1900 or after 9999', () => {
    expect(shown(60, 'yyyy-mm-dd')).toEqual([null, null]);
    for (const serial of [-1, 2_958_467, Number.NaN]) expect(momentOf(serial, false)).toBeNull();
  });

  test.each([
    [0.354166667, 'hh:mm', '08:30'],
    [1.128472222, '[h]:mm', '27:05'],
    [0.0017361111, 'mm:ss', '02:30'],
    [0.0017361111, '[mm]:ss', '02:30'],
    [0.0017361111, '[s]', '150'],
  ])('%s by %s is the time %s', (serial, code, text) => {
    const moment = momentOf(serial, false);
    expect(moment && momentText(moment, numberFormat(code))).toBe(text);
  });
});
