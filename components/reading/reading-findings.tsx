import { Field } from '@/components/form/field';
import { fieldOf, mendOrSay, numberedWarnings } from '@/lib/commentary/checking/weigh-findings';
import { type Finding, isBlocking } from '@/lib/commentary/finding';
import { type FormState, problemOf } from '@/lib/form/form-state';
import type { Kept } from '@/lib/reading/kept-warnings';
import { keptFields, keptIn, keptNumbers } from '@/lib/reading/reading-fields';
import { FindingWords } from './finding-words';

type Typed = Record<string, string | undefined>;

type Props = {
  /** Whether there is nothing to check yet. */
  isUnwritten: boolean;
  findings: Finding[];
  /** Sentences that a change of the figures made wrong, each with what it could say. */
  changed: Finding[];
  typed: Typed;
  state: FormState | null;
  /** The warnings that the last period kept; null where nothing of it is here. */
  kept: { label: string; warnings: Kept[] } | null;
};

/** How many warnings are shown at once: ten would be worse than none. */
const shownAtOnce = 3;

type Warning = ReturnType<typeof numberedWarnings>[number];

/** What the checks find in a reading, beside its words: what must be mended, and what may stand with a reason. */
export function ReadingFindings({ isUnwritten, findings, changed, typed, state, kept }: Props) {
  const blockers = findings.filter(isBlocking);
  const warnings = numberedWarnings(findings).slice(0, keptNumbers.length);
  const reasons = new Map(keptIn(typed).map(({ finding, reason }) => [finding, reason]));
  const earlier = new Map((kept?.warnings ?? []).map(({ finding, reason }) => [finding, reason]));
  const again = new Set(
    keptNumbers.map(keptFields).flatMap((fields) => (typed[fields.again] ? [typed[fields.finding]] : [])),
  );
  const rest = warnings.slice(shownAtOnce);
  const row = (warning: Warning) => (
    <WarningRow
      key={warning.id}
      warning={warning}
      problem={problemOf(state, keptFields(warning.n).reason)}
      reason={again.has(warning.id) ? undefined : reasons.get(warning.id)}
      earlier={earlier.get(warning.id)}
      isAgain={again.has(warning.id)}
      before={kept?.label ?? 'last period'}
    />
  );
  const hasProblem = rest.some(({ n }) => problemOf(state, keptFields(n).reason));
  return (
    <section className="word-findings" aria-labelledby="findings-title">
      <h2 id="findings-title">Words and figures</h2>
      <p role="status">
        {isUnwritten
          ? 'What the words and the figure do not agree on will be listed here.'
          : countWords(blockers.length, warnings.length)}
      </p>
      {changed.length > 0 && (
        <ul>
          {changed.map((finding) => (
            <li key={`${fieldOf(finding)} ${finding.at}`}>
              <FindingWords finding={finding} />
            </li>
          ))}
        </ul>
      )}
      {blockers.length > 0 && (
        <ul>
          {blockers.map((finding) => (
            <li key={`${finding.rule} ${fieldOf(finding)} ${finding.at} ${finding.quote} ${finding.sentence}`}>
              <FindingWords finding={finding} /> <a href={`#${fieldOf(finding)}`}>Mend it</a>
            </li>
          ))}
        </ul>
      )}
      {warnings.slice(0, shownAtOnce).map(row)}
      {rest.length > 0 && (
        <details open={hasProblem}>
          <summary>
            {rest.length} more {rest.length === 1 ? 'warning' : 'warnings'}
          </summary>
          {rest.map(row)}
        </details>
      )}
    </section>
  );
}

type RowProps = {
  warning: Warning;
  problem: string | undefined;
  reason: string | undefined;
  earlier: string | undefined;
  isAgain: boolean;
  before: string;
};

/** One warning with the field in which its author says why it stands. */
function WarningRow({ warning: { n, id, finding }, problem, reason, earlier, isAgain, before }: RowProps) {
  const fields = keptFields(n);
  return (
    <div className="finding">
      <input type="hidden" name={fields.finding} value={id} />
      <Field
        name={fields.reason}
        label="Keep it, because …"
        hint={<FindingWords finding={finding} />}
        // The warning itself stands in the hint already.
        {...(problem && { problem: problem.endsWith(mendOrSay) ? mendOrSay : problem })}
      >
        {(attributes) => <textarea {...attributes} name={fields.reason} rows={1} defaultValue={reason} />}
      </Field>
      {earlier && (
        <label className="choice">
          <input type="checkbox" name={fields.again} value={earlier} defaultChecked={isAgain} /> Keep it for the reason
          of {before}: “{earlier}”
        </label>
      )}
    </div>
  );
}

/** How much there is to do, as one sentence. */
function countWords(blockers: number, warnings: number): string {
  const count = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;
  if (blockers === 0 && warnings === 0) return 'The words fit the figures.';
  const mend = blockers > 0 ? `${count(blockers, 'thing')} to mend before this can be submitted` : null;
  const keep = warnings > 0 ? `${count(warnings, 'warning')} to mend or to keep with a reason` : null;
  return `${[mend, keep].filter(Boolean).join('; ')}.`;
}
