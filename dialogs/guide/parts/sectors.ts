import { sameName } from '../../../src/guide/describe.ts';
import type { SECTORS } from '../../../src/plan/terms.ts';

type Sector = (typeof SECTORS)[number];

/**
 * Words that tell an actor's sector beyond doubt, in the order they are tried: an «emisora comunitaria» is a
 * medium before it is a community, the «consulado» of a university town is no university.
 */
const WORDS: [Sector, RegExp][] = [
  ['media', /\b(emisora|radio|periodico|prensa|canal|television|diario|noticiero|newspaper|broadcaster)\b/],
  [
    'international',
    /\b(embajadas?|consulados?|pnud|onu|acnur|unesco|unicef|oim|fao|usaid|giz|aecid|jica|iclei|bid|caf|banco mundial|union europea|naciones unidas|embass(?:y|ies)|consulates?|international organi[sz]ations?|organismos internacionales|united nations|world bank)\b/,
  ],
  [
    'other-governments',
    /\b(gobernacion|ministerio|cancilleria|apc|apc colombia|dnp|congreso|asamblea departamental|departamento nacional|alcaldia de|ministry|governorate|gobierno nacional|corporacion autonoma)\b/,
  ],
  [
    'local-government',
    /\b(concejo|concejales|secretarias?|secretarios|gabinete|alcalde|alcaldesa|alcaldia|despacho|personeria|umata|council|mayor|cabinet)\b/,
  ],
  [
    'academic',
    /\b(universidad(?:es)?|universitaria|unad|esap|sena|colegio|escuela|institucion educativa|instituto|centro de investigacion|museo|casa de la cultura|biblioteca|universit(?:y|ies)|schools?|college|museum)\b/,
  ],
  [
    'private',
    /\b(camara|cooperativa|gremio|gremios|empresa|empresas|empresarios|comerciantes|fenalco|andi|cotelco|hoteles|hoteleros|productores|asoproductores|sindicato|inversionistas|banco|chamber|cooperatives?|producers?|hotels?|company|companies|business)\b/,
  ],
  [
    'social',
    /\b(cabildos?|consejos? comunitarios?|resguardos?|jac|juntas? de accion comunal|fundacion|ong|asociacion(?:es)?|corporacion|comite|mujeres|jovenes|vecinos|comunidad|comunidades|migrantes|diaspora|iglesia|parroquia|consejo comunitario|foundation|ngo|association|community|communities|boards?|women|migrants?|youth|church)\b/,
  ],
];

/** The sector an actor's name tells, or undefined when the official has to say. */
export function guessSector(name: string): Sector | undefined {
  const words = sameName(name);
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0];
}

/** Sectors by what officials call them; «público» may be two. */
const NAMED: [Sector, RegExp][] = [
  ['private', /\b(privad[oa]|empresarial|productiv[oa]|gremial|private)\b/],
  ['academic', /\b(academic[oa]|academia|educativ[oa]|cultural|educacion|academic)\b/],
  ['social', /\b(social|ciudadan[oa]|comunitari[oa]|sociedad civil|civil society)\b/],
  ['international', /\b(internacional|cooperantes?|international)\b/],
  ['media', /\b(medios?(?: de comunicacion)?|prensa|media)\b/],
  ['other-governments', /\b(nacional|departamental|otros gobiernos)\b/],
  ['local-government', /\b(alcaldia|gobierno local|municipal|local government)\b/],
];

/** The sector that words beside an actor name: «sector privado», «academia». */
export function sectorNamed(said: string): Sector | undefined {
  const words = sameName(said);
  return NAMED.find(([, pattern]) => pattern.test(words))?.[0];
}

/** An actor as told: its name, and its sector where that stands in brackets or is said: «Gremio Sur (privado)». */
export function divideActor(told: string): { name: string; sector?: Sector } {
  const { name, beside } =
    /^(?<name>[^()]{2,}?)\s*\((?<beside>[^()]{3,40})\)$/.exec(told)?.groups ??
    /^(?<name>.{2,}?),? (?:del|de la|que es del?|es del?) (?:la )?(?<beside>sector \p{L}+|academia)$/iu.exec(
      told,
    )?.groups ??
    {};
  const sector = beside === undefined ? undefined : (sectorNamed(beside) ?? guessSector(beside));
  return name === undefined || sector === undefined ? { name: told } : { name, sector };
}
