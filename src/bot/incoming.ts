import type { Activity } from 'botbuilder';
import type { Incoming, IncomingFile, Wordless } from '../messages/incoming.ts';
import { WORDLESS } from '../messages/incoming.ts';
import { unspoofed } from '../text/unspoofed.ts';

/**
 * What a person sent, out of an activity. Channels put what Bot Framework has no place for in the activity's `value`:
 * `{ ask }` of a button's question, `{ form }` of a form; and in `channelData.wordless` what came without words.
 * Never throws: what is not understood is left out.
 */
export function incomingOf(activity: Partial<Activity>): Incoming {
  const value = recordOf(activity.value);
  const { wordless } = recordOf(activity.channelData);
  const form = recordOf(value.form);
  const filled = Object.entries(form).flatMap(([key, given]) => {
    const said = typeof given === 'string' ? unspoofed(given) : '';
    return said.trim() === '' ? [] : [[key, said] as const];
  });
  const files = filesOf(activity);
  const kind = WORDLESS.find((one) => one === wordless) ?? wordlessFile(files);
  return {
    text: unspoofed(activity.text ?? '').trim(),
    files: kind === undefined ? files : [],
    ...(typeof value.ask === 'string' && { ask: value.ask }),
    ...(value.form !== undefined && { form: Object.fromEntries(filled) }),
    ...(kind !== undefined && { wordless: kind }),
  };
}

/** Some channels send the text itself once more as HTML: that is no file. */
function filesOf({ attachments }: Partial<Activity>): IncomingFile[] {
  return (attachments ?? [])
    .filter(({ contentType }) => contentType !== 'text/html')
    .map(({ name, contentType, content }) => ({
      name: name === undefined ? undefined : unspoofed(name),
      contentType,
      content: typeof content === 'string' ? content : undefined,
    }));
}

/** A recording, a film or a picture alone; beside a document it is only an ornament. */
function wordlessFile(files: readonly IncomingFile[]): Wordless | undefined {
  const kinds = files.map(({ contentType }) =>
    /^(audio|video|image)\//i.exec(contentType)?.[1]?.toLowerCase(),
  );
  const [first] = kinds;
  return kinds.every((kind) => kind !== undefined) ? (first as Wordless | undefined) : undefined;
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
