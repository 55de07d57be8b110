import { describe, expect, it } from 'vitest';
import {
  DEPARTMENTS,
  readChoice,
  readChoices,
  readDepartment,
  readIndicator,
  readIndicators,
  readMilestones,
  readPerson,
  readPlace,
  readRisks,
  readSdgs,
  readStatements,
} from '../../../src/understanding/index.ts';
import { EN, ES, reads } from './table.ts';

describe('statements in phrases', () => {
  reads(
    (t) => readStatements(t, ES, { split: 'phrases' }),
    [
      [
        'Monte de aves, Pueblo bilingüe y Miel de origen',
        ['Monte de aves', 'Pueblo bilingüe', 'Miel de origen'],
      ],
      ['turismo llanero, cultura y educación', ['turismo llanero', 'cultura', 'educación']],
      ['agua potable y empleo joven', ['agua potable', 'empleo joven']],
      [
        'Turismo de aves; agro limpio; niñez y cultura',
        ['Turismo de aves', 'agro limpio', 'niñez y cultura'],
      ],
      [
        '1) Pesca y sal 2) Costas vivas 3) Arte y diáspora',
        ['Pesca y sal', 'Costas vivas', 'Arte y diáspora'],
      ],
      [
        '1 miel al mundo, 2 agua para todos, 3 frontera amiga',
        ['miel al mundo', 'agua para todos', 'frontera amiga'],
      ],
      ['1. Uno solo\n2. Otro más', ['Uno solo', 'Otro más']],
      ['- Ríos limpios\n- Puertos abiertos', ['Ríos limpios', 'Puertos abiertos']],
      ['• Ríos limpios • Puertos abiertos', ['Ríos limpios', 'Puertos abiertos']],
      ['bueno, entonces agro limpio, turismo y cultura', ['agro limpio', 'turismo', 'cultura']],
      ['los ejes son turismo, agro y cultura', ['turismo', 'agro', 'cultura']],
      ['pues serían turismo y agro', ['turismo', 'agro']],
      ['Ejes: 1) Mar 2) Tierra 3) Cielo', ['Mar', 'Tierra', 'Cielo']],
      ['turismo e inversión', ['turismo', 'inversión']],
      [
        'una funcionaria habla inglés y otra habla francés',
        ['una funcionaria habla inglés y otra habla francés'],
      ],
      ['poca plata, una funcionaria habla inglés', ['poca plata, una funcionaria habla inglés']],
      ['turismo, Turismo, agro', ['turismo', 'agro']],
      ['turismo,agro,cultura', ['turismo', 'agro', 'cultura']],
      ['radio / prensa / redes', ['radio', 'prensa', 'redes']],
      ['a) ríos b) puertos', ['ríos', 'puertos']],
      ['1) ríos', ['ríos']],
      ['Pesca y sal, Costas, Arte y diáspora', ['Pesca y sal', 'Costas', 'Arte y diáspora']],
      ['ninguno, apenas un taller en Quito', ['ninguno, apenas un taller en Quito']],
      ['40 hectáreas restauradas', ['40 hectáreas restauradas']],
      ['cosecha entre enero y abril', ['cosecha entre enero y abril']],
      ['🎉', '!emoji'],
      ['', '!empty'],
      [
        Array.from({ length: 61 }, (_, i) => `cosa ${String.fromCharCode(97 + (i % 26))}${i}`).join('; '),
        '!tooMany',
      ],
    ],
  );
  reads(
    (t) => readStatements(t, EN, { split: 'phrases' }),
    [['the axes are tourism, clean energy and culture', ['tourism', 'clean energy', 'culture']]],
  );
});

describe('statements in lines', () => {
  reads(
    (t) => readStatements(t, ES, { split: 'lines' }),
    [
      ['marca registrada; 30 tejedoras formadas', ['marca registrada', '30 tejedoras formadas']],
      ['30 tejedoras\n2 ferias', ['30 tejedoras', '2 ferias']],
      ['1 marca\n2 ferias', ['marca', 'ferias']],
      ['2.5 km de vía; un puente', ['2.5 km de vía', 'un puente']],
      ['bosque, aves y turismo', ['bosque, aves y turismo']],
      ['Una visita de Quito; un curso en línea', ['Una visita de Quito', 'un curso en línea']],
      ['Una visita\nOtra visita', ['Una visita', 'Otra visita']],
    ],
  );
});

