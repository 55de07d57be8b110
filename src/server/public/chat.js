// The page around Web Chat: brings the conversation back, offers the starters, begins a new one.
const { WebChat } = window;
const DIRECT_LINE = `${location.origin}/v3/directline`;
const KEPT = 'accion-internacional.conversation';
const LONGEST_MESSAGE = 8_000;
/** A plan pasted as text, or sent as a file. */
const LONGEST_DATA = 500_000;
const RETRY_AFTER_MS = 2_000;
/** A second press of a button this soon is the same press. */
const SAME_PRESS_MS = 700;

const byId = (id) => document.getElementById(id);
const host = byId('webchat');
const { nonce, locale, placeholder, failed, loading, tooLong, tooFast, newWindow, bot, user } = host.dataset;
const starters = document.querySelectorAll('.about .starter');

/** Asks the Direct Line endpoint. Undefined when it refuses, an error when it cannot be reached. */
async function ask(path, token, body) {
  const headers = { 'Content-Type': 'application/json' };
  if (token) headers.Authorization = `Bearer ${token}`;
  const response = await fetch(DIRECT_LINE + path, {
    method: 'POST',
    headers,
    body: JSON.stringify(body ?? {}),
  });
  if (response.status >= 500) throw new Error(`the service answered ${response.status}`);
  return response.ok ? response.json() : undefined;
}

/** The conversation this browser remembers, with a fresh token, or a new one. */
async function openConversation() {
  const kept = remembered();
  const renewed = kept && (await ask('/tokens/refresh', kept.token));
  const opened =
    (renewed && (await ask('/conversations', renewed.token, { locale }))) ??
    (await ask('/conversations', undefined, { locale }));
  if (!opened) throw new Error('the service did not open a conversation');
  remember(opened);
  return opened;
}

// Where the browser keeps nothing (a private window, a policy) the conversation lasts as long as the page.
function remembered() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function remember({ conversationId, token }) {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ conversationId, token }));
  } catch {
    return;
  }
}

function forget() {
  try {
    localStorage.removeItem(KEPT);
  } catch {
    return;
  }
}

const narrow = matchMedia('(width < 820px)').matches;
const styleOptions = {
  accent: '#0f766e',
  backgroundColor: '#ffffff',
  primaryFont: 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  // On a phone the width goes to the text.
  botAvatarInitials: narrow ? undefined : bot,
  botAvatarBackgroundColor: '#0b2e4f',
  userAvatarInitials: narrow ? undefined : user,
  userAvatarBackgroundColor: '#0f766e',
  avatarSize: 34,
  bubbleBackground: '#eef3f7',
  bubbleTextColor: '#12263a',
  bubbleBorderColor: '#d5dde5',
  bubbleBorderRadius: 12,
  bubbleNubSize: 0,
  bubbleMaxWidth: 640,
  bubbleFromUserBackground: '#0b5b55',
  bubbleFromUserTextColor: '#ffffff',
  bubbleFromUserBorderColor: '#0b5b55',
  bubbleFromUserBorderRadius: 12,
  bubbleFromUserNubSize: 0,
  cardEmphasisBackgroundColor: '#eef3f7',
  uploadAccept: '.json,application/json',
  uploadMultiple: false,
  enableUploadThumbnail: false,
  sendAttachmentOn: 'attach',
  groupTimestamp: 300_000,
  timestampColor: '#45586a',
  subtle: '#45586a',
  sendBoxBorderTop: '1px solid #d5dde5',
  sendBoxButtonColor: '#0f766e',
  sendBoxButtonShadeColorOnHover: '#e3eff0',
  sendBoxHeight: 52,
  sendBoxTextWrap: true,
  sendBoxMaxHeight: 160,
  sendBoxPlaceholderColor: '#5b6d7e',
  suggestedActionLayout: 'flow',
  suggestedActionBackgroundColor: '#ffffff',
  suggestedActionBorderColor: '#0f766e',
  suggestedActionBorderRadius: 20,
  suggestedActionHeight: 36,
  suggestedActionTextColor: '#0b5b55',
  suggestedActionBackgroundColorOnHover: '#e3f1ef',
  suggestedActionBackgroundColorOnActive: '#cfe6e3',
  suggestedActionsFlowMaxHeight: 236,
};

