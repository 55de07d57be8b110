// How Web Chat looks: the colours and sizes that its own options reach. The rest stands in chat.css.

const narrow = matchMedia('(width < 820px)').matches;

/**
 * Web Chat's style options.
 * @param words initials of the assistant and of the person
 */
export const styleOptions = ({ bot, user }) => ({
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
  bubbleAttachmentMaxWidth: 640,
  bubbleFromUserBackground: '#0b5b55',
  bubbleFromUserTextColor: '#ffffff',
  bubbleFromUserBorderColor: '#0b5b55',
  bubbleFromUserBorderRadius: 12,
  bubbleFromUserNubSize: 0,
  cardEmphasisBackgroundColor: '#d5dde5',
  cardPushButtonBackgroundColor: '#0f766e',
  cardPushButtonTextColor: '#ffffff',
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
  // What is written while the service is away waits for it: `line.js` says so. This is as long as Web Chat waits.
  sendTimeout: 300_000,
  sendTimeoutForAttachments: 300_000,
});
