// The sign that the assistant is at work, while an answer takes long.

/** An answer that takes no longer needs no sign. */
const AFTER_MS = 1_200;
/** Web Chat takes the sign away by itself: it is given again before. */
const AGAIN_MS = 4_000;
/** Nothing comes any more. */
const AT_MOST_MS = 90_000;

/** Web Chat's middleware: shows the assistant typing from when the service took a message until it answers. */
export const waiting = ({ dispatch }) => {
  let timer;
  let asked = false;

  function sign(since) {
    if (performance.now() - since > AT_MOST_MS) return;
    const now = new Date().toISOString();
    const from = { id: 'asistente', role: 'bot' };
    const activity = { type: 'typing', id: `typing-${now}`, timestamp: now, from, channelData: {} };
    dispatch({ type: 'DIRECT_LINE/INCOMING_ACTIVITY', payload: { activity } });
    timer = setTimeout(() => sign(since), AGAIN_MS);
  }

  return (next) => (action) => {
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY_PENDING') asked = true;
    else if (action.type === 'DIRECT_LINE/POST_ACTIVITY_FULFILLED' && asked) {
      clearTimeout(timer);
      timer = setTimeout(() => sign(performance.now()), AFTER_MS);
    } else if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY') {
      const { from, type } = action.payload.activity;
      if (type === 'message' && from.role === 'bot') {
        asked = false;
        clearTimeout(timer);
      }
    }
    return next(action);
  };
};
