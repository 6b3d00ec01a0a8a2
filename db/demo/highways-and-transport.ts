import type { DemoMeasure } from './demo-measure';
import { journeys } from './highways/journeys';
import { lightsPathsAndSalt } from './highways/lights-paths-and-salt';
import { potholes } from './highways/potholes';
import { residents } from './highways/residents';
import { roadCondition } from './highways/road-condition';

/** Twelve invented measures that show the conventions which the founding report does not use. */
export const highwaysAndTransport: DemoMeasure[] = [
  ...potholes,
  ...lightsPathsAndSalt,
  ...journeys,
  ...residents,
  ...roadCondition,
].toSorted((a, b) => a.number - b.number);
