// The forms that the assistant shows: what is sent of one is said as the person's words, once, and the form goes.

const CARD = 'application/vnd.microsoft.card.adaptive';

/** What the button of a form sends back, where an activity has one. */
function formOf({ attachments = [] }) {
  for (const { contentType, content } of attachments)
    if (contentType === CARD)
      for (const { data } of content?.actions ?? []) if (data?.card === 'form') return { ...data, content };
  return undefined;
}

/** What was filled in, a line for each answer: the words of a choice, not its number. */
function written(content, inputs) {
  return content.body.flatMap(({ id, label, choices }) => {
    const given = String(inputs[id] ?? '').trim();
    if (id === undefined || given === '') return [];
    const words = choices
      ? given.split(',').flatMap((value) => choices.filter((choice) => choice.value === value))
      : [{ title: given }];
    return [`${label}: ${words.map(({ title }) => title).join('; ')}`];
  });
}

/** The same activity without its form: the question above it stays. */
const withoutForm = (activity) => ({
  ...activity,
  attachments: activity.attachments.filter(({ contentType }) => contentType !== CARD),
});

/**
 * Web Chat's middleware for forms.
 * @param longest most characters of an answer
 * @param tell says something beside the conversation: an id and the words
 * @param sent is called once a form was sent, when the focus has lost its place
 */
export const forms =
  ({ longest, empty, tooLong, tell, sent }) =>
  ({ dispatch }) => {
    const shown = new Map();
    const gone = new Set();
    const underWay = new Map();

    /** A form that comes after it was sent, as in a conversation that is brought back, does not show. */
    function receive(next, action) {
      const { activity } = action.payload;
      const form = formOf(activity);
      if (form) {
        shown.set(form.id, activity);
        const shows = gone.has(form.id) ? withoutForm(activity) : activity;
        return next({ ...action, payload: { ...action.payload, activity: shows } });
      }
      const result = next(action);
      const id = activity.channelData?.form;
      if (id === undefined || gone.has(id)) return result;
      gone.add(id);
      const filled = shown.get(id);
      if (filled) dispatch({ type: 'DIRECT_LINE/INCOMING_ACTIVITY', payload: { activity: filled } });
      return result;
    }

    function submit(value) {
      const form = shown.get(value.id);
      if (!form || gone.has(value.id) || [...underWay.values()].includes(value.id)) return;
      const lines = written(formOf(form).content, value);
      if (lines.length === 0) tell('form', empty);
      else if (lines.some((line) => line.length > longest)) tell('form', tooLong);
      else {
        const text = lines.join('\n');
        dispatch({ type: 'WEB_CHAT/SEND_MESSAGE_BACK', payload: { displayText: text, text, value } });
        sent();
      }
    }

    return (next) => (action) => {
      switch (action.type) {
        case 'DIRECT_LINE/INCOMING_ACTIVITY':
          return receive(next, action);
        case 'WEB_CHAT/SEND_POST_BACK':
          if (action.payload.value?.card !== 'form') return next(action);
          return submit(action.payload.value);
        case 'DIRECT_LINE/POST_ACTIVITY_PENDING': {
          const { value } = action.payload.activity;
          if (value?.card === 'form') underWay.set(action.meta.clientActivityID, value.id);
          return next(action);
        }
        case 'DIRECT_LINE/POST_ACTIVITY_REJECTED':
          underWay.delete(action.meta.clientActivityID);
          return next(action);
        default:
          return next(action);
      }
    };
  };
