import { NUMBER, webhookOf } from '../support/graph-api.ts';

/**
 * What stands for names that differ from one try to another, so that each begins with people who were never here:
 * where the edge is, who writes, with which number, and which message it is.
 */
export const NAMES = { service: '%SERVICE%', someone: '%SOMEONE%', phone: '%PHONE%', id: '%ID%' } as const;

/** Activities as Bot Framework sends them. */
export function activities(text: string): object[] {
  const { service, someone, id } = NAMES;
  const teams = {
    channelId: 'msteams',
    serviceUrl: service,
    timestamp: '2026-03-02T10:00:00.000Z',
    from: { id: `29:${someone}`, name: 'Ana Ruiz', aadObjectId: '00000000-0000-4000-8000-000000000001' },
    recipient: { id: '28:bot', name: 'Acción' },
    conversation: { id: `a:${someone}`, conversationType: 'personal', tenantId: 't' },
    channelData: { tenant: { id: 't' } },
    locale: 'es-CO',
  };
  const group = {
    ...teams,
    conversation: { id: `19:${someone}@thread.v2;messageid=17`, conversationType: 'channel', isGroup: true },
  };
  const emulator = {
    channelId: 'emulator',
    serviceUrl: service,
    from: { id: `u${someone}`, name: 'User', role: 'user' },
    recipient: { id: 'bot', role: 'bot' },
    conversation: { id: `e${someone}` },
  };
  const file = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name: 'plan.json',
    contentUrl: `${service}/x`,
    content: { downloadUrl: `${service}/plan.json`, uniqueId: '1', fileType: 'json' },
  };
  return [
    { ...emulator, type: 'message', id, text, textFormat: 'plain', attachments: [], entities: [] },
    { ...emulator, type: 'conversationUpdate', id, membersAdded: [{ id: `u${someone}` }] },
    { ...teams, type: 'message', id, text },
    {
      ...group,
      type: 'message',
      id,
      text: `<at>Acción</at> ${text}`,
      entities: [{ type: 'mention', mentioned: { id: '28:bot', name: 'Acción' }, text: '<at>Acción</at>' }],
    },
    { ...teams, type: 'message', id, value: { teams: 'choose', ask: 'entity.kind', choice: text } },
    {
      ...teams,
      type: 'message',
      id,
      value: {
        teams: 'form',
        keys: { f0: 'entity.name', f1: 'entity.kind' },
        options: { f1: ['Municipio'] },
        f0: text,
        f1: '0',
      },
    },
    { ...teams, type: 'message', id, value: { teams: 'more', page: `${'0'.repeat(32)}:2` } },
    { ...teams, type: 'message', id, text, attachments: [file, { contentType: 'text/html', content: text }] },
    { ...teams, type: 'messageUpdate', id, text, channelData: { eventType: 'editMessage' } },
    { ...teams, type: 'installationUpdate', id, action: 'add' },
    {
      ...teams,
      type: 'invoke',
      id,
      name: 'message/submitAction',
      replyToId: '1',
      value: {
        actionName: 'feedback',
        actionValue: { reaction: 'like', feedback: '{"feedbackText":"bien"}' },
      },
    },
    {
      ...teams,
      type: 'invoke',
      id,
      name: 'fileConsent/invoke',
      replyToId: '1',
      value: {
        type: 'fileUpload',
        action: 'accept',
        context: { file: '0'.repeat(64) },
        uploadInfo: {
          contentUrl: `${service}/x`,
          name: 'x',
          uploadUrl: `${service}/x`,
          uniqueId: '1',
          fileType: 'docx',
        },
      },
    },
    { ...teams, type: 'messageReaction', id, reactionsAdded: [{ type: 'like' }] },
  ];
}

/** Webhooks as Meta sends them. */
export function webhooks(text: string): object[] {
  const { phone, id } = NAMES;
  const message = (content: object) =>
    webhookOf(NUMBER, {
      contacts: [{ profile: { name: 'Ana Pérez' }, wa_id: phone, user_id: `CO.1${phone}` }],
      messages: [
        { from: phone, from_user_id: `CO.1${phone}`, id: `wamid.${id}`, timestamp: '1772445600', ...content },
      ],
    });
  const media = { id: 'MEDIA', mime_type: 'application/json', sha256: 'x' };
  return [
    message({ type: 'text', text: { body: text } }),
    message({ type: 'text', text: { body: text } }),
    message({
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id: '["entity.kind","Municipio"]', title: text } },
    }),
    message({
      type: 'interactive',
      interactive: { type: 'list_reply', list_reply: { id: 'p:0:1', title: text, description: text } },
    }),
    message({ type: 'document', document: { ...media, filename: 'plan.json', caption: text } }),
    message({ type: 'image', image: { ...media, mime_type: 'image/jpeg', caption: text } }),
    message({ type: 'location', location: { latitude: 4.5, longitude: -75 } }),
    message({ type: 'contacts', contacts: [{ name: { formatted_name: text } }] }),
    message({ type: 'reaction', reaction: { message_id: 'wamid.1', emoji: '👍' } }),
    message({ type: 'button', button: { payload: text, text } }),
    message({ type: 'request_welcome' }),
    message({ type: 'unsupported', errors: [{ code: 131051, title: text }] }),
    webhookOf(NUMBER, {
      statuses: [
        {
          id: `wamid.${id}`,
          status: 'failed',
          timestamp: '1772445600',
          recipient_id: phone,
          errors: [{ code: 131047, title: text }],
        },
      ],
    }),
  ];
}
