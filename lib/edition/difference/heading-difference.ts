/** What stands above the rows of an edition and may differ from the edition before. */
export type Heading = { name: string; notice: string | null; comparisonYear: string };

/** What changed above the rows of an edition, each thing as a sentence; none where nothing did. */
export function headingChanges(was: Heading, is: Heading): string[] {
  return [
    ...(was.name === is.name ? [] : [`The service is called ${is.name}; was ${was.name}.`]),
    ...noticeChange(was.notice, is.notice),
    ...(was.comparisonYear === is.comparisonYear
      ? []
      : [`Last year’s figures are of ${is.comparisonYear}; were of ${was.comparisonYear}.`]),
  ];
}

function noticeChange(was: string | null, is: string | null): string[] {
  if (was === is) return [];
  if (is === null) return [`The notice above the scorecard is gone; was “${was}”`];
  return [was === null ? `A notice stands above the scorecard: “${is}”` : `The notice now reads “${is}”; was “${was}”`];
}
