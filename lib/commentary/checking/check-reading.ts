import type { Finding, Rule } from '../finding';
import { orderFindings } from '../language/finding-order';
import { languageFindings } from '../language/language-checks';
import { numberFindings } from '../numbers/number-checks';
import type { ReadingText } from '../reading-text';
import { figureFindings } from './figure-checks';

/** What a service is not shown: kinds of warnings that somebody silenced for it. What blocks is never silenced. */
export type Silence = { silenced: readonly Rule[] };

/** Everything that the checks find in a reading, what blocks first, then the warnings that matter most. Source: docs/rules.md, Words and figures. */
export function checkReading(text: ReadingText, { silenced }: Silence): Finding[] {
  const findings = [...figureFindings(text), ...numberFindings(text), ...languageFindings(text)];
  const { blockers, first, rest } = orderFindings(findings, [...silenced]);
  return [...blockers, ...first, ...rest];
}
