import type { CueTable } from '../../../src/guide/cues.ts';
import { findIndicators, findIndicatorsBeside } from './find-indicators.ts';
import { matching } from './finders.ts';

const OFTEN =
  '(?:cada|anual|mensual|bimestral|trimestral|semestral|semanal|every|monthly|quarterly|yearly|annually|once)';

/** Cues of a project's indicators (step 11). */
export const INDICATOR_CUES: CueTable = {
  'projects.*.indicators': [
    { find: findIndicators },
    {
      labels: '(?:indicador(?:es)?(?: (?:\\d|de (?:resultado|gestion|impacto)))?|indicators?)',
      leads:
        '(?:mediremos|vamos a medir)(?: (?:el|la))?(?= (?:numero|cantidad|porcentaje|cuant))|(?:lo|la|se|el exito se) (?:mediremos|medimos|mediria|medira|va a medir|mide) (?:con|por)(?: (?:el|la))?(?! (?:los |las )?(?:registros?|encuestas?|datos|informes))',
      find: matching(
        '\\b(?:queremos |vamos a |esperamos )?(?:pasar|subir|crecer|ir) (?<value>de \\d[\\d.]*(?: %)?(?: \\p{L}+){0,3} a \\d[\\d.]* ?(?:% de )?[^,.;]+)',
      ),
      extent: 'list',
      keeps: ['indicators.*.baseline', 'indicators.*.target'],
    },
  ],
  'indicators.*.nature': { peek: findIndicatorsBeside('nature') },
  'indicators.*.baseline': {
    labels: 'linea (?:de )?base|baseline',
    find: matching(
      '\\bno (?:sabemos|se|tenemos|hay|conocemos) (?:todavia |aun )?(?:la |una )?linea (?:de )?base(?: todavia| aun)?',
      () => 'pendiente',
    ),
  },
  'indicators.*.target': { labels: '(?:la )?meta|target' },
  'indicators.*.source': {
    peek: findIndicatorsBeside('source'),
    headings: '(?:fuente(?: de (?:informacion|verificacion|datos|los datos))?|source)',
    labels: '(?:fuente(?: de (?:informacion|verificacion|datos|los datos))?|source)',
    leads:
      '(?:el dato |los datos )(?:sale|salen|viene|vienen|lo da|los da)(?: de(?:l)?)?|(?:(?:lo|la|se) (?:mediremos|medimos|medira|mide) con|segun|con datos de)(?= (?:los |las |el |la |un |una )?(?:registros?|encuestas?|datos|informes))|(?:segun|con datos de)(?= (?:el |la )?(?:dane|registro|encuesta|secretaria|camara|migracion|sisben))',
  },
  'indicators.*.frequency': {
    peek: findIndicatorsBeside('frequency'),
    headings: 'frecuencia de medicion|periodicidad|measurement frequency',
    leads: `(?:se mide|se medira|lo medimos|lo mediremos|se revisa|medido|medida|medicion|measured)(?= ${OFTEN})`,
    find: matching(
      `(?<=\\bfuente\\b[^.;]{3,60}, )(?<value>cada (?:mes|semana|trimestre|semestre|ano)|(?:mensual|trimestral|semestral|anual)(?:mente)?)(?=[.,;]|$)`,
    ),
  },
  'indicators.*.unit': {
    peek: findIndicatorsBeside('unit'),
    headings: '(?:unidad(?: de medida)?|unit)',
    labels: 'unidad de medida',
  },
};
