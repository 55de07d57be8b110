import { choiceField } from '../../../src/guide/choices.ts';
import type { Step } from '../../../src/guide/definition.ts';
import { namesField } from '../../../src/guide/elements.ts';
import { textField } from '../../../src/guide/fields.ts';
import { SECTORS, WILLINGNESS } from '../../../src/plan/terms.ts';
import { divideActor, guessSector } from '../parts/sectors.ts';

const LIST = 'governance.stakeholders';

export const governance: Step = {
  id: 'governance',
  number: 6,
  topic: 'gobernanza multiactor mapeo de actores sectores intereses stakeholders participación',
  entries: [
    namesField(
      LIST,
      {
        prefix: 'stakeholder',
        split: 'phrases',
        dropArticles: true,
        divide: divideActor,
        derive: (name) => {
          const sector = guessSector(name);
          return sector === undefined ? {} : { sector };
        },
      },
      { essential: true },
    ),
    {
      each: LIST,
      fields: [
        choiceField(`${LIST}.*.sector`, 'sector', SECTORS),
        textField(`${LIST}.*.interest`),
        textField(`${LIST}.*.motivation`),
        choiceField(`${LIST}.*.willingness`, 'willingness', WILLINGNESS),
        textField(`${LIST}.*.contribution`),
      ],
    },
    textField('governance.participation'),
    textField('governance.guiding.policy'),
    textField('governance.guiding.participation'),
    textField('governance.guiding.contribution'),
    textField('governance.guiding.benefit'),
  ],
};
