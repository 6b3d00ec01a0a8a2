import { pgEnum } from 'drizzle-orm/pg-core';
import { announcementStates } from '@/lib/announcement';
import { eventKinds, subjects } from '@/lib/event';
import { missingReasons } from '@/lib/figure';
import { comparators, comparisons, polarities, unitNames } from '@/lib/measure';
import { frequencies, windows } from '@/lib/period';
import { roles } from '@/lib/person';
import { revisionReasons } from '@/lib/revision';
import { shapes } from '@/lib/target';
import { releases, states } from '@/lib/workflow';

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
