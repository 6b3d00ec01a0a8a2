'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import type { Chart } from './tremor-charts';

/** Only a browser with a script needs the library, and only there are its styles set in a way that the policy allows. */
const TremorChart = lazy(() => import('./tremor-charts'));

/** A chart beside the table that has its figures: drawn once the page's script runs, and left out on paper. */
export function ChartDrawing({ chart, label }: { chart: Chart; label: string }) {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => setDrawn(true), []);
  return (
    <div className={`drawn ${chart.kind}`}>
      {isDrawn && (
        <Suspense fallback={null}>
          <figure aria-label={label}>
            <TremorChart chart={chart} />
          </figure>
        </Suspense>
      )}
    </div>
  );
}
