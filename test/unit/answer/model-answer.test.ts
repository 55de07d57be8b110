import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Behaviour,
  breaksOff,
  fails,
  OpenAIServer,
  says,
  servesPage,
  stalls,
  staysSilent,
} from '../../support/openai-server.ts';
import type { MadeUp } from './made-up.ts';
import { answering, FERIA, LABEL, PASSAGES, reply, stated, TRUE } from './with-model.ts';

let server: OpenAIServer;
beforeAll(async () => {
  server = await OpenAIServer.start();
});
afterAll(() => server.stop());

describe('an answer worded by a model', () => {
  it('is marked by code with the whole sentences that bear it out, and says who worded it', async () => {
    const { answer } = await answering(server, says(reply(TRUE)));
    expect(answer).toMatchObject({ kind: 'answer', writtenBy: 'model' });
    expect(answer.text).toBe(`A la feria regional van 12 alcaldías de la cordillera. [1]\n\n${LABEL}`);
    expect(answer.kind === 'answer' && answer.citations[0]?.quote).toBe(
      FERIA.slice(0, FERIA.indexOf(' No exige')),
    );
  });

  it('comes in the language of the person, and says that the original is in another', async () => {
    const quote = 'recibe compradores de Portugal';
    const { answer } = await answering(
      server,
      says(reply(stated('The regional fair receives buyers from Portugal.', quote))),
      {
        text: 'Who comes to the regional coffee fair?',
        language: 'en',
      },
    );
    expect(answer.text).toMatch(
      /^The regional fair receives buyers from Portugal\. \[1\]\n\nThe original is in Spanish\./,
    );
    expect((await answering(server, says(reply(TRUE)), { language: 'en' })).answer).not.toHaveProperty(
      'writtenBy',
    );
  });

  it('gets what others wrote between fences that it could not guess, another one each time', async () => {
    const fences = new Set<string>();
    for (let time = 0; time < 2; time++) {
      await answering(server, says(reply(TRUE)), {
        text: '¿y cuánto dura?',
        previous: 'QUIÉN VA A LA FERIA',
      });
      const [system, user] = server.requests[0]?.body.messages ?? [];
      const fence = /<<< pregunta (\w{24})\n¿y cuánto dura\?\n>>> \1/.exec(user?.content ?? '')?.[1] ?? '';
      expect(user?.content).toContain(`<<< 1 ${fence}\n`);
      expect(user?.content).toContain(FERIA);
      expect(user?.content).toContain(`<<< pregunta anterior ${fence}\nQUIÉN VA A LA FERIA\n`);
      expect(system?.content).not.toContain('feria regional');
      fences.add(fence);
    }
    expect(fences.size).toBe(2);
  });

  it('stays short: what is too long ends with a sentence, and further statements are left out', async () => {
    const long = `${TRUE.text} ${'La feria regional reúne a 12 alcaldías de la cordillera para vender café. '.repeat(9)}`;
    const many = Array.from({ length: 8 }, () => ({ ...TRUE, text: long }));
    const { answer } = await answering(server, says(reply(...many)));
    expect(answer.text.length).toBeLessThan(1100);
    expect(answer.text.split('\n\n')[0]).toMatch(/café\. \[1\]$/);
  });

  it('is left to the documents when the model finds nothing', async () => {
    const { answer, without } = await answering(server, says('{"notFound": true, "statements": []}'));
    expect(answer).toEqual(without);
  });
});

describe('when the model fails', () => {
  const CASES: [string, Behaviour][] = [
    ['JSON that is malformed', says('{"statements": [{"text": "A la feria van', {})],
    ['JSON of another shape', says('{"statements": [{"text": 3}]}')],
    ['words without JSON', says(TRUE.text)],
    ['nothing', says('')],
    ['a stream that breaks off', breaksOff(reply(TRUE).slice(0, 80))],
    ['a stream that stalls', stalls(reply(TRUE).slice(0, 80))],
    ['silence', staysSilent()],
    ['429 for ever', fails(429)],
    ['429 for half a minute', fails(429, { 'retry-after': '30' })],
    ['500', fails(500)],
    ['401', fails(401)],
    ['the page of a proxy', servesPage()],
    ['a refusal', says('', { finish: 'content_filter' })],
  ];

  it.each(CASES)('%s: the documents answer', async (_, behaviour) => {
    const { answer, without } = await answering(server, behaviour);
    expect(without.kind).toBe('answer');
    expect(answer).toEqual(without);
  });

  it('is not asked over the budget', async () => {
    const { answer, without } = await answering(server, says(reply(TRUE)), { perRequest: 400 });
    expect(answer).toEqual(without);
    expect(server.requests).toHaveLength(0);
  });
});

