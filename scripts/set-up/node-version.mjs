// Imported first by every command, so that an old Node hears a sentence and not a stack trace.
if (Number.parseInt(process.versions.node, 10) < 20) {
  console.error(`Candour needs Node 20 or newer, and this is Node ${process.versions.node}. See https://nodejs.org.`);
  process.exit(1);
}
