// How Web Chat looks: the colours and sizes that its own options reach. The rest stands in chat.css.

const FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';

/** Whoever asks their system for less motion gets none of ours. */
const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
/** Three dots that stay where they are. */
const DOTS =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 20" fill="#45586a">' +
      '<circle cx="14" cy="10" r="5"/><circle cx="32" cy="10" r="5"/><circle cx="50" cy="10" r="5"/></svg>',
  );

const narrow = matchMedia('(width < 820px)').matches;

/**
 * Web Chat's style options.
 * @param words initials of the assistant and of the person
 */
export const styleOptions = ({ bot, user }) => ({
  accent: '#0f766e',
  backgroundColor: '#ffffff',
  primaryFont: FONT,
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
  bubbleAttachmentMaxWidth: 640,
  bubbleFromUserBackground: '#0b5b55',
  bubbleFromUserTextColor: '#ffffff',
  bubbleFromUserBorderColor: '#0b5b55',
  bubbleFromUserBorderRadius: 12,
  bubbleFromUserNubSize: 0,
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
  ...(still && { transitionDuration: '0s', typingAnimationBackgroundImage: `url("${DOTS}")` }),
  // An answer is read from its beginning: what goes past the window is a button away.
  autoScrollSnapOnPage: true,
  autoScrollSnapOnPageOffset: -40,
  // What is written while the service is away waits for it: `line.js` says so. This is as long as Web Chat waits.
  sendTimeout: 300_000,
  sendTimeoutForAttachments: 300_000,
});

const ink = {
  default: { default: '#12263a', subtle: '#45586a' },
  accent: { default: '#0b5b55', subtle: '#0b5b55' },
};

/** How cards look: https://learn.microsoft.com/adaptive-cards/rendering-cards/host-config */
export const cardLook = {
  fontFamily: FONT,
  fontSizes: { small: 13, default: 15, medium: 16, large: 18, extraLarge: 22 },
  spacing: { small: 4, default: 10, medium: 18, large: 26, padding: 15 },
  supportsInteractivity: true,
  containerStyles: {
    default: { foregroundColors: ink },
    emphasis: { backgroundColor: '#d5dde5', foregroundColors: ink },
    good: { backgroundColor: '#0f766e', foregroundColors: ink },
  },
  actions: { actionAlignment: 'left', actionsOrientation: 'horizontal', buttonSpacing: 8, spacing: 'medium' },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 190 },
    value: { wrap: true },
    spacing: 12,
  },
  // The page's own title is the first level, and its sections the second.
  textBlock: { headingLevel: 3 },
};
