'use client';

import type { OutturnPage } from '@/db/queries/framework/outturns';
import type { FormAction } from '@/lib/form/form-state';
import { AreaField, LineField, RadioField, SelectField } from './framework-fields';
import { FrameworkForm } from './framework-form';

type Props = {
  page: OutturnPage;
  /** What was being typed when a session ended. */
  kept: Record<string, string> | null;
  /** The year that was asked for, by the year in which it began. */
  chosen: string | null;
  fresh: string;
  step: FormAction;
};

const standings = [
  { value: 'final', text: 'It is final' },
  { value: 'provisional', text: 'It may still change', hint: 'The scorecard marks it as provisional' },
  { value: 'none', text: 'There is none', hint: 'The scorecard says why' },
];

/** The final figure of a finished year, and where it comes from. */
export function OutturnForm({ page, kept, chosen, fresh, step }: Props) {
  const { code, unit, years, was, proposal, isPublished, closedWith } = page;
  // Whoever closes a year has chosen it already.
  const year = years.find((each) => each.year === chosen);
  const entered = year ? year.value !== null : years.some(({ value }) => value !== null);
  const isProposed = proposal?.figure && (!year || year.name === proposal.name);
  const reasonLabel = entered
    ? 'If another figure is entered for this year already: why does it change?'
    : isProposed && 'If it is another figure than the readings give: why?';
  return (
    <FrameworkForm
      step={step}
      opened={kept ?? openedWith(page, chosen)}
      hidden={{
        code,
        was: JSON.stringify(was),
        ground: proposal?.seen ?? '',
        groundYear: proposal ? String(proposal.year) : '',
        from: chosen ? 'year_end' : 'measure',
      }}
      fresh={fresh}
      save="Check and save"
      back={
        chosen
          ? {
              href: `/settings/year-end/${page.service.slug}${closedWith ? `?year=${closedWith}` : ''}`,
              text: 'Back to the year end',
            }
          : { href: `/settings/measures/${code}`, text: 'Leave it as it is' }
      }
    >
      {(state) => (
        <>
          {year ? (
            <input type="hidden" name="year" value={year.year} />
          ) : (
            <SelectField
              state={state}
              name="year"
              label="Of which year?"
              choices={years.map(({ year, name, value }) => ({
                value: year,
                text: value ? `${name}: ${value}` : name,
              }))}
            />
          )}
          <LineField
            state={state}
            name="value"
            label={`What was the figure of the whole year${year ? ` ${year.name}` : ''}?`}
            hint={`In the unit of the measure (${unit}), as exactly as it is known`}
            look="short"
          />
          <AreaField
            state={state}
            name="source"
            label="Where does it come from?"
            hint="Such as “the statutory return of June 2026”"
          />
          <RadioField state={state} name="standing" label="Is it final?" choices={standings} />
          <AreaField
            state={state}
            name="why"
            label="If it may still change, or there is none: why?"
            hint="The public reads this"
          />
          {reasonLabel && (
            <AreaField state={state} name="reason" label={reasonLabel} hint="The history of the measure tells this" />
          )}
          {!reasonLabel && <input type="hidden" name="reason" value="" />}
          {entered && isPublished && (
            <AreaField
              state={state}
              name="publicNote"
              label="If an edition shows that figure: what is the public told of the change?"
              hint="The next edition says so beside the new figure"
            />
          )}
        </>
      )}
    </FrameworkForm>
  );
}

/** The form as it is opened: with what is entered for the year that was asked for, or what its readings give. */
function openedWith({ years, proposal }: OutturnPage, chosen: string | null): Record<string, string> {
  const year = years.find((each) => each.year === chosen);
  const opened = { year: year?.year ?? years[0]?.year ?? '', standing: 'final' };
  if (year?.fields) return { ...opened, ...year.fields };
  const figure = year && year.name === proposal?.name ? proposal.figure : null;
  return figure ? { ...opened, value: figure.text, source: figure.words } : opened;
}
