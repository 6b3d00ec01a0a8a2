// Loaded into the server (and inherited by what it forks) by --import: when the launcher is killed outright, its channel
// closes and the server leaves too, instead of keeping the port.
process.once('disconnect', () => process.exit(1));
