export { WebChatAdapter } from './adapter.ts';
export {
  DirectLine,
  type DirectLineOperation,
  type DirectLineRequest,
  type DirectLineResponse,
} from './direct-line.ts';
export { checkLink, type File, filesOf, LINK_DAYS, readFile } from './files.ts';
export { PENDING } from './inbox.ts';
export { CONVERSATIONS } from './incoming.ts';
export { BODY_LIMIT } from './limits.ts';
export { type RenderContext, render } from './render.ts';
export { loadSecret } from './token.ts';
export { TRANSCRIPTS, transcriptStream } from './transcript.ts';