describe('statements without articles', () => {
  reads(
    (t) => readStatements(t, ES, { split: 'phrases', dropArticles: true }),
    [
      ['la cooperativa y la alcaldía de Tulcán', ['cooperativa', 'alcaldía de Tulcán']],
      [
        'cooperativa de mieleros, SENA, colegio y el cabildo',
        ['cooperativa de mieleros', 'SENA', 'colegio', 'cabildo'],
      ],
      [
        'Universidad del Sur, la cámara de comercio y los pescadores',
        ['Universidad del Sur', 'cámara de comercio', 'pescadores'],
      ],
    ],
  );
});

const DIMENSIONS = [
  { value: 'bilateral', label: 'Cooperación bilateral' },
  { value: 'multilateral', label: 'Cooperación multilateral', also: ['redes', 'organismos internacionales'] },
  { value: 'south-south', label: 'Cooperación sur-sur', also: ['entre países en desarrollo'] },
  { value: 'triangular', label: 'Cooperación triangular' },
  { value: 'competition', label: 'Competencia y posicionamiento', also: ['competir'] },
] as const;
const REASONS = [
  { value: 'positioning', label: 'Posicionamiento internacional', also: ['darnos a conocer'] },
  { value: 'exchange', label: 'Intercambio de buenas prácticas', also: ['cooperación', 'aprender de otros'] },
  { value: 'solidarity', label: 'Solidaridad internacional' },
  { value: 'funds', label: 'Acceso a fondos y programas', also: ['recursos', 'financiación'] },
] as const;
const ACTS = [
  { value: 'decree', label: 'Decreto' },
  { value: 'agreement', label: 'Acuerdo' },
  { value: 'none', label: 'Ninguno todavía', also: ['ninguno', 'no hay'] },
] as const;
const CATEGORIES = ['6', '5', '4', '3', '2', '1'].map((value) => ({
  value,
  label: `Categoría ${value}`,
  also: [value],
}));

describe('one choice', () => {
  reads(
    (t) => readChoice(t, ES, DIMENSIONS),
    [
      ['sur-sur', 'south-south'],
      ['Sur Sur con Quito', 'south-south'],
      ['cooperación sur-sur con Quito', 'south-south'],
      ['cooperasion trianguler', 'triangular'],
      ['bilateral', 'bilateral'],
      ['el 1', 'bilateral'],
      ['opción 4', 'triangular'],
      ['la segunda', 'multilateral'],
      ['la última', 'competition'],
      ['queremos competir', 'competition'],
      ['por medio de redes', 'multilateral'],
      ['no bilateral, triangular', 'triangular'],
      ['no bilateral sino triangular', 'triangular'],
      ['no bilateral', '!choice'],
      ['cooperación', '!ambiguousChoice'],
      ['bilateral o triangular', '!ambiguousChoice'],
      ['el 9', '!choice'],
      ['pescado', '!choice'],
      ['👍', '!emoji'],
    ],
  );
  reads(
    (t) => readChoice(t, ES, ACTS),
    [
      ['todavía ninguno', 'none'],
      ['por decreto', 'decree'],
      ['un acuerdo del concejo', 'agreement'],
    ],
  );
  reads(
    (t) => readChoice(t, ES, CATEGORIES),
    [
      ['6', '6'],
      ['categoría 5', '5'],
      ['la 2', '2'],
    ],
  );
  it('names the options that fit, and all of them when none does', () => {
    expect(readChoice('bilateral o triangular', ES, DIMENSIONS)).toMatchObject({
      params: { labels: 'Cooperación bilateral; Cooperación triangular' },
    });
    expect(readChoice('pescado', ES, ACTS)).toMatchObject({
      params: { labels: 'Decreto; Acuerdo; Ninguno todavía' },
    });
  });
});

