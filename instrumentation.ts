import { settings } from './app/_server/server-settings';

/**
 * Runs once when the server starts: a wrong setting stops it here, with a sentence, and not at somebody's page; then this
 * process learns where requests come from, has its faults logged, takes its part in the jobs, and makes the search ready.
 */
export async function register(): Promise<void> {
  settings();
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  const { notePeers } = await import('./app/_server/peer-address');
  notePeers();
  if (process.env.NODE_ENV === 'production') {
    const { logConsole } = await import('./app/_server/console-lines');
    logConsole();
  }
  const { offerRecordGauges } = await import('./app/_server/record-gauges');
  offerRecordGauges();
  const { startJobs } = await import('./app/_server/jobs');
  startJobs();
  const { keepSearchReady } = await import('./app/(public)/search/ready-before-asked');
  keepSearchReady();
}
