import type { Finding } from '../finding';
import type { ReadWords } from './read-words';

/** B3: a malformed number: a decimal comma, a letter O in a figure, "18/1g". Source: docs/rules.md, Numbers and dates. */
export const malformedFindings = ({ proses }: ReadWords): Finding[] =>
  proses.flatMap(({ place, malformed }) =>
    malformed.map(({ at, quote, problem, mend, instead }): Finding => {
      const finding: Finding = { rule: 'B3', place, quote, at, sentence: `“${quote}” ${problem}.`, mend };
      if (instead !== undefined) finding.instead = instead;
      return finding;
    }),
  );
