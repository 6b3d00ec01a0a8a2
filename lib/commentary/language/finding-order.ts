import { type Finding, isBlocking, type Rule } from '@/lib/commentary/finding';

/** The warnings by how much they matter to a reader: what harms somebody first, then what misleads, then what is only weak. */
const byWeight: readonly Rule[] = ['W9', 'W6', 'W1', 'W3', 'W2', 'W5', 'W8', 'W7', 'W4'];
/** More at once are read by nobody. */
const mostAtOnce = 3;

/** Findings as they are shown; `silenced` is how many warnings the service does not want to see. */
export type OrderedFindings = { blockers: Finding[]; first: Finding[]; rest: Finding[]; silenced: number };

/** Findings in the order in which they matter: blockers, the three warnings that matter most, the others. Source: docs/rules.md, Language. */
export function orderFindings(findings: Finding[], silenced: readonly Rule[]): OrderedFindings {
  const [blockers, all] = [findings.filter(isBlocking), findings.filter((finding) => !isBlocking(finding))];
  const warnings = all
    .filter(({ rule }) => !silenced.includes(rule))
    .toSorted((a, b) => byWeight.indexOf(a.rule) - byWeight.indexOf(b.rule));
  return {
    blockers,
    first: warnings.slice(0, mostAtOnce),
    rest: warnings.slice(mostAtOnce),
    silenced: all.length - warnings.length,
  };
}
