/** Whether a text can be an e-mail address: something, an @, something, and no blank. Only a letter that arrives proves one. */
export const isEmailAddress = (text: string): boolean => /^[^@\s]+@[^@\s]+$/.test(text);
