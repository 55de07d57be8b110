/** Pictures of the plan that people ask to see. */
export type PictureName = 'gantt' | 'swot' | 'stakeholders' | 'budget' | 'review' | 'progress';

/** Asking to see: without it «mapa de actores» may well be the answer to a question. */
const SEE =
  '(?:(?:quiero|quisiera|queremos|necesito|puedo|puede|podria|me puede|me podria|i want to|can i|can you|could you|let me) )*(?:ver|mirar|mostrar|mostrarme|muestre|muestreme|muestrame|muestrenos|dibuje|dibujeme|dibujar|ensene|enseneme|grafique|graficar|deme|dame|mande|mandeme|envieme|haga|hagame|genere|show|show me|see|view|draw|draw me|give me|send me)(?: (?:el|la|un|una|mi|nuestro|nuestra|the|a|my|our))?';
const CHART = '(?:grafico|grafica|diagrama|imagen|dibujo|chart|graph|picture|diagram)';
const OF_PLAN = '(?: (?:del|de mi|de nuestro|de este|of the|of my|of our) plan)?';

const NAMES: readonly (readonly [PictureName, string])[] = [
  [
    'gantt',
    `(?:${CHART} (?:de )?gantt|gantt(?: chart)?|cronograma|(?:${CHART} (?:de los|de|del) )(?:hitos|tiempos|cronograma)|calendario(?: de (?:los )?(?:hitos|proyectos))?|linea de tiempo|schedule|timeline|milestones? (?:chart|calendar))(?: de (?:los )?(?:hitos|proyectos|actividades))?(?: (?:of|with) (?:the )?(?:milestones|projects))?`,
  ],
  [
    'swot',
    `(?:(?:${CHART}|matriz|tabla|cuadro) )?(?:(?:de la|de|del) )?(?:matriz )?(?:foda|dofa|swot)(?: (?:matrix|chart|analysis))?`,
  ],
  [
    'stakeholders',
    '(?:mapa(?: de (?:los )?actores)|(?:stakeholders?|actors?) map|map of (?:the )?(?:stakeholders|actors))',
  ],
  [
    'budget',
    `(?:presupuesto por ejes?|${CHART} (?:del|de) presupuesto(?: por ejes?)?|budget by ax[ei]s|budget (?:chart|graph)|${CHART} of the budget)`,
  ],
  [
    'review',
    `(?:(?:${CHART} de )?radar(?: (?:chart|de (?:la )?revision|de (?:los )?criterios|of (?:the )?criteria))?|${CHART} de (?:los )?criterios)`,
  ],
  [
    'progress',
    `(?:${CHART} (?:del|de) (?:progreso|avance)|(?:progreso|avance) por pasos?|progress (?:chart|graph|by step))`,
  ],
];

const PHRASES = NAMES.map(([name, words]) => [name, new RegExp(`^${SEE} ${words}${OF_PLAN}$`)] as const);

/** The picture that a whole message, in plain words without courtesy, asks to see. */
export function readPicture(said: string): PictureName | undefined {
  return PHRASES.find(([, phrase]) => phrase.test(said))?.[0];
}
