/** How somebody signed in, after “signed in”. */
export const byWords: Record<string, string> = {
  password: ' with a password',
  single_sign_on: ' by single sign-on',
  demonstration: ' in the demonstration',
  invitation: ' by an invitation',
  set_up: ' by setting up the council',
};

/** Where somebody was signed out, after “was signed out”. */
export const whereWords: Record<string, string> = {
  one: 'in one browser',
  others: 'everywhere but in one browser',
  too_many: 'in the oldest session, as there were too many',
};

/** Why a sign-in was refused, after “was refused at sign-in”. */
export const whyWords: Record<string, string> = {
  unknown: ': nobody has this address',
  password: ': another password was typed',
  no_password: ': no password is set',
  left: ': this person has left',
  throttled: ': too many tries',
};
