import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/ingest/index.ts';
import { segmentDocument, wordFormsOf } from '../../../src/retrieval/segment/document.ts';
import {
  bold,
  bullet,
  HEADING_1,
  HEADING_2,
  heading,
  type Placed,
  paragraph,
  pdf,
  table,
  word,
} from './files.ts';

/** The passages of a file as its reader and the segmenter make them. */
async function passagesOf(name: string, bytes: Uint8Array | string) {
  const { text } = await readDocument(name, Buffer.from(bytes));
  return segmentDocument('dx', text, wordFormsOf([text]));
}

const sections = (passages: readonly { section: string[] }[]) => passages.map(({ section }) => section);
const SENTENCE = 'El municipio revisa cada solicitud en diez días hábiles y responde por escrito.';

describe('a Word document', () => {
  it('gives its headings to its passages as their sections', async () => {
    const passages = await passagesOf(
      'plan.docx',
      await word(
        heading('Cooperación', HEADING_1),
        paragraph(SENTENCE),
        heading('Requisitos', HEADING_2),
        paragraph('Para pedir apoyo se necesita de'),
        bullet('Una carta del alcalde.'),
        bullet('un proyecto registrado'),
        heading('Plazos', HEADING_1),
        paragraph(SENTENCE),
      ),
    );
    expect(sections(passages)).toEqual([['Cooperación'], ['Cooperación', 'Requisitos'], ['Plazos']]);
    expect(passages[1]?.text).toBe(
      'Requisitos\nPara pedir apoyo se necesita de\n• Una carta del alcalde.\n• un proyecto registrado',
    );
  });

  it('tells a table row by row with its columns', async () => {
    const [passage] = await passagesOf(
      'tabla.docx',
      await word(
        paragraph(SENTENCE),
        table(
          ['Trámite', 'Responsable', 'Plazo'],
          ['Revisión', 'Oficina Jurídica', '15 días'],
          ['Firma', '', '5 días'],
        ),
        table(['Nombre', 'Comité de Ciudades'], ['Sede', 'Alcaldía']),
      ),
    );
    expect(passage?.text.split('\n').slice(1)).toEqual([
      '• Trámite: Revisión; Responsable: Oficina Jurídica; Plazo: 15 días',
      '• Trámite: Firma; Plazo: 5 días',
      '• Nombre: Comité de Ciudades',
      '• Sede: Alcaldía',
    ]);
  });

  it('takes short bold paragraphs for headings where no style names one', async () => {
    const passages = await passagesOf(
      'acta.docx',
      await word(
        bold('1. Objeto'),
        paragraph(SENTENCE),
        bold('1.1. Alcance'),
        bold('Todo esto va en negrilla y es una frase entera.'),
        bold('2. Plazo'),
        paragraph(SENTENCE),
      ),
    );
    expect(sections(passages)).toEqual([['1. Objeto'], ['1. Objeto', '1.1. Alcance'], ['2. Plazo']]);
    expect(passages[1]?.text).toContain('negrilla');
  });
});

describe('an HTML page', () => {
  it('keeps what it says and leaves what surrounds it', async () => {
    const passages = await passagesOf(
      'pagina.html',
      `<html><head><title>No</title><style>p { color: red }</style></head><body><nav><a href="/x">Menú</a></nav>
      <header><p>Cabezote</p></header><h1>Becas</h1><script>alert('no')</script>
      <p>El municipio paga becas, <a href="https://ejemplo.gov.co/becas">como aquí</a>.</p>
      <h2>Montos</h2><ul><li><p>Maestría: 40 salarios</p></li><li>Pasantía: 12</li></ul>
      <table><tr><th>Mes</th><th>Etapa</th></tr><tr><td>Marzo</td><td>Convocatoria</td></tr></table>
      <table><tr><td><h2>Contacto</h2><p>Oficina de Cooperación del municipio.</p></td><td></td></tr></table>
      <footer>Pie</footer></body></html>`,
    );
    expect(sections(passages)).toEqual([['Becas'], ['Becas', 'Montos'], ['Becas', 'Contacto']]);
    expect(passages.map(({ text }) => text)).toEqual([
      'Becas\nEl municipio paga becas, como aquí.',
      'Montos\n• Maestría: 40 salarios\n• Pasantía: 12\n• Mes: Marzo; Etapa: Convocatoria',
      'Contacto\nOficina de Cooperación del municipio.',
    ]);
    expect(passages[0]?.links).toEqual(['https://ejemplo.gov.co/becas']);
  });

  it('is read in the encoding that it declares', async () => {
    const html = `<meta charset="iso-8859-1"><p>La acción exterior del municipio: cooperación técnica y niñez</p>`;
    const { text } = await readDocument('vieja.htm', Buffer.from(html, 'latin1'));
    expect(text.trim()).toBe('La acción exterior del municipio: cooperación técnica y niñez');
  });
});

