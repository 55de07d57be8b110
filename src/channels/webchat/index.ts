export { WebChatAdapter } from './adapter.ts';
export {
  DirectLine,
  type DirectLineOperation,
  type DirectLineRequest,
  type DirectLineResponse,
} from './direct-line.ts';
export { type File, readFile } from './files.ts';
export { BODY_LIMIT } from './limits.ts';
export { type RenderContext, render } from './render.ts';
export { loadSecret } from './token.ts';
export { erasure } from './transcript.ts';
