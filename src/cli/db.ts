import { readConfig } from '../config.ts';
import { databaseCommand } from './db-command.ts';

/** `npm run db -- check | backup FILE | restore FILE | set-aside | retry REF`: the database of the service. */
const { text, code } = await databaseCommand(process.argv.slice(2), readConfig());
(code === 0 ? console.log : console.error)(text);
process.exitCode = code;