describe('documents of other kinds', () => {
  const CAMPAIGN = {
    section: ['Propuestas'],
    text: 'La candidata propone una feria regional de café.',
    campaign: true,
  };

  it('are introduced by what they are, and complete nothing that the guide says', async () => {
    const first = stated(
      'Se propone una feria regional de café.',
      'La candidata propone una feria regional de café',
    );
    const own = await answering(server, says(reply(first)), { passages: [CAMPAIGN, ...PASSAGES] });
    expect(own.answer.text).toMatch(
      /^Según el programa de campaña de 2026 \(Candidata de prueba\): Se propone/,
    );
    await answering(server, says(reply(TRUE)), { passages: [...PASSAGES, CAMPAIGN] });
    expect(server.requests[0]?.body.messages[1]?.content).not.toContain('candidata');
  });

  it('never answer a legal question, which keeps its notes', async () => {
    const passages: MadeUp[] = [
      {
        section: ['Convenios'],
        text: 'Los convenios de la feria regional necesitan autorización del concejo.',
        article: true,
      },
      CAMPAIGN,
      { section: ['Otros'], text: 'El comité se reúne cada mes.' },
    ];
    const statement = stated(
      'Los convenios necesitan autorización del concejo.',
      'necesitan autorización del concejo',
    );
    const { answer } = await answering(server, says(reply(statement)), {
      passages,
      text: '¿Qué autorización legal necesitan los convenios de la feria regional?',
    });
    expect(answer).toMatchObject({ writtenBy: 'model' });
    expect(answer.text).toMatch(/^Según un artículo académico de c\. 2010: Los convenios/);
    expect(answer.text).toMatch(/verifique que la norma siga vigente/);
    expect(answer.text).toMatch(/confirme con su oficina jurídica/);
    expect(server.requests[0]?.body.messages[1]?.content).not.toContain('candidata');
  });

  it('the law that the catalogue decides is not worded by a model', async () => {
    for (const text of [
      '¿Qué dice la Ley 9999 de 2031?',
      '¿Puedo firmar un hermanamiento con una ciudad de Portugal?',
    ]) {
      const { answer, without } = await answering(server, says(reply(TRUE)), { text });
      expect(answer).toEqual(without);
      expect(server.requests).toHaveLength(0);
    }
  });
});

describe('what the documents do not answer', () => {
  it('stays so when a name is in none of them, without asking', async () => {
    const { answer } = await answering(server, says(reply(TRUE)), {
      text: '¿Quién lleva la feria regional a Zipaquirá?',
    });
    expect(answer.kind).toBe('not-found');
    expect(server.requests).toHaveLength(0);
  });

  it('stays so when what the model writes has not the form that was asked for', async () => {
    const quote = 'La mesa regional publica cada año un informe sobre café';
    const text = '¿Cuánto cuesta el informe de la mesa regional?';
    const dodge = await answering(
      server,
      says(reply(stated('La mesa regional publica un informe sobre café.', quote, 2))),
      { text, likeness: 0 },
    );
    expect(dodge.without.kind).toBe('not-found');
    expect(dodge.answer).toEqual(dodge.without);
  });

  it('is answered when a model finds it in the nearest passages, said in other words', async () => {
    const { answer, without } = await answering(
      server,
      says(reply(stated('La feria regional dura dos días.', 'La feria regional dura dos días'))),
      { text: '¿Cuánta extensión temporal tiene el festejo cafetero?', likeness: 0 },
    );
    expect(without.kind).toBe('not-found');
    expect(answer.text).toBe(`La feria regional dura dos días. [1]\n\n${LABEL}`);
  });
});
