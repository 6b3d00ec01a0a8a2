import type { Choice } from '@/lib/bring-in/understanding-shape';
import { type MissingReason, missingWords } from '@/lib/figure/missing-reason';
import type { Polarity, Unit } from '@/lib/measure/measure';
import type { Frequency, Window } from '@/lib/time/period';

const matched = <T>(list: [RegExp, T][], text: string): T | null =>
  list.find(([pattern]) => pattern.test(text))?.[1] ?? null;

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

const units: [RegExp, Unit][] = [
  [/^(?:%|percent|per ?cent|percentage|pct|percentage \(%\))$/, 'percent'],
  [/^(?:number|no\.?|num|count|#|integer|numeric|number \(#\)|ratio)$/, 'number'],
  [/^working days?$/, 'working_days'],
  [/^(?:(?:number of |calendar )?days?|days \(number\))$/, 'days'],
  [/^(?:number of )?weeks?$/, 'weeks'],
  [/^(?:number of )?months?$/, 'months'],
  [/^(?:hours?|hrs)$/, 'hours'],
  [/^(?:minutes?|mins?)$/, 'minutes'],
  [/^(?:rate |number |no\.? )?per 1,?000(?: .*)?$/, 'per_1000'],
  [/^(?:rate |number |no\.? )?per 10,?000(?: .*)?$/, 'per_10000'],
  [/^(?:rate |number |no\.? )?per 100,?000(?: .*)?$/, 'per_100000'],
  [/^(?:£|pounds?|gbp|currency|money|£s?)$/, 'pounds'],
  [
    /^(?:£ ?k|£ ?'?000s?|£ ?,000|£ ?thousands?|£000|pounds? thousand|thousands? (?:of )?pounds|000s)$/,
    'pounds_thousand',
  ],
  [/^(?:kg|kilograms?|kgs)$/, 'kilograms'],
  [/^(?:tonnes?|t|tonnes of co2e?)$/, 'tonnes'],
  [/^(?:score|points?|index)$/, 'score'],
];

/** The unit that a word of a column or a heading names, or null. */
export const unitIn = (text: string): Unit | null => matched(units, plain(text));

const inTitle: [RegExp, Unit][] = [
  [/£ ?(?:k\b|'?000|,000|thousand)|\(000s\)/, 'pounds_thousand'],
  [/per 100,?000/, 'per_100000'],
  [/per 10,?000/, 'per_10000'],
  [/per 1,?000/, 'per_1000'],
  [/%|\bper ?cent(?:age)?\b|\bproportion\b/, 'percent'],
  [/\bworking days\b/, 'working_days'],
  [/\((?:in )?days\)|^(?:average |mean |median )?(?:number of )?days\b|\b(?:time|duration|length)\b.*\bdays\b/, 'days'],
  [/\((?:in )?weeks\)|^(?:average |mean )?(?:number of )?weeks\b/, 'weeks'],
  [/\((?:in )?months\)/, 'months'],
  [/\((?:in )?hours\)/, 'hours'],
  [/\((?:in )?(?:minutes|mins)\)/, 'minutes'],
  [/\btonnes\b/, 'tonnes'],
  [/\((?:£|pounds)\)|^£|\bcost\b.*£/, 'pounds'],
];

/** The unit that the title of a measure or of a sheet speaks of, or null. */
export const unitInTitle = (title: string): Unit | null => matched(inTitle, plain(title));

const spans: [RegExp, Window][] = [
  [/\b(?:ytd|year[- ]to[- ]date|cumulative)\b|^(?!.*\b(?:since|from)\b)(?!.*\d{4}).*\bto[- ]date\b/, 'ytd'],
  [/\brolling\b.*\b(?:12|twelve|year)|\b(?:12|twelve)[- ]months? rolling\b|\brolling 12\b/, 'rolling12'],
  [
    /\bsnapshot\b|\bat (?:the )?(?:month|quarter|period|year)[- ]?end\b|\bat (?:the )?end of (?:the |each )?(?:month|quarter|period|year)\b/,
    'snapshot',
  ],
];

/** What the figures of a measure cover, where its title says it; null where it does not. */
export const windowInTitle = (title: string): Window | null => matched(spans, plain(title));

const polarities: [RegExp, Polarity][] = [
  [
    /^(?:neither|none|n\/?a|neutral|contextual|monitor(?:ing|ed)?(?: only)?|watch(?:ed)?|(?:for )?information(?: only)?|data only|no polarity|not applicable|[-–—]|neither higher nor lower.*)$/,
    'none',
  ],
  [/^(?:nearest|on target|nearer.*|range|within range|target)$/, 'nearest'],
  [
    /^(?:[↑▲⬆⇧↗△+]|up|high|higher|more|max|maximi[sz]e|increase|increasing|bigger|big|good high|positive|hib|bib|(?:higher|bigger|more|high|up|increase|increasing) (?:is|=) (?:better|good)|good to be high|(?:to )?be high|aim to maximi[sz]e|upwards?|high is good|h)$/,
    'higher',
  ],
  [
    /^(?:[↓▼⬇⇩↘▽]|down|low|lower|less|min|minimi[sz]e|decrease|decreasing|smaller|small|good low|negative|lib|sib|(?:lower|smaller|less|low|down|decrease|decreasing|fewer) (?:is|=) (?:better|good)|good to be low|(?:to )?be low|aim to minimi[sz]e|downwards?|low is good|l)$/,
    'lower',
  ],
];

/** Which way an arrow or a word says is better, or null. */
export const polarityIn = (text: string): Polarity | null =>
  matched(
    polarities,
    plain(text)
      .replace(/\ufe0f/g, '')
      .replace(/^(?:good|better|polarity)\s*[:=-]\s*/, ''),
  );

const frequencies: [RegExp, Frequency][] = [
  [/^(?:monthly|month|m|every month|per month)$/, 'monthly'],
  [/^(?:quarterly|quarter|qtr|qtrly|q|every quarter|3[- ]monthly)$/, 'quarterly'],
  [/^(?:termly|term|every term)$/, 'termly'],
  [
    /^(?:half[- _]yearly|6[- ]monthly|six[- ]monthly|bi[- ]?annual(?:ly)?|twice a year|half year|every half year)$/,
    'half_yearly',
  ],
  [/^(?:annual|annually|yearly|year|a|y|every year|per year|per annum)$/, 'annual'],
];

/** How often a word says that there is a figure, or null. */
export const frequencyIn = (text: string): Frequency | null => matched(frequencies, plain(text));

const reasons: [RegExp, MissingReason][] = [
  [
    /^(?:\[x\]|not available(?: yet)?|not yet available|awaiting data|data not available(?: yet)?)$/,
    'not_available_yet',
  ],
  [/^(?:\[z\]|not applicable)$/, 'not_applicable'],
  [/^(?:not collected|no data collected)$/, 'not_collected'],
  [/^(?:method changed)$/, 'method_changed'],
  [/^(?:\[c\]|suppressed(?: at source)?|confidential)$/, 'suppressed_at_source'],
];

/** Why there is no figure, where a word or a mark says so beyond doubt; null for anything else. */
export const reasonIn = (text: string): MissingReason | null => matched(reasons, plain(text));

/** What a word in the place of a figure may mean. */
export const reasonChoices: Choice[] = [
  ...(['not_available_yet', 'not_collected', 'not_applicable', 'suppressed_at_source'] as const).map((value) => ({
    value,
    label: missingWords[value].title.toLowerCase(),
  })),
  { value: 'left_out', label: 'leave it out' },
];