describe('several choices', () => {
  reads(
    (t) => readChoices(t, ES, REASONS),
    [
      ['cooperación y conseguir fondos', ['exchange', 'funds']],
      ['1 y 3', ['positioning', 'solidarity']],
      ['la 2, la 4', ['exchange', 'funds']],
      ['1-3', ['positioning', 'exchange', 'solidarity']],
      ['todas', ['positioning', 'exchange', 'solidarity', 'funds']],
      ['todas menos solidaridad', ['positioning', 'exchange', 'funds']],
      ['intercambio de buenas practicas, solidaridad', ['exchange', 'solidarity']],
      ['posicionamiento pero no solidaridad', ['positioning']],
      ['recursos', ['funds']],
      ['internacional', '!ambiguousChoice'],
      ['ninguna', '!choice'],
      ['pescado', '!choice'],
    ],
  );
  it('takes «ninguna» as an empty list where that is allowed', () => {
    expect(readChoices('ninguna por ahora', ES, REASONS, { allowNone: true })).toEqual({
      ok: true,
      value: [],
    });
  });
});

describe('people', () => {
  reads(
    (t) => readPerson(t, ES),
    [
      [
        'la doctora Marta Páez, que es la secretaria de salud',
        { name: 'Marta Páez', post: 'secretaria de salud' },
      ],
      [
        'Julián Ortiz, jefe de la oficina de turismo',
        { name: 'Julián Ortiz', post: 'jefe de la oficina de turismo' },
      ],
      ['Marta Rosas', { name: 'Marta Rosas' }],
      ['la secretaria de planeación', { post: 'secretaria de planeación' }],
      ['el alcalde', { post: 'alcalde' }],
      ['Hernán Díaz Paz (asesor)', { name: 'Hernán Díaz Paz', post: 'asesor' }],
      ['la responsable es Ana Ruiz', { name: 'Ana Ruiz' }],
      [
        'se llama Luz Dary Mora, enlace de cooperación',
        { name: 'Luz Dary Mora', post: 'enlace de cooperación' },
      ],
      ['sería el secretario de gobierno', { post: 'secretario de gobierno' }],
      ['asesora de despacho, Ana Ruiz', { name: 'Ana Ruiz', post: 'asesora de despacho' }],
      ['el alcalde Pedro Gómez', { name: 'Pedro Gómez', post: 'alcalde' }],
      ['la secretaria de planeación Marta Rosas', { name: 'Marta Rosas', post: 'secretaria de planeación' }],
      ['Ana Ruiz directora de cultura', { name: 'Ana Ruiz', post: 'directora de cultura' }],
      ['Ana Ruiz, que es la directora de cultura', { name: 'Ana Ruiz', post: 'directora de cultura' }],
      ['marta rosas', { name: 'marta rosas' }],
      ['Felipe Rojas, el mismo cargo', { name: 'Felipe Rojas' }],
      ['123', '!person'],
      ['todavía nadie', '!person'],
      ['yo', '!person'],
      ['yo mismo, Carlos Pérez', { name: 'Carlos Pérez' }],
      ['Marta Rosas. Jefe de prensa', { name: 'Marta Rosas', post: 'Jefe de prensa' }],
      ['Sec. de Planeación', { post: 'Sec. de Planeación' }],
      ['', '!empty'],
    ],
  );
});

describe('places', () => {
  reads(
    (t) => readPlace(t, ES),
    [
      ['Villa Alegre, Nariño', { name: 'Villa Alegre', department: 'Nariño' }],
      ['Los Samanes, casanare', { name: 'Los Samanes', department: 'Casanare' }],
      ['Neiva (Huila)', { name: 'Neiva', department: 'Huila' }],
      ['municipio de Río Claro en Antioquia', { name: 'Río Claro', department: 'Antioquia' }],
      ['Alcaldía de Puerto Ceibas, Meta', { name: 'Puerto Ceibas', department: 'Meta' }],
      [
        'somos el municipio de Puerto Ceibas, departamento del Meta',
        { name: 'Puerto Ceibas', department: 'Meta' },
      ],
      ['Buga, valle', { name: 'Buga', department: 'Valle del Cauca' }],
      ['Soacha Cundinamarca', { name: 'Soacha', department: 'Cundinamarca' }],
      ['Santa Rita del Mar', { name: 'Santa Rita del Mar' }],
      ['La Palmera', { name: 'La Palmera' }],
      ['Santander de Quilichao, Cauca', { name: 'Santander de Quilichao', department: 'Cauca' }],
      ['Nariño, Antioquia', { name: 'Nariño', department: 'Antioquia' }],
      ['Gobernación de Nariño', { name: 'Nariño', department: 'Nariño' }],
      ['Bogotá', { name: 'Bogotá', department: 'Bogotá D.C.' }],
      ['villa alegre', { name: 'villa alegre' }],
      ['2027', '!place'],
      ['👍', '!emoji'],
    ],
  );
});

