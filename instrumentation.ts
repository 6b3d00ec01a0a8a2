import { settings } from './app/settings';

/** Runs once when the server starts: a wrong setting stops it here, with a sentence, and not at somebody's page. */
export function register(): void {
  settings();
}
