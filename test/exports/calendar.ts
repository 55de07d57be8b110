/** A component of an iCalendar file: its properties by name, with their parameters, and the components inside it. */
export interface Component {
  name: string;
  properties: { name: string; parameters: Record<string, string>; value: string }[];
  components: Component[];
}

/**
 * Reads an iCalendar file by RFC 5545: lines end in CRLF, none has more than 75 octets, a line that begins with a
 * blank goes on from the one before, and components nest.
 * @throws when the file does not hold to that.
 */
export function readCalendar(text: string): Component {
  if (!text.endsWith('\r\n') || text.replaceAll('\r\n', '').match(/[\r\n]/))
    throw new Error('lines must end in CRLF');
  const lines = text.slice(0, -2).split('\r\n');
  const long = lines.find((line) => Buffer.byteLength(line) > 75);
  if (long !== undefined) throw new Error(`more than 75 octets: ${long}`);
  const unfolded = text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
  const root: Component = { name: 'ROOT', properties: [], components: [] };
  const open = [root];
  for (const line of unfolded) {
    const match = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/s.exec(line);
    if (!match) throw new Error(`not a property: ${line}`);
    const [, name = '', rest = '', value = ''] = match;
    const at = open.at(-1) as Component;
    if (name === 'BEGIN') {
      const inner: Component = { name: value, properties: [], components: [] };
      at.components.push(inner);
      open.push(inner);
    } else if (name === 'END') {
      if (at.name !== value) throw new Error(`END:${value} inside ${at.name}`);
      open.pop();
    } else {
      const parameters = Object.fromEntries(
        rest
          .split(';')
          .filter(Boolean)
          .map((part) => part.split('=') as [string, string]),
      );
      at.properties.push({ name, parameters, value });
    }
  }
  if (open.length !== 1 || root.components.length !== 1)
    throw new Error('one VCALENDAR, closed, is expected');
  return root.components[0] as Component;
}

/** A value of type TEXT as it was written. */
export function textOf(component: Component, name: string): string | undefined {
  return component.properties
    .find((property) => property.name === name)
    ?.value.replace(/\\([\\;,nN])/g, (_all, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark));
}
