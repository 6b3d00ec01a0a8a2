'use client';

import { useEffect } from 'react';
import { exploreCharts } from './chart-explorer';

/** Makes the charts of a page behind the sign-in explorable; it shows nothing itself. */
export function ChartExplorer() {
  useEffect(() => exploreCharts(document), []);
  return null;
}
