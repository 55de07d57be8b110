// The page around Web Chat: brings the conversation back, offers the starters, begins a new one.
import { forms } from './forms.js';
import { connect, forget, openConversation } from './line.js';
import { cardLook, styleOptions } from './look.js';
import { tongue } from './tongue.js';
import { waiting } from './waiting.js';

const { WebChat } = window;
const LONGEST_MESSAGE = 8_000;
/** A plan pasted as text, or sent as a file. */
const LONGEST_DATA = 500_000;
/** A second press of a button this soon is the same press. */
const SAME_PRESS_MS = 700;

const byId = (id) => document.getElementById(id);
const host = byId('webchat');
const { nonce, ...words } = host.dataset;
const starters = document.querySelectorAll('.about .starter');

/** Says something beside the conversation. */
const tell = (id, message) =>
  store.dispatch({ type: 'WEB_CHAT/SET_NOTIFICATION', payload: { id, level: 'warn', message } });

/** Keeps a message that the service would refuse from being sent, and says why. */
const guard = () => (next) => (action) => {
  const text = action.type === 'WEB_CHAT/SEND_MESSAGE' ? (action.payload.text ?? '') : '';
  if (text.length <= (/^\s*(?:```(?:json)?\s*)?\{/.test(text) ? LONGEST_DATA : LONGEST_MESSAGE))
    return next(action);
  tell('too-long', words.tooLong);
  return next({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text } });
};

let pressed = { label: '', at: -Infinity };
/**
 * Takes a double click on a button once, also where a button of the next question already stands in its place.
 * Web Chat would send it twice, and its text box would stay read-only.
 */
function once(event) {
  const button = event.target.closest?.('.webchat__suggested-action, .starter, .ac-pushButton');
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

/** Shows the card that tells the same as a text in the text's place. */
const told = () => (next) => (action) => {
  if (action.type !== 'DIRECT_LINE/INCOMING_ACTIVITY') return next(action);
  const { activity } = action.payload;
  if (!activity.channelData?.toldByCard) return next(action);
  if (!activity.attachments) return action;
  const { text: _text, ...card } = activity;
  return next({ ...action, payload: { ...action.payload, activity: card } });
};

/** Where to go on from when what had the focus is gone: writing, but on a phone without calling the keyboard. */
function goOn() {
  const onPhone = matchMedia('(pointer: coarse)').matches;
  host.querySelector(onPhone ? '.webchat__basic-transcript' : '.webchat__send-box textarea')?.focus();
}

const store = WebChat.createStore(
  {},
  guard,
  ready,
  tongue(words.tongue),
  forms({ longest: LONGEST_MESSAGE, empty: words.formEmpty, tooLong: words.tooLong, tell, sent: goOn }),
  waiting,
  told,
  complete,
);

/** A card is read out by its name when it comes: Web Chat would say its inputs too, without their labels. */
const readOut = () => (next) => (props) => {
  const { contentType, content } = props.attachment;
  if (contentType !== 'application/vnd.microsoft.card.adaptive') return next(props);
  return next({ ...props, attachment: { contentType: 'text/plain', content: content.speak } });
};

async function show() {
  byId('retry').hidden = true;
  byId('state').hidden = false;
  byId('state-text').textContent = words.loading;
  try {
    const opened = await openConversation(words.locale);
    const options = {
      directLine: connect(WebChat, opened, byId('line'), words),
      store,
      styleOptions: styleOptions(words),
      adaptiveCardsHostConfig: cardLook,
      locale: words.locale,
      nonce,
      attachmentForScreenReaderMiddleware: readOut,
      overrideLocalizedStrings: {
        ACTIVITY_BOT_SAID_ALT: words.botSaid,
        MARKDOWN_EXTERNAL_LINK_ALT: words.newWindow,
        TEXT_INPUT_ALT: words.placeholder,
        TEXT_INPUT_PLACEHOLDER: words.placeholder,
        TEXT_INPUT_UPLOAD_BUTTON_ALT: words.upload,
        TYPING_INDICATOR_ALT: words.typing,
      },
    };
    WebChat.renderWebChat(options, host);
    byId('state').hidden = true;
  } catch {
    byId('state-text').textContent = words.failed;
    byId('retry').hidden = false;
  }
  byId('new').disabled = false;
}

for (const starter of starters)
  starter.addEventListener('click', () => {
    if (unfolded()) {
      unfold(false);
      goOn();
    }
    store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text: starter.textContent } });
  });

/** On a phone the presentation covers the conversation, which cannot be reached meanwhile. */
function unfold(open) {
  byId('about').classList.toggle('open', open);
  byId('about-toggle').setAttribute('aria-expanded', String(open));
  byId('chat').inert = open;
}
const unfolded = () => byId('about').classList.contains('open');
byId('about-toggle').addEventListener('click', () => unfold(!unfolded()));
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !unfolded()) return;
  unfold(false);
  byId('about-toggle').focus();
});
matchMedia('(width < 820px)').addEventListener('change', () => unfold(false));

byId('new').addEventListener('click', () => byId('confirm').showModal());
byId('confirm').addEventListener('close', () => {
  if (byId('confirm').returnValue !== 'yes') return;
  forget();
  location.reload();
});
byId('retry').addEventListener('click', show);

await show();