/** Keeps a message that the service would refuse from being sent, and says why. */
const guard =
  ({ dispatch }) =>
  (next) =>
  (action) => {
    const text = action.type === 'WEB_CHAT/SEND_MESSAGE' ? (action.payload.text ?? '') : '';
    if (text.length <= (/^\s*(?:```(?:json)?\s*)?\{/.test(text) ? LONGEST_DATA : LONGEST_MESSAGE))
      return next(action);
    dispatch({
      type: 'WEB_CHAT/SET_NOTIFICATION',
      payload: { id: 'too-long', level: 'warn', message: tooLong },
    });
    return next({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text } });
  };

let pressed = { label: '', at: -Infinity };
/**
 * Takes a double click on a button once, also where a button of the next question already stands in its place.
 * Web Chat would send it twice, and its text box would stay read-only.
 */
function once(event) {
  const button = event.target.closest?.('.webchat__suggested-action, .starter');
  if (!button) return;
  const label = button.textContent;
  if (event.detail > 1 || (label === pressed.label && event.timeStamp - pressed.at < SAME_PRESS_MS)) {
    event.stopPropagation();
    event.preventDefault();
  } else pressed = { label, at: event.timeStamp };
}
document.addEventListener('click', once, { capture: true });

/** Lets the starters work once there is somebody to talk to. */
const ready = () => (next) => (action) => {
  if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED')
    for (const starter of starters) starter.disabled = false;
  return next(action);
};

/** Completes the addresses of this service: Web Chat takes as links whole addresses only. */
const complete = () => (next) => (action) => {
  if (action.type !== 'DIRECT_LINE/INCOMING_ACTIVITY') return next(action);
  const { activity } = action.payload;
  const whole = {
    ...activity,
    ...(activity.text && { text: activity.text.replaceAll('](/', `](${location.origin}/`) }),
    ...(activity.attachments && {
      attachments: activity.attachments.map((attachment) =>
        attachment.contentUrl?.startsWith('/')
          ? { ...attachment, contentUrl: location.origin + attachment.contentUrl }
          : attachment,
      ),
    }),
  };
  return next({ ...action, payload: { ...action.payload, activity: whole } });
};

const store = WebChat.createStore({}, guard, ready, complete);

/**
 * The client gives polling up at the first network fault. Here it waits for the service to come back, also with a
 * message on its way: the service takes the same message once.
 */
function patient(directLine) {
  const { ajax } = directLine.services;
  const wait = (faults) => faults.do((fault) => refuse(fault)).delay(RETRY_AFTER_MS);
  directLine.services.ajax = (options) =>
    options.url.includes('/activities') ? ajax(options).retryWhen(wait) : ajax(options);
  return directLine;
}

/** Throws what waiting does not mend: the service has answered, and refused. */
function refuse(fault) {
  if (fault.status === 429) {
    store.dispatch({
      type: 'WEB_CHAT/SET_NOTIFICATION',
      payload: { id: 'too-fast', level: 'warn', message: tooFast },
    });
    return;
  }
  if (fault.status >= 400 && fault.status < 500) throw fault;
}

async function show() {
  byId('retry').hidden = true;
  byId('state').hidden = false;
  byId('state-text').textContent = loading;
  try {
    const { conversationId, token } = await openConversation();
    const options = {
      domain: DIRECT_LINE,
      conversationId,
      token,
      webSocket: false,
    };
    const directLine = patient(WebChat.createDirectLine(options));
    const overrideLocalizedStrings = {
      TEXT_INPUT_PLACEHOLDER: placeholder,
      MARKDOWN_EXTERNAL_LINK_ALT: newWindow,
    };
    WebChat.renderWebChat({ directLine, store, styleOptions, locale, nonce, overrideLocalizedStrings }, host);
    byId('state').hidden = true;
  } catch {
    byId('state-text').textContent = failed;
    byId('retry').hidden = false;
  }
  byId('new').disabled = false;
}

for (const starter of starters)
  starter.addEventListener('click', () => {
    unfold(false);
    store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text: starter.textContent } });
  });

function unfold(open) {
  byId('about').classList.toggle('open', open);
  byId('about-toggle').setAttribute('aria-expanded', String(open));
}
byId('about-toggle').addEventListener('click', () => unfold(!byId('about').classList.contains('open')));

byId('new').addEventListener('click', () => byId('confirm').showModal());
byId('confirm').addEventListener('close', () => {
  if (byId('confirm').returnValue !== 'yes') return;
  forget();
  location.reload();
});
byId('retry').addEventListener('click', show);

await show();
