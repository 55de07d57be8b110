/** The readers that steps use for fields of their own, handed on so that dialogs know no room behind this one. */
export {
  readBudget,
  readChoice,
  readChoices,
  readDate,
  readIndicator,
  readInteger,
  readMilestones,
  readMoney,
  readPeriod,
  readPerson,
  readPlace,
  readDepartment,
  readRisks,
  readSdgs,
  readStatements,
  readText,
  readYesNo,
} from '../understanding/index.ts';
export { type Reading, read, unread } from '../understanding/reading.ts';
