import type { DemoMeasure } from './demo-measure';
import { journeys } from './highways/journeys';
import { lightsAndPaths } from './highways/lights-and-paths';
import { potholes } from './highways/potholes';
import { residents } from './highways/residents';
import { roadCondition } from './highways/road-condition';
import { salt } from './highways/salt';

/** Twelve invented measures that show the conventions which the founding report does not use. */
export const highwaysAndTransport: DemoMeasure[] = [
  ...potholes,
  ...lightsAndPaths,
  ...salt,
  ...journeys,
  ...residents,
  ...roadCondition,
].toSorted((a, b) => a.number - b.number);