describe('departments', () => {
  reads(
    (t) => readDepartment(t, ES),
    [
      ['narino', 'Nariño'],
      ['valle', 'Valle del Cauca'],
      ['el Huila', 'Huila'],
      ['queda en el Cauca', 'Cauca'],
      ['departamento de Córdoba', 'Córdoba'],
      ['guajira', 'La Guajira'],
      ['norte de santander', 'Norte de Santander'],
      ['santander', 'Santander'],
      ['antiokia', 'Antioquia'],
      ['bogota', 'Bogotá D.C.'],
      ['Quito', '!department'],
      ['Cauca o Huila', '!department'],
    ],
  );
  it('knows the 32 and Bogotá, each by its own name', () => {
    expect(DEPARTMENTS).toHaveLength(33);
    for (const name of DEPARTMENTS) expect(readDepartment(name, ES)).toEqual({ ok: true, value: name });
  });
});

describe('milestones', () => {
  reads(
    (t) => readMilestones(t, ES),
    [
      ['catálogo listo el 30 de abril de 2027', [{ name: 'catálogo listo', date: '2027-04-30' }]],
      ['30 de abril de 2027: catálogo listo', [{ name: 'catálogo listo', date: '2027-04-30' }]],
      ['catálogo listo, 30/04/2027', [{ name: 'catálogo listo', date: '2027-04-30' }]],
      ['feria en junio', [{ name: 'feria', date: '2027-06' }]],
      [
        'catálogo listo el 30 de abril de 2027; feria en junio de 2027',
        [
          { name: 'catálogo listo', date: '2027-04-30' },
          { name: 'feria', date: '2027-06' },
        ],
      ],
      [
        'catálogo listo en abril de 2027, primera venta en agosto de 2027 y cierre en diciembre de 2027',
        [
          { name: 'catálogo listo', date: '2027-04' },
          { name: 'primera venta', date: '2027-08' },
          { name: 'cierre', date: '2027-12' },
        ],
      ],
      ['taller, visita y cierre', [{ name: 'taller, visita y cierre' }]],
      ['Expo 2027 montada el 3 de mayo de 2027', [{ name: 'Expo 2027 montada', date: '2027-05-03' }]],
      ['30 de abril de 2027', '!milestone'],
      ['catálogo el 31 de abril de 2027', '!dateImpossible'],
      ['', '!empty'],
    ],
  );
});

