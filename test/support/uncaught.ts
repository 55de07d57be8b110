// A process in which an error goes uncaught, with what must not be printed: as the service does, so does it.
import { openLog } from '../../src/observe/index.ts';
import { endOnUncaught, printToLogOnly } from '../../src/server/last-resort.ts';

const log = openLog('info');
endOnUncaught(log);
printToLogOnly(log);
const error = Object.assign(new Error('POST with Bearer s3cret-token and Zarzamoral'), {
  code: 'ECONNRESET',
  config: { headers: { authorization: 'Bearer s3cret-token' } },
  request: { body: 'Zarzamoral' },
});
console.error(error);
console.warn('Zarzamoral said', error.config);
void Promise.reject(error);
