import type { Rule } from '../finding';

/** What each check looks for, as the end of “This check finds …”. Source: docs/rules.md, Words and figures. */
export const ruleWords: Record<Rule, string> = {
  B1: 'a figure that is not what its two numbers come to',
  B2: '“x of y” with the two numbers the other way round',
  B3: 'a number that is not written as one',
  B4: 'a period that is due and has neither a figure nor a reason',
  B5: 'a measure with neither a target nor a reason for having none',
  B6: 'the same sentence more than once',
  B7: 'a number that the public is not shown',
  B8: 'a target that changed without a decision',
  B9: 'a Red or worsening figure without a cause and a dated action',
  B10: 'an abbreviation that nobody explains, or that means two things',
  W1: 'numbers that are none of the measure’s figures',
  W2: 'dates outside the period',
  W3: 'promises whose date has passed',
  W4: 'words that repeat last period or another measure',
  W5: 'comparisons without a figure and a source',
  W6: 'words that say something else than the figures',
  W7: 'a change of method without a break in the series',
  W8: 'a figure that equals its target and the earlier figure',
  W9: 'names of people and ways to reach them',
};