describe('indicators', () => {
  reads(
    (t) => readIndicator(t, ES),
    [
      ['compradores nuevos: hoy cero, meta dos', { name: 'compradores nuevos', baseline: 0, target: 2 }],
      ['hectáreas restauradas', { name: 'hectáreas restauradas' }],
      ['de 3 a 10 convenios', { name: 'convenios', baseline: 3, target: 10, unit: 'convenios' }],
      ['convenios firmados, de 3 a 10', { name: 'convenios firmados', baseline: 3, target: 10 }],
      [
        'guías formados: línea base 0, meta 20 guías',
        { name: 'guías formados', baseline: 0, target: 20, unit: 'guías' },
      ],
      [
        'indicador: visitantes al año, hoy 1.200 y meta 3.000',
        { name: 'visitantes al año', baseline: 1200, target: 3000 },
      ],
      ['20 jóvenes formados', { name: 'jóvenes formados', target: 20, unit: 'jóvenes formados' }],
      [
        'familias con agua: línea base pendiente, meta 80 %',
        { name: 'familias con agua', baseline: 'pending', target: 80, unit: '%' },
      ],
      ['Convenios: 0 hoy, 3 al final', { name: 'Convenios', baseline: 0, target: 3 }],
      [
        'reducir la deserción del 20% al 10%',
        { name: 'reducir la deserción', baseline: 20, target: 10, unit: '%' },
      ],
      ['nuevos socios: meta 4', { name: 'nuevos socios', target: 4 }],
      ['hoy 0, meta 2', '!indicator'],
      ['10', '!indicator'],
    ],
  );
  reads(
    (t) => readIndicator(t, EN),
    [['new buyers: today zero, target two', { name: 'new buyers', baseline: 0, target: 2 }]],
  );
  reads(
    (t) => readIndicators(t, ES),
    [
      [
        'ventas de tejido (hoy 0, meta 300), tejedoras formadas: meta 30',
        [
          { name: 'ventas de tejido', baseline: 0, target: 300 },
          { name: 'tejedoras formadas', target: 30 },
        ],
      ],
      [
        '20 jóvenes formados, 10 convenios firmados',
        [
          { name: 'jóvenes formados', target: 20, unit: 'jóvenes formados' },
          { name: 'convenios firmados', target: 10, unit: 'convenios firmados' },
        ],
      ],
      ['visitantes, hoy 20, y la meta es 200', [{ name: 'visitantes', baseline: 20, target: 200 }]],
      ['hectáreas: hoy 5, 40 al final', [{ name: 'hectáreas', baseline: 5, target: 40 }]],
      [
        'socios: hoy 1, meta 4; visitas: meta 300',
        [
          { name: 'socios', baseline: 1, target: 4 },
          { name: 'visitas', target: 300 },
        ],
      ],
      ['guías formados; línea base 0, meta 20', [{ name: 'guías formados', baseline: 0, target: 20 }]],
    ],
  );
});

describe('risks', () => {
  reads(
    (t) => readRisks(t, ES),
    [
      [
        'que llueva; cambiar las salidas de mes',
        [{ risk: 'que llueva', mitigation: 'cambiar las salidas de mes' }],
      ],
      ['que llueva; medida: aplazar', [{ risk: 'que llueva', mitigation: 'aplazar' }]],
      [
        'que caiga el precio; mitigar con contratos a seis meses',
        [{ risk: 'que caiga el precio', mitigation: 'contratos a seis meses' }],
      ],
      [
        'temporada de lluvias, lo mitigamos sembrando en enero',
        [{ risk: 'temporada de lluvias', mitigation: 'sembrando en enero' }],
      ],
      [
        'Riesgo: falta de guías. Mitigación: curso de tres meses',
        [{ risk: 'falta de guías', mitigation: 'curso de tres meses' }],
      ],
      ['cambio de gobierno; pocos guías', [{ risk: 'cambio de gobierno' }, { risk: 'pocos guías' }]],
      ['robo, para evitarlo, vigilancia privada', [{ risk: 'robo', mitigation: 'vigilancia privada' }]],
      ['sequía -> riego por goteo', [{ risk: 'sequía', mitigation: 'riego por goteo' }]],
      [
        '1) sequía, se mitiga con riego 2) plagas',
        [{ risk: 'sequía', mitigation: 'riego' }, { risk: 'plagas' }],
      ],
      ['demoras y sobrecostos', [{ risk: 'demoras y sobrecostos' }]],
      ['12', '!risk'],
    ],
  );
});

describe('sustainable development goals', () => {
  reads(
    (t) => readSdgs(t, ES),
    [
      ['ODS 6 y ODS 8', [6, 8]],
      ['13 y 14', [13, 14]],
      ['el 6, 8 y 13', [6, 8, 13]],
      ['6,8,13', [6, 8, 13]],
      ['agua limpia y acción por el clima', [6, 13]],
      ['igualdad de genero', [5]],
      ['del 1 al 3', [1, 2, 3]],
      ['el trece', [13]],
      ['Agenda 2030, ODS 11', [11]],
      ['todos', Array.from({ length: 17 }, (_, i) => i + 1)],
      ['ODS 18', '!sdgRange'],
      ['0', '!sdgRange'],
      ['los de siempre', '!sdg'],
    ],
  );
  reads(
    (t) => readSdgs(t, EN),
    [
      ['clean water and climate action', [6, 13]],
      ['SDG 4 and 5', [4, 5]],
    ],
  );
});
