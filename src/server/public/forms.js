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

/** What stands in an input of a form that is shown, as the form would send it. */
function typedIn(name) {
  const place = document.getElementById(name);
  const boxes = [...(place?.querySelectorAll('[type=checkbox], [type=radio]') ?? [])];
  if (boxes.length === 0) return place?.querySelector('input, select, textarea')?.value ?? '';
  return boxes
    .filter(({ checked }) => checked)
    .map(({ value }) => value)
    .join(',');
}

/** An activity whose form has what was already typed in an earlier form for the same questions. */
function takingOver(activity, form, earlier) {
  const typed = new Map(Object.entries(earlier.keys).map(([name, key]) => [key, typedIn(name)]));
  const body = form.content.body.map((part) => {
    const value = typed.get(form.keys[part.id]);
    return value ? { ...part, value } : part;
  });
  return {
    ...activity,
    attachments: activity.attachments.map((attachment) =>
      attachment.content === form.content
        ? { ...attachment, content: { ...form.content, body } }
        : attachment,
    ),
  };
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

    /** Takes a form off the page: it was sent, or stands again further down. */
    function close(id) {
      if (id === undefined || gone.has(id)) return;
      gone.add(id);
      const activity = shown.get(id);
      if (activity)
        dispatch({ type: 'DIRECT_LINE/INCOMING_ACTIVITY', payload: { activity: withoutForm(activity) } });
    }

    function receive(next, action) {
      const { activity } = action.payload;
      const form = formOf(activity);
      if (!form || shown.has(form.id)) {
        const result = next(action);
        close(activity.channelData?.form);
        return result;
      }
      const earlier = [...shown.values()]
        .map(formOf)
        .find(({ id, ask }) => ask === form.ask && !gone.has(id));
      const shows = earlier ? takingOver(activity, form, earlier) : activity;
      shown.set(form.id, shows);
      const result = next({ ...action, payload: { ...action.payload, activity: shows } });
      close(earlier?.id);
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
