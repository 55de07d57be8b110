// The language of the page and that of the conversation go together.

/** The history has come when nothing more does for this long. */
const SETTLED_MS = 800;

const page = document.documentElement.lang;
const languageOf = ({ locale }) => locale?.slice(0, 2);

/** Puts the page itself in a language. */
const move = (language) => {
  const address = new URL(location.href);
  address.searchParams.set('lang', language);
  location.replace(address);
};

/**
 * Web Chat's middleware. A conversation that the person turns to the other language takes the page with it. One that
 * was had in the other language is asked to change when the address of the page names its language, and else the page
 * follows it.
 * @param words what asks the conversation for the page's language
 */
export const tongue =
  (words) =>
  ({ dispatch }) => {
    let spoke = false;
    let timer;
    const settle = (language) => {
      if (spoke || language === page) return;
      if (!new URLSearchParams(location.search).has('lang')) move(language);
      else dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text: words } });
    };
    return (next) => (action) => {
      if (action.type === 'DIRECT_LINE/POST_ACTIVITY') spoke = true;
      if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY') {
        const { activity } = action.payload;
        const language = activity.type === 'message' && activity.from.role === 'bot' && languageOf(activity);
        clearTimeout(timer);
        if (language && spoke && language !== page) move(language);
        else if (language) timer = setTimeout(() => settle(language), SETTLED_MS);
      }
      return next(action);
    };
  };
