import { termName, termOptions, buttons } from '../../../src/guide/choices.ts';
import type { Step } from '../../../src/guide/definition.ts';
import { field, mapReading, reading, set } from '../../../src/guide/describe.ts';
import { showPerson, textField } from '../../../src/guide/fields.ts';
import { read, readChoice, readPerson, type Reading } from '../../../src/guide/readers.ts';
import { FORMAL_ACTS } from '../../../src/plan/terms.ts';
import type { Person } from '../../../src/plan/values.ts';

interface Support {
  supported: boolean;
  sponsor?: Person;
}

const NO = /^\s*(no\b|a[uú]n no\b|todav[ií]a no\b|not\b|ningun[oa]\b|nadie\b|nobody\b)/i;
const YES = /^\s*(s[ií]|claro|por supuesto|correcto|yes|yeah|of course)\b[\s,.:;]*/i;
/** What people say of a sponsor besides who it is: «la alcaldesa está de acuerdo», «nos apoya el alcalde». */
const ABOUT =
  /\b(ya )?((est[aá]n?|es) (muy |totalmente )?(de acuerdo|comprometid[oa]s?|a favor|enterad[oa]s?|conforme)|(nos |me |lo |la )?(apoya|respalda|avala|aprueba|aprob[oó])n?|(el |con el )?(apoyo|respaldo|aval) del?( la)?|contamos|tenemos|cuento|cuenta|is on board|agrees|supports (us|it)|backs (us|it)|we have|the support of)\b/gi;

/** «sí, la alcaldesa está de acuerdo»: whether there is support, and whose. */
export function readSupport(text: string, ctx: Parameters<typeof readPerson>[1]): Reading<Support> {
  if (NO.test(text)) return read({ supported: false });
  const who = text
    .replace(YES, '')
    .replace(ABOUT, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;]+|[\s,.;]+$/g, '');
  if (who === '' && YES.test(text)) return read({ supported: true });
  return mapReading(readPerson(who, ctx), (sponsor) => ({ supported: true, sponsor }));
}

const sponsor = field<Support>({
  id: 'commitment.sponsor',
  essential: true,
  read: (text, ctx) => readSupport(text, reading(ctx)),
  current: ({ plan: { commitment } }) =>
    commitment.supported === undefined
      ? undefined
      : { supported: commitment.supported, ...(commitment.sponsor && { sponsor: commitment.sponsor }) },
  write: (support) => [
    set('commitment.supported', support.supported),
    support.sponsor
      ? set('commitment.sponsor', support.sponsor)
      : { op: 'remove', path: 'commitment.sponsor' },
  ],
  show: (support, { texts }) => {
    const answer = texts.t(`guide.term.yesNo.${support.supported ? 'yes' : 'no'}`);
    return support.sponsor ? `${answer}: ${showPerson(support.sponsor)}` : answer;
  },
  remark: (support) => (support.supported ? undefined : { key: 'guide.remark.noSupport' }),
});

interface FormalAct {
  kind: (typeof FORMAL_ACTS)[number];
  reference?: string;
}

/** A formal act: its kind, and its number when the answer has one («Decreto 045 de 2025»). */
const formalAct = field<FormalAct>({
  id: 'commitment.formalAct',
  read: (text, ctx) => {
    const options = termOptions('formalAct', FORMAL_ACTS, ctx.texts);
    const whole = readChoice(text, reading(ctx), options);
    const kind = whole.ok ? whole : readChoice(text.trim().split(/\s+/)[0] ?? '', reading(ctx), options);
    return mapReading(kind, (value) =>
      value !== 'none' && /\d/.test(text) ? { kind: value, reference: text.trim() } : { kind: value },
    );
  },
  show: (act, { texts }) => act.reference ?? termName('formalAct', act.kind, texts),
  choices: ({ texts }) => buttons(termOptions('formalAct', FORMAL_ACTS, texts)),
});

export const commitment: Step = {
  id: 'commitment',
  number: 2,
  topic: 'compromiso político voluntad política máxima autoridad del gobierno local',
  entries: [sponsor, formalAct, textField('commitment.governmentPlan')],
};
