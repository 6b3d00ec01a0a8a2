import { exploreCharts } from './chart-explorer';
import { followSpans } from './span-links';

/** What the script of a public page with a chart does once it is there; scripts/set-up/assets.mjs makes the file from this. */
exploreCharts(document);
followSpans(document);
