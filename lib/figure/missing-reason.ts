/** Why there is no value; missing is never 0. Source: docs/rules.md, Figures. */
export const missingReasons = [
  'not_available_yet',
  'not_applicable',
  'not_collected',
  'method_changed',
  'suppressed_at_source',
] as const;
export type MissingReason = (typeof missingReasons)[number];

/** Each reason in words: on its own, and as the end of "there is no figure, because …". */
export const missingWords: Record<MissingReason, { title: string; because: string }> = {
  not_available_yet: { title: 'Not available yet', because: 'it is not available yet' },
  not_applicable: { title: 'Not applicable', because: 'the measure does not apply to this period' },
  not_collected: { title: 'Not collected', because: 'it was not collected' },
  method_changed: { title: 'Method changed', because: 'the method of counting has changed' },
  suppressed_at_source: { title: 'Suppressed at source', because: 'it was suppressed by the body that supplies it' },
};

/** The shorthand of the Government Analysis Function for a figure that is not there: not available, not applicable, confidential. */
export const missingMarkers = {
  not_available_yet: 'x',
  not_applicable: 'z',
  not_collected: 'x',
  method_changed: 'x',
  suppressed_at_source: 'c',
} as const satisfies Record<MissingReason, string>;
export type MissingMarker = (typeof missingMarkers)[MissingReason];

export const markerWords: Record<MissingMarker, string> = {
  x: 'not available',
  z: 'not applicable',
  c: 'confidential',
};
