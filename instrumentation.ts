import { settings } from './app/_server/settings';

/**
 * Runs once when the server starts: a wrong setting stops it here, with a sentence, and not at somebody's page; then this
 * process learns where requests come from, and takes its part in the jobs.
 */
export async function register(): Promise<void> {
  settings();
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  const { notePeers } = await import('./app/_server/peer');
  notePeers();
  const { startJobs } = await import('./app/_server/jobs');
  startJobs();
}
