/** Node.js the service is written for; `npm ci` brings it and `npm start` runs on it. */
const NODE = 24;

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < NODE) {
  console.error(`This is Node.js ${process.versions.node}; the service needs ${NODE}. Run: npm start`);
  process.exitCode = 1;
} else {
  // Loaded only here: older versions stop at what these modules import.
  const { run } = await import('./server/run.ts');
  await run();
}

export {};
