import { pgEnum } from 'drizzle-orm/pg-core';
import { announcementStates } from '@/lib/edition/announcement';
import { missingReasons } from '@/lib/figure/figure';
import { comparators, comparisons, polarities, unitNames } from '@/lib/measure/measure';
import { roles } from '@/lib/people/person';
import { revisionReasons } from '@/lib/reading/revision';
import { releases, states } from '@/lib/reading/workflow';
import { eventKinds, subjects } from '@/lib/record/event';
import { shapes } from '@/lib/target/target';
import { frequencies, windows } from '@/lib/time/period';

/** The closed lists of words that a column may hold; each list is the one in `lib`. */
export const unit = pgEnum('unit', unitNames);
export const polarity = pgEnum('polarity', polarities);
export const comparator = pgEnum('comparator', comparators);
export const comparison = pgEnum('comparison', comparisons);
export const frequency = pgEnum('frequency', frequencies);
export const periodWindow = pgEnum('period_window', windows);
export const shape = pgEnum('target_shape', shapes);
export const missing = pgEnum('missing_reason', missingReasons);
export const state = pgEnum('reading_state', states);
export const role = pgEnum('role', roles);
export const release = pgEnum('release_mode', releases);
export const kind = pgEnum('event_kind', eventKinds);
export const subject = pgEnum('event_subject', subjects);
export const revisionReason = pgEnum('revision_reason', revisionReasons);
export const announcementState = pgEnum('announcement_state', announcementStates);
