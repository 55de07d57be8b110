import { fold, words } from '../understanding/words.ts';

/** Words that greet, join or fill, and those that every plan is spoken of with. */
const FILLERS = new Set(
  'hola buenos buenas buen dias dia tardes noches senor senora senores doctor doctora saludos saludo cordial atentamente cordialmente mire vea bueno pues la verdad le cuento por favor porfa gracias muchas listo entonces ademas tambien creo perfecto ok okay hello hi please thanks well aqui aca nosotros nosotras tenemos somos soy queremos quiero contamos cuento hay tiene tienen es son seria serian sera fue va van vamos hacemos haremos hablo escribo el la los las lo un una uno unos unas de del desde en y e o u con por para que se nos me le les al a su sus mi mis nuestro nuestra nuestros nuestras este esta ese esa mas muy como eso esto esos estos ya ahi asi the an of and is are we our have has in for to it its with there they this that si no solo apenas unico todo todos toda todas plan pai proyecto municipio alcaldia entidad habitantes personas people around about informo informamos permitimos indicar presente medio dos tres cuatro cinco ehh eh o sea digamos pero aunque sino porque todavia aun but although yet cual cuales donde cuando ello hasta cuentas respecto tema parte dato datos siguiente siguientes queda estan estamos empezar hacer trabajar quisiera quisieramos necesito necesitamos accion internacional aprobo aprobamos firmo firmamos adopto adoptamos mediante politica mediante siguiente enlaces enlace also then so yes am us my be will would interesa ano anos'.split(
    ' ',
  ),
);

/** What a correction takes back: «no son 60, son 75». */
const DENIED =
  /\bno (?:es|son|era|eran|fueron) (?:[\d.,]+|\p{L}+)(?: (?:mil|millones|personas|habitantes))?/gu;

/** Who writes, and that they are to make a plan: neither is a datum of it. */
const PRESENTS =
  /\b(?:soy|hablo|habla|(?:les? |nos )?escrib(?:o|e|imos)|me llamo|mi nombre es|trabajo|laboro|i am|i work|my name is)\b[^.;\n]*/gu;
const WISHES =
  /\b(?:(?:el|la|mi|nuestr[oa]) \p{L}+ )?(?:(?:me|nos) )?(?:necesit(?:a|o|amos)|quier(?:e|o)|queremos|pidi(?:o|eron)|encarg(?:o|aron)|mando|want|wants|need|needs)\b[^.;\n]{0,40}\bplan\b(?: (?:de accion )?internacional)?/gu;

/**
 * Whether a stretch that no field took says something: words that greet, join, fill or name what was taken beside it do
 * not.
 * @param labels what the fields that were taken are called
 */
export function tells(stretch: string, labels: readonly string[]): boolean {
  const named = new Set(labels.flatMap((label) => words(fold(label))));
  const rest = fold(stretch).replace(DENIED, ' ').replace(WISHES, ' ').replace(PRESENTS, ' ');
  return words(rest).some((word) => !FILLERS.has(word) && !named.has(word));
}
