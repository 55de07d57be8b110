import { z } from 'zod';

/** A scripted conversation of the development sets (`test/evals/README.md`). */
export const Script = z.object({
  id: z.string(),
  title: z.string(),
  channel: z.string(),
  turns: z.array(
    z.object({
      user: z.string(),
      about: z.string().optional(),
      wait_days: z.number().nonnegative().optional(),
    }),
  ),
});
export type Script = z.infer<typeof Script>;

/** What the service said in answer to one message. */
export interface Reply {
  text: string;
  /** Key of the question that now waits, when the message ends in one. */
  field?: string | undefined;
  choices?: string[];
  file?: { name: string; path: string };
}

/** The person's side of a conversation: sends a message and waits for all that comes back. */
export interface Person {
  send(text: string): Promise<Reply[]>;
  waitDays(days: number): Promise<void>;
}

export interface Line {
  who: 'user' | 'bot';
  text: string;
}

/** Which question a turn answers, by its `about`: the key of the question, with `*` for the project at hand. */
const QUESTION_OF: Record<string, string> = {
  municipality: 'entity.name',
  entity_kind: 'entity.kind',
  department: 'entity.department',
  population: 'entity.population',
  border_zone: 'entity.borderZone',
  reasons: 'reasons',
  political_support: 'commitment.sponsor',
  formal_act: 'commitment.formalAct',
  lead_unit: 'resources.leadUnit',
  responsible: 'resources.head',
  team: 'resources.team',
  total_budget: 'resources.budget',
  global_agenda: 'alignment.globalAgendas',
  local_plan: 'alignment.localPlan',
  actors: 'governance.stakeholders',
  background: 'profile.antecedents',
  capacities: 'profile.capacities',
  opportunities: 'profile.opportunities',
  needs: 'profile.needs',
  legal: 'legal.actions',
  axes: 'strategy.axes',
  axes_confirm: 'strategy.axes.confirm',
  project: 'projects',
  project_axis: 'projects.*.axis',
  project_dimension: 'projects.*.dimension',
  project_objective: 'projects.*.object',
  project_responsible: 'projects.*.responsible',
  project_partners: 'projects.*.partners',
  project_budget: 'projects.*.budget',
  project_start: 'projects.*.start',
  project_end: 'projects.*.end',
  project_milestones: 'projects.*.milestones',
  project_indicators: 'projects.*.indicators',
  project_risks: 'projects.*.risks',
  more_projects: 'projects.more',
  communication: 'communication.external.channels',
  follow_up: 'followUp.frequency',
};

/** Messages after which a script is taken to have lost its way. */
const LIMIT = 600;

/**
 * Plays a script as a person would who has its answers at hand: each message is given when its field is asked
 * for, whatever the order of the questions; a field without a message gets `skip`; a message that answers no
 * question (a doubt, a correction) is given as soon as all before it in the script were.
 * @returns the conversation, and the turns whose question never came.
 */
export async function playScript(
  script: Script,
  person: Person,
  skip: string,
): Promise<{ lines: Line[]; replies: Reply[]; unasked: string[] }> {
  const left = script.turns.map((turn, index) => ({ ...turn, index }));
  const answered = new Set<string>();
  const lines: Line[] = [];
  const all: Reply[] = [];
  let waiting: string | undefined;

  const give = async (text: string) => {
    lines.push({ who: 'user', text });
    const replies = await person.send(text);
    for (const reply of replies) {
      lines.push({ who: 'bot', text: reply.file ? `[${reply.file.name}]` : reply.text });
      if (reply.field !== undefined) waiting = reply.field;
      all.push(reply);
    }
  };

  for (let sent = 0; sent < LIMIT && left.length > 0; sent += 1) {
    const turn = nextTurn(left, waiting, answered);
    if (!turn && waiting === undefined) break;
    if (turn) {
      left.splice(left.indexOf(turn), 1);
      if (turn.wait_days) await person.waitDays(turn.wait_days);
      if (turn.about) answered.add(turn.about);
      await give(turn.user);
    } else {
      const before = waiting;
      await give(skip);
      if (waiting === before) break;
    }
  }
  return { lines, replies: all, unasked: left.map((turn) => turn.user) };
}

type Waiting = Script['turns'][number] & { index: number };

function nextTurn(left: Waiting[], waiting: string | undefined, answered: Set<string>): Waiting | undefined {
  const [first] = left;
  // All before it were given: it is its turn, unless it answers a question that has not come yet.
  if (first && (!asksFor(first) || repeats(first, answered, waiting))) return first;
  const project = projectNumber(waiting);
  return left.find(
    (turn) => asksFor(turn) && matches(turn, waiting) && inProject(turn, left, project, answered),
  );
}

function asksFor(turn: Waiting): string | undefined {
  return turn.about === undefined ? undefined : QUESTION_OF[turn.about];
}

/** A second message on a field that is not being asked for again: an addition or a correction. */
function repeats(turn: Waiting, answered: Set<string>, waiting: string | undefined): boolean {
  return (
    turn.about !== undefined &&
    answered.has(turn.about) &&
    !turn.about.startsWith('project') &&
    !matches(turn, waiting)
  );
}

function matches(turn: Waiting, waiting: string | undefined): boolean {
  const question = asksFor(turn);
  if (question === undefined || waiting === undefined) return false;
  return question === waiting.replace(/^(projects)\.project-\d+\./, '$1.*.');
}

function projectNumber(waiting: string | undefined): number | undefined {
  const match = /^projects\.project-(\d+)\./.exec(waiting ?? '');
  return match ? Number(match[1]) : undefined;
}

/** A project's answers stand after its own `project` turn and before the next one's. */
function inProject(
  turn: Waiting,
  left: Waiting[],
  project: number | undefined,
  answered: Set<string>,
): boolean {
  if (project === undefined) return true;
  const nextProject = left.find((t) => t.about === 'project');
  return answered.has('project') && (nextProject === undefined || turn.index < nextProject.index);
}
