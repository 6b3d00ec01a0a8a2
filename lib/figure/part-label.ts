import { counted, formOf, type Labelled, totalled } from './label-grammar';

/**
 * The questions that ask for the two parts of a measure: 'How many were placed with council carers', 'Out of how many
 * children in foster care'. The grammar of the labels is written at the head of lib/figure/label-grammar.ts.
 */
export function partQuestions(measure: Labelled): { numerator: string; denominator: string } {
  const base = counted(measure.denominatorLabel ?? '', '2');
  const label = counted(measure.numeratorLabel ?? '', '2');
  switch (formOf(measure)) {
    case null:
      return { numerator: 'Numerator', denominator: 'Denominator' };
    case 'proportion':
      return { numerator: `How many ${label}`, denominator: `Out of how many ${base}` };
    case 'rate':
      return { numerator: `How many ${label}`, denominator: `Among how many ${base}` };
    case 'over time':
      return { numerator: `How many ${label}`, denominator: `In how many ${base}` };
    case 'average': {
      const total = totalled(measure, '2');
      return { numerator: `How many ${total || 'pounds'} in total`, denominator: `How many ${base}` };
    }
  }
}
