import { wordsAgainstFigures } from '@/lib/commentary/claims/words-and-figures';
import type { Finding } from '@/lib/commentary/finding';
import type { ReadingText } from '@/lib/commentary/reading-text';
import { unexplainedTerms } from './abbreviation-check';
import { hiddenNumberFindings } from './hidden-number-check';
import { personalDetails } from './personal-details';
import { causeAndAction } from './red-needs-cause-and-action';
import { repeatedSentences } from './repeated-sentences';
import { repeatedText } from './repeated-text';
import { unsourcedComparisons } from './unsourced-comparison';

/** Every finding about the language of a reading: B6, B7, B9, B10, W4, W5, W6 and W9. Source: docs/rules.md, Language. */
export const languageFindings = (text: ReadingText): Finding[] => [
  ...repeatedSentences(text),
  ...hiddenNumberFindings(text),
  ...causeAndAction(text),
  ...unexplainedTerms(text),
  ...repeatedText(text),
  ...unsourcedComparisons(text),
  ...wordsAgainstFigures(text),
  ...personalDetails(text),
];
