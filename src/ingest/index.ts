export { READING_SECONDS, readBounded } from './bounded.ts';
export { type FaultReason, IngestFault } from './fault.ts';
export { type DocumentDetails, Library } from './library.ts';
export { type QuestionOptions, type QuestionsWritten, writeQuestions } from './questions.ts';
export { type DocumentText, FILE_LIMIT, FILE_TYPES, readDocument } from './readers/index.ts';
