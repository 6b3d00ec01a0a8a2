import type { DemoMeasure } from './demo-measure';
import { journeys } from './highways/journeys';
import { lightsPathsAndSalt } from './highways/lights-paths-and-salt';
import { potholes } from './highways/potholes';
import { residents } from './highways/residents';

/** Twelve invented measures that show the conventions which the founding report does not use. */
export const highwaysAndTransport: DemoMeasure[] = [
  ...potholes,
  ...lightsPathsAndSalt,
  ...journeys,
  ...residents,
].toSorted((a, b) => a.number - b.number);
