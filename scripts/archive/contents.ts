/** Every table that goes into an archive, with what it holds, for people. A table that is new stands here or in `leftOut`. */
export const archived: Record<string, string> = {
  council: 'The council: its name, contact, area code and the licence of its figures.',
  people: 'Everybody who works or worked with the record, without their passwords.',
  roles: 'Who is performance officer, administrator or councillor.',
  identities: 'Accounts of single sign-on, each tied to its person.',
  services: 'The services of the council, each with a scorecard, its head and its addresses.',
  deputies: 'Who stood in for which head of a service, from when until when.',
  measures: 'What is counted: each measure with its rules, its service and its owner.',
  definition_versions: 'Each wording that a measure has had, with the decision that changed it.',
  series_breaks: 'Where the figures of a measure stop being alike with those before, and why.',
  rebases: 'Where the process control of a measure begins anew, and why.',
  targets: 'What a measure should reach, from which period on, and who decided it.',
  outturns: 'The final figure of each finished year of a measure, or why there is none.',
  benchmarks: 'The series of others beside a measure: England, a region, neighbours.',
  benchmark_values: 'The figures of those series, each with the days that it is about.',
  readings:
    'Each figure of a measure in a period, its comments, its state and who signed it; a correction is a further row.',
  actions: 'What is being done, beside a reading.',
  reading_versions: 'Each content that a reading has had, with who saved it and its SHA-256.',
  announcements: 'Releases that were announced: when each was due, and what became of it.',
  announcement_moves: 'Each time that an announced release was moved, and why.',
  pre_release_readers: 'Who might read an announced edition before its release.',
  editions: 'Each published edition of a scorecard, with its SHA-256.',
  edition_rows: 'The rows of each edition as they were published.',
  edition_sheets: 'The page of each measure in an edition as it was published.',
  edition_readings: 'Each figure in the edition that was the first to show it.',
  revisions: 'Each published figure that a later edition shows in another form, and why.',
  departures: 'Each retired measure, in the edition that was the first without it.',
  edition_terms: 'The words that an edition explains, as they were when it was published.',
  withdrawals: 'Editions that were withdrawn, and why.',
  committees: 'The committees of councillors.',
  committee_services: 'Which services report to which committee.',
  meetings: 'The days on which a committee meets.',
  meeting_moves: 'Meetings that were moved or cancelled, and why.',
  proclaimed_holidays: 'Bank holidays by proclamation.',
  glossary_terms: 'The words that the council or a service explains.',
  silenced_checks: 'Kinds of warnings about words that a service is not shown, each with the reason.',
  history_batches:
    'Figures that were published elsewhere before a first edition, as they came in together and were confirmed.',
  history_figures: 'Each of those figures.',
  history_corrections:
    'What one of those figures was corrected to, and what it was: who wrote it, why, and who confirmed it.',
  disclosure_decisions:
    'What was decided on small counts of people, for a measure or as the default of a service, and why.',
  disclosure_exceptions: 'Figures that are shown in spite of that: who asked, why, and who confirmed it.',
  remembered_answers: 'What was answered about the headings and words of the sheets that the council keeps.',
  systems: 'Systems that send readings by a token, without the hashes of their tokens.',
  system_measures: 'The measures whose readings each of them may send.',
  events: 'What happened, who did it and when: each event carries the SHA-256 of the one before it in its chain.',
};

/** Every table that stays, with why. */
export const leftOut: Record<string, string> = {
  sessions: 'who is signed in where: it ends with the installation',
  invitations: 'links to a first or a new password: they end with the installation, and people get new ones',
  set_up_links: 'addresses at which a record without a council is given one',
  devices: 'browsers that have signed in here before',
  guesses: 'wrong passwords of the last minutes',
  refused_sign_ins: 'counts of refused sign-ins of the last days',
  kept_typing: 'what somebody was typing when their session ended, kept for a day',
  unsaved_typing: 'what somebody has typed and not saved, kept for a day',
  answers: 'what a form was answered, so that the same form sent twice changes nothing more',
  lived_day: 'the day that a demonstration lives in: each start sets it',
  imports: 'files that somebody is bringing in, and the list of those before: the events of the record tell of each',
  import_rows: 'what the rows of those files come to',
  system_uses: 'when a system last used its token',
  papers: 'committee papers under the key of an installation: they are made anew from the editions',
  committee_papers: 'papers of committees under the key of an installation: they are made anew from the editions',
  renderings: 'rendered pages under the key of an installation: they are made anew from the editions',
};

/** Columns that stay, with why. */
export const withheld: Record<string, Record<string, string>> = {
  people: { password_hash: 'the hash of a password stays where the password was set' },
  systems: { token_hash: 'the hash of a token stays where the token was made' },
};
