// The line to the service: waits for it when it is away, renews its token, and says how it stands.

const DIRECT_LINE = `${location.origin}/v3/directline`;
const KEPT = 'accion-internacional.conversation';
const RETRY_AFTER_MS = 2_000;
/** How long it is said that the service is back. */
const BACK_MS = 4_000;

/** Asks the Direct Line endpoint. Undefined when it refuses, an error when it cannot be reached. */
async function ask(path, token, body) {
  const headers = { 'Content-Type': 'application/json' };
  if (token) headers.Authorization = `Bearer ${token}`;
  const response = await fetch(DIRECT_LINE + path, {
    method: 'POST',
    headers,
    body: JSON.stringify(body ?? {}),
  });
  if (response.status >= 500 || response.status === 429)
    throw new Error(`the service answered ${response.status}`);
  return response.ok ? response.json() : undefined;
}

/** The conversation this browser remembers, with a fresh token, or a new one. */
export async function openConversation(locale) {
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

/** The next conversation of this browser is a new one. */
export function forget() {
  try {
    localStorage.removeItem(KEPT);
  } catch {
    return;
  }
}

/** Words on how the line stands, in an element of the page that is read out when it changes. */
function teller(element, { away, back, lost }) {
  let state = 'on';
  const show = (next, words) => {
    if (state === next) return;
    state = next;
    element.textContent = words;
    element.className = `line ${next}`;
  };
  return {
    away: () => show('away', away),
    lost: () => show('lost', lost),
    on() {
      if (state !== 'away') return;
      show('back', back);
      setTimeout(() => {
        if (state === 'back') show('on', '');
      }, BACK_MS);
    },
  };
}

/**
 * A client of the conversation. Web Chat's own gives polling up at the first network fault; this one waits for the
 * service to come back, also with a message on its way (the service takes the same message once), and exchanges a token
 * that ran out while the computer slept.
 * @param element where it is said how the line stands, with its `words`
 */
export function connect(WebChat, { conversationId, token }, element, words) {
  const tell = teller(element, words);
  const directLine = WebChat.createDirectLine({
    domain: DIRECT_LINE,
    conversationId,
    token,
    webSocket: false,
  });
  const { ajax } = directLine.services;

  /** Resolves when the same request is worth sending again; rejects with what waiting does not mend. */
  async function recover(fault, options) {
    if (fault.status === 403 && (await renew(options))) return;
    if (fault.status === 403 || fault.status === 404) tell.lost();
    if (fault.status >= 400 && fault.status < 500 && fault.status !== 429) throw fault;
    if (fault.status !== 429) tell.away();
    await new Promise((done) => setTimeout(done, RETRY_AFTER_MS));
  }

  /** Another request may have renewed it already. False when the service does not let the person in any more. */
  async function renew({ headers }) {
    if (headers.Authorization === `Bearer ${directLine.token}`) {
      const renewed = await ask('/tokens/refresh', directLine.token).catch(() => undefined);
      if (!renewed) return false;
      directLine.token = renewed.token;
      remember(renewed);
    }
    headers.Authorization = `Bearer ${directLine.token}`;
    return true;
  }

  directLine.services.ajax = (options) => {
    if (!/\/(activities|upload)\b/.test(options.url)) return ajax(options);
    return ajax(options)
      .retryWhen((faults) => faults.flatMap((fault) => recover(fault, options)))
      .do(tell.on);
  };
  return directLine;
}
