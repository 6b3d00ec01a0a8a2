import type { NarrowedHistory } from '@/db/queries/history/narrowed-history';
import { eventTopics } from '@/lib/record/event-topics';

type Props = {
  path: string;
  /** What was typed, as it stands in the address. */
  typed: Record<string, string>;
  problems: { field: 'from' | 'until'; sentence: string }[];
} & Pick<NarrowedHistory, 'people' | 'measures'>;

/** What a history is narrowed to: whom, what, which measure, from which day to which. */
export function HistoryFilter({ path, typed, problems, people, measures }: Props) {
  const topics = Object.entries(eventTopics).map(([value, text]) => ({ value, text }));
  const persons = people.map(({ id, name }) => ({ value: String(id), text: name }));
  const titles = measures.map(({ code, title }) => ({ value: code, text: title }));
  return (
    <form action={path} method="get" className="history-filter" aria-label="Narrow the history">
      <Choice name="person" label="Who" all="Everybody" options={persons} chosen={typed.person} />
      <Choice name="topic" label="What" all="Everything" options={topics} chosen={typed.topic} />
      {titles.length > 0 && (
        <Choice name="measure" label="Measure" all="All measures" options={titles} chosen={typed.measure} />
      )}
      <Day name="from" label="From" typed={typed.from} problems={problems} />
      <Day name="until" label="To" typed={typed.until} problems={problems} />
      <p className="steps">
        <button type="submit" className="button secondary">
          Show
        </button>
        <a href={path}>Show all</a>
      </p>
    </form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  all: string;
  options: { value: string; text: string }[];
  chosen: string | undefined;
};

function Choice({ name, label, all, options, chosen }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={`history-${name}`}>{label}</label>
      <select id={`history-${name}`} name={name} defaultValue={chosen}>
        <option value="">{all}</option>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

type DayProps = Pick<Props, 'problems'> & { name: 'from' | 'until'; label: string; typed: string | undefined };

function Day({ name, label, typed, problems }: DayProps) {
  const problem = problems.find(({ field }) => field === name);
  return (
    <div className={problem ? 'field wrong' : 'field'}>
      <label htmlFor={`history-${name}`}>{label}</label>
      {problem && (
        <p className="problem" id={`history-${name}-problem`}>
          {problem.sentence}
        </p>
      )}
      <input
        id={`history-${name}`}
        name={name}
        defaultValue={typed}
        placeholder="30 September 2018"
        autoComplete="off"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `history-${name}-problem` : undefined}
      />
    </div>
  );
}