describe('Markdown', () => {
  it('keeps headings, lists, tables and addresses, and no marks', async () => {
    const passages = await passagesOf(
      'manual.md',
      `---\nautor: x\n---\n# Manual\n\n- [Requisitos](#requisitos)\n\n<!-- nota -->\nPrimera línea de **un párrafo**\nque sigue en otra, con _énfasis_ y snake_case.\n\n` +
        `Requisitos\n----------\n\n1. Una carta, [según el formato](https://ejemplo.gov.co/f "F").\n   Va firmada.\n2) Un concepto\n\n` +
        `| Paso | Días |\n|:--|--:|\n| Revisión \\| firma | \`15\` |\n\n### Plazos ###\n> Quince días hábiles.\n\n\`\`\`sh\n# no es título\n\`\`\`\n`,
    );
    expect(sections(passages)).toEqual([['Manual'], ['Manual', 'Requisitos']]);
    expect(passages[0]?.text).toBe(
      'Manual\n• Requisitos\nPrimera línea de un párrafo que sigue en otra, con énfasis y snake_case.',
    );
    expect(passages[1]?.text).toBe(
      'Requisitos\n1. Una carta, según el formato. Va firmada.\n2. Un concepto\n• Paso: Revisión | firma; Días: 15\n' +
        'Plazos\nQuince días hábiles.\n# no es título',
    );
    expect(passages[1]?.links).toEqual(['https://ejemplo.gov.co/f']);
  });
});

describe('plain text', () => {
  const said = 'La cooperación técnica del municipio de Nariño se coordina aquí';

  it.each([
    ['UTF-8', Buffer.from(said)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${said}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${said}`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\ufeff${said}`, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(said, 'latin1')],
  ])('is read in %s', async (_, bytes) => {
    expect((await readDocument('nota.txt', bytes)).text).toBe(said);
  });

  it('keeps its lines, and one that begins with a number sign is no heading', async () => {
    const passages = await passagesOf(
      'nota.txt',
      `# de proyectos: doce en el municipio\r\n\r\n   ${SENTENCE}\r\n`,
    );
    expect(passages).toHaveLength(1);
    expect(passages[0]?.text.replace(/\s/g, ' ')).toBe(`# de proyectos: doce en el municipio ${SENTENCE}`);
    expect(passages[0]?.section).toEqual([]);
  });
});

describe('a PDF', () => {
  const body = (from: number, page: number): Placed[] =>
    Array.from({ length: 12 }, (_, at) => ({
      text: `Renglón ${at} de la hoja ${page}, que cuenta lo que hizo la oficina de cooperación ese año y`,
      y: from - 13 * at,
    }));
  const page = (title: string, number: number): Placed[] => [
    { text: 'Alcaldía de Prueba', y: 760 },
    { text: title, y: 720, size: 16 },
    ...body(690, number),
    { text: `Página ${number} de 3`, y: 30 },
  ];

  it('gives lines, pages and headings by their size, without heads and page numbers', async () => {
    const { text, withoutText } = await readDocument(
      'informe.pdf',
      pdf([page('Diagnóstico', 1), page('Fondo de contrapartidas', 2), page('Responsables', 3)]),
    );
    expect(withoutText).toEqual([]);
    expect(text).not.toMatch(/Alcaldía de Prueba|Página/);
    expect(text.split('\f').map((one) => one.split('\n')[0])).toEqual([
      '# Diagnóstico',
      '# Fondo de contrapartidas',
      '# Responsables',
    ]);
    const passages = segmentDocument('dx', text, wordFormsOf([text]));
    expect(new Set(passages.map(({ section }) => section.join()))).toEqual(
      new Set(['Diagnóstico', 'Fondo de contrapartidas', 'Responsables']),
    );
    expect(passages[0]?.text).toContain('ese año y Renglón 1 de la hoja 1');
  });

  it('parts the columns of a table, and leaves the marks of notes out of the words', async () => {
    const { text } = await readDocument(
      'tabla.pdf',
      pdf([
        [
          { text: 'La oficina atendió a veinte municipios', y: 700 },
          { text: '3', x: 262, y: 704, size: 6 },
          { text: 'Rueda de cooperantes', y: 670 },
          { text: 'Marzo', x: 300, y: 670 },
        ],
      ]),
    );
    expect(text).toBe('La oficina atendió a veinte municipios\nRueda de cooperantes | Marzo\n');
  });

  it('says which pages are pictures', async () => {
    const { withoutText } = await readDocument('mixto.pdf', pdf([page('Uno', 1), [], page('Tres', 3)]));
    expect(withoutText).toEqual([2]);
  });
});
