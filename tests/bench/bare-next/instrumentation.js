/** Its own, and empty: without one, the build takes the application's from the root, which starts the jobs. */
export function register() {}
