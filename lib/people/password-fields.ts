/** The fields in which passwords are typed, by the names under which form and command speak of them. */
export const passwordFields = {
  present: 'present-password',
  wanted: 'new-password',
  first: 'password',
  again: 'password-again',
} as const;
