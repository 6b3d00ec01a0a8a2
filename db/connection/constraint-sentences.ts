import { Refused, StepRefused } from '@/lib/form/refused';

/** Each rule of the record that a race, or a hand past our own rules, can come up against, as a sentence for a person. */
const sentences: Record<string, string> = {
  one_reading_per_period: 'Somebody else has just begun this reading: open it again to see what is there now.',
  one_open_revision_per_period: 'A correction of this reading is being written already: open the reading to see it.',
  two_pairs_of_eyes: 'Nobody approves what they wrote or submitted: it takes another pair of eyes.',
  a_judged_status_is_signed:
    'A colour is judged with the approval, by the head of service or a deputy, and never by or for the owner of the measure.',
  submitted_has_a_figure_or_a_reason: 'Give the figure, or choose a reason why there is none.',
  a_correction_has_a_public_note: 'Tell the public in a sentence what was corrected and why.',
  one_edition_per_number: 'Somebody else has just published this service: look at the new edition first.',
  one_waiting_release_per_service: 'A release of this service is announced already: move or cancel it first.',
  one_move_per_moment: 'This release has just been moved: look at it again.',
  a_reader_is_listed_once: 'This person is on the list already.',
  one_service_per_address: 'Another service has this address already: choose another one.',
  an_address_stays_with_its_service: 'This address leads to another service for ever: choose another one.',
  one_measure_per_code: 'Another measure has this code already: choose another one.',
  one_measure_per_number: 'Another measure of this service has this number already: choose another one.',
  one_target_per_period: 'Somebody else has just set a target from this period: look at it first.',
  one_outturn_per_year: 'Somebody else has just entered the outturn of this year: look at it first.',
  later_targets_are_decided: 'A target that follows another one needs its decision: why, who decided it, and when.',
  targets_in_use_stand:
    'Approved figures were judged by this target, so it stands: set another one from a later period.',
  no_reading_beside_history:
    'The figure of this period was published elsewhere and came in as history: it is not entered here as well.',
  no_history_beside_readings: 'A reading of one of these periods has just been begun: leave that period out.',
  one_history_figure_per_period: 'A figure of one of these periods has just come in: leave that period out.',
  history_comes_before_editions:
    'This service has just published: figures that were published elsewhere come in before the first edition.',
  no_edition_while_history_waits:
    'Figures that were published elsewhere wait for the head of service: confirm them or throw them away first.',
  history_takes_two_pairs_of_eyes: 'Nobody confirms figures that they brought in: it takes another pair of eyes.',
  history_stands: 'These figures do not wait any more: look at what became of them.',
  one_correction_of_history: 'Somebody else has just corrected this figure: look at it again.',
  only_confirmed_history_is_corrected: 'Only a figure of history that is confirmed is corrected.',
  a_correction_takes_two_pairs_of_eyes: 'Nobody confirms a correction that they wrote: it takes another pair of eyes.',
  corrections_of_history_stand: 'This correction does not wait any more: look at what became of it.',
  one_exception_per_figure: 'Somebody else has just asked for this figure to be shown: look at that first.',
  an_exception_takes_two_pairs_of_eyes:
    'Nobody confirms an exception that they asked for: it takes another pair of eyes.',
  exceptions_stand: 'This exception does not wait any more: look at what became of it.',
  stands_for_ever: 'What is published stands: it can be corrected, and never changed.',
};

/** The name of the constraint that an error of the database tells of, or null. */
export function constraintOf(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const name = (cause as { constraint_name?: unknown }).constraint_name;
    if (typeof name === 'string') return name;
  }
  return null;
}

/** The refusal that an error means to a person; an error that is none of ours comes back as it was. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof Refused) return error;
  const sentence = sentences[constraintOf(error) ?? ''];
  return sentence ? new StepRefused(sentence) : error;
}
