/** The SHA-256 of what each function of the database does, so that one that does nothing in its place is seen. */
export const functions: Record<string, string> = {
  stands_for_ever: '2e66303f23d5d506bcbc6472e9567236cf214fe4a33a39495ac65e4dce01f2d3',
  stands_with_its_reading: 'be3c9d353adfa1c84008ffed5ab7402a4a98f2bbe0fbd5d1bcd40ab66ac030c9',
  another_pair_of_eyes: '5d10e687303ad407d4e0ef5114807dd06ac02bfbefb9f12d2f4216db84c87326',
  approvers_write_nothing: '5b2c4f41df79968d0f75bbe8c1929d5d42054078232b8ee20f7108ed9e0e7418',
  later_targets_are_decided: 'f00ba99e8d462c7320615b4797e81149298f4ff96f731401dc3f7dc0b4c18be0',
  targets_in_use_stand: '146c7ba34c3f4406907e2f8965e468a8b0add73f91d54e931d8088ac5028db24',
  judged_status_is_signed: 'bf37f3579821a31ca555abcb9ec4a6b5dd46c026b99ca47168d480b4296d8e56',
  addresses_stay: '7ca93a1959b33700ba3178fe55cf8070f6c07b3b19eca43fb56b816c03cfeee4',
  history_batches_stand: 'e15255503e5c93b6900272454d68681ba1b5cbed4e37c2a4833911d2c7486d3d',
  history_figures_stand: 'c84ea48bf09982331d882e9a26948b46a0b0590c472963ae777fb93df6ffc748',
  history_figures_fit: 'e95b7628af0d1254d8880031d3c6f85c6088c78a95b5141f72b0a16c7c067581',
  no_reading_beside_history: 'bec5101176df2832d54bab19a9b1fdbd04fe0a5ba5f7f19405db02434b506c3c',
  no_edition_while_history_waits: '702bb74119f2f05b462cbc25b42784fded4339a31a3b8c3c74966ee956cf684a',
  disclosure_exceptions_stand: 'e69874f7689592281f7528f901a9954d300c7a8f58203b291f6320de48e50f47',
  history_corrections_stand: '9729eb78939b157edc14e6d094754ef3d50c90127840a73b96550fefc6daed65',
  tells_of_rows: '19724e58297593c84ac1854d6331a1a803cde2262b3cb4106ba5bf5d9d172586',
};
