import { buttons, termName, termOptions } from '../../../src/guide/choices.ts';
import type { Step } from '../../../src/guide/definition.ts';
import { field, mapReading, reading, set } from '../../../src/guide/describe.ts';
import { showPerson, textField } from '../../../src/guide/fields.ts';
import { FORMAL_ACTS } from '../../../src/plan/terms.ts';
import type { Person } from '../../../src/plan/values.ts';
import { readChoice, readPerson } from '../../../src/understanding/index.ts';
import { type Reading, read } from '../../../src/understanding/reading.ts';

interface Support {
  supported: boolean;
  sponsor?: Person;
}

const NO =
  /^\s*(no(?! s[eé](?!\p{L}))|a[uú]n no|todav[ií]a no|not|ningun[oa]|nadie|nobody|none)(?!\p{L})|(?<!\p{L})(no (nos |me |lo |la )?(apoya|respalda|avala|est[aá]|quiere|ha)|does not|doesn't)(?!\p{L})/iu;
const YES =
  /^\s*((claro|por supuesto)( que s[ií])?|s[ií]|as[ií] es|correcto|yes|yeah|of course)(?!\p{L})[\s,.:;]*/iu;
/** What people say of a sponsor besides who it is: «la alcaldesa está de acuerdo», «nos apoya el alcalde». */
const ABOUT =
  /(?<!\p{L})((ya|s[ií]) )*((est[aá]n?|es) (muy |totalmente )?(de acuerdo|comprometid[oa]s?|a favor|enterad[oa]s?|conforme)|(nos |me |lo |la )?(apoya|respalda|avala|aprueba|aprob[oó])n?|(el |con el )?(apoyo|respaldo|aval) del?( la)?|contamos|tenemos|cuento|cuenta|is on board|agrees|supports (us|it)|backs (us|it)|we have|the support of)(?!\p{L})/giu;

/** «sí, la alcaldesa está de acuerdo»: whether there is support, and whose. */
export function readSupport(text: string, ctx: Parameters<typeof readPerson>[1]): Reading<Support> {
  if (NO.test(text)) return read({ supported: false });
  const who = text
    .replace(YES, '')
    .replace(ABOUT, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;]+|[\s,.;]+$/g, '')
    .replace(/^(del|de la|de|of the|of|from) /, '');
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

/** That there is none yet, in more words: «uy, eso sí no hay», «está apenas en borrador». */
const NO_ACT =
  /(?<!\p{L})(?:no (?:hay|tenemos|existe|contamos con|se ha (?:firmado|expedido))|todav[ií]a no|a[uú]n no|ning[uú]n(?:o)?|nada (?:firmado|formal)|en (?:borrador|tr[aá]mite|estudio)|pendiente|por (?:expedir|firmar|definir)|en elaboraci[oó]n|no act|not yet|nothing signed|a draft)(?!\p{L})/iu;

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
    if (!whole.ok && NO_ACT.test(text) && !/\d/.test(text)) return read({ kind: 'none' });
    const kind = whole.ok ? whole : readChoice(text.trim().split(/\s+/)[0] ?? '', reading(ctx), options);
    return mapReading(kind, (value) =>
      value !== 'none' && /\d/.test(text)
        ? {
            kind: value,
            reference: text
              .replace(YES, '')
              .replace(/^(el|la|un|una|the|a) /i, '')
              .trim(),
          }
        : { kind: value },
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
