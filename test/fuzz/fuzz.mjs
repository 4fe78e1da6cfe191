// `npm run fuzz`: plain JavaScript, so that every Node.js can start it; it has the TypeScript that follows compiled on the way.
import './instrument/register.mjs';

const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
