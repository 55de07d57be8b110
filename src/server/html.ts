const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe inside an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** HTML that was put together from escaped parts. */
export interface Html {
  html: string;
}

/** A template whose inserted texts are escaped; inserted `Html` and lists of it go in as they are. */
export function html(strings: TemplateStringsArray, ...values: (string | number | Html | Html[])[]): Html {
  const insert = (value: string | number | Html | Html[]): string => {
    if (Array.isArray(value)) return value.map((part) => part.html).join('');
    return typeof value === 'object' ? value.html : escapeHtml(String(value));
  };
  return {
    html: strings
      .map((part, index) => (index === 0 ? part : insert(values[index - 1] ?? '') + part))
      .join(''),
  };
}

/** Nothing. */
export const NONE: Html = { html: '' };
