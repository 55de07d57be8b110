/** What a user's words mean: values, dates, money, commands and questions. All readers are pure. */
export { asksForAdvice, leavesItToUs } from './advice.ts';
export { carried } from './carried.ts';
export { type ChallengeQuestion, readChallengeQuestion } from './challenge.ts';
export { type ChangeReading, readChange } from './change.ts';
export type { ChatTopic } from './chit-chat.ts';
export { readChoice, readChoices, type Several } from './choices.ts';
export { type FollowUp, readFollowUp } from './command-follow-up.ts';
export { readRestatement, readTakenBack, retracts, type TakenBack } from './command-restated.ts';
export { type Beginning, type Command, type Correction, type ExportFormat, readCommand } from './commands.ts';
export { COUNTRY, isCountry } from './countries.ts';
export { onlyAffirms, onlyDenies, onlyNods, plainWords } from './courtesy.ts';
export { readDate, readYearSpan } from './dates.ts';
export { deniesAll } from './denial.ts';
export { DEPARTMENTS, departmentNamed, readDepartment } from './departments.ts';
export { acceptsDraft, readDraftEdit, wantsAnother } from './draft-words.ts';
export {
  ELEMENT_KINDS,
  type ElementCommand,
  type ElementKind,
  kindOf,
  readLooseRemoval,
} from './elements.ts';
export { onlyFigures } from './figures.ts';
export { findPlaces } from './find-places.ts';
export { findPopulations } from './find-populations.ts';
export { findSponsors } from './find-sponsors.ts';
export { findMoney, findPeriods } from './find-values.ts';
export { agreePost } from './gender.ts';
export { type HistoryAsk, readHistory } from './history-phrases.ts';
export { type IndicatorReading, readIndicator, readIndicators } from './indicator.ts';
export {
  CODE_DIGITS,
  CODE_LENGTH,
  CODE_LETTERS,
  type LinkingAsk,
  readLinking,
} from './linking-phrases.ts';
export { type Milestone, readMilestones } from './milestone.ts';
export { type Budget, readBudget, readMoney } from './money.ts';
export { departmentsOf } from './municipalities.ts';
export { type NumberedAnswer, readNumbered } from './numbered.ts';
export { type Limits, readInteger, readNumber } from './numbers.ts';
export type { Option } from './options.ts';
export { readPositions } from './ordinals.ts';
export { type Period, readLength, readPeriod } from './periods.ts';
export { readPerson } from './person.ts';
export type { PictureName } from './picture-phrases.ts';
export { type Place, readPlace } from './place.ts';
export { wantsPlan } from './plan-wish.ts';
export { notAfter, type Report, reportIn } from './progress-report.ts';
export { isQuestion, onlyLeads, questionText } from './question.ts';
export { type Reading, type ReadingContext, read, unread } from './reading.ts';
export { type ReminderAsk, readReminder } from './reminder-phrases.ts';
export { readReport } from './report-phrases.ts';
export { respell } from './respell.ts';
export { type Risk, readRisks } from './risk.ts';
export { readSdgs } from './sdgs.ts';
export { clausesOf, questionsIn, type Said, type Span, sentencesOf, withheldIn } from './segments.ts';
export { readStatements, type Split, withTheirOwn } from './statements.ts';
export type { StepNamed } from './step-phrases.ts';
export { echoes, isRhetorical, type Tentative, tentativeAnswer } from './tentative.ts';
export { readName, readText } from './text.ts';
export { readVerdicts, tellsVerdicts } from './verdicts.ts';
export { readYesNo } from './yes-no.ts';
