import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { EvalReport } from './eval-report.ts';
import type { EvalRow } from './eval-run.ts';

/** An evaluation as it is kept: what was measured, with what, and every question's row. */
export interface StoredRun {
  name: string;
  /** ISO date and time. */
  date: string;
  /** Commit of the working tree, with `+` when it had changes; null outside a repository. */
  commit: string | null;
  pipeline: number;
  config: { questions: string[]; embeddings: string };
  report: EvalReport;
  rows: EvalRow[];
}

/** Keeps a run in `<dataFolder>/runs/<name>.json`, over an earlier one of that name. Gives the file. */
export async function saveRun(run: StoredRun, dataFolder: string): Promise<string> {
  const file = fileOf(run.name, dataFolder);
  await mkdir(join(dataFolder, 'runs'), { recursive: true });
  await writeFile(file, `${JSON.stringify(run, null, 1)}\n`);
  return file;
}

/** Reads a run that `saveRun` kept. Throws when there is none of that name. */
export async function readRun(name: string, dataFolder: string): Promise<StoredRun> {
  const file = fileOf(name, dataFolder);
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Error(`no run «${name}» can be read at ${file}`, { cause: error });
  }
}

function fileOf(name: string, dataFolder: string): string {
  if (!/^[\w.-]+$/.test(name))
    throw new Error(`a run is named with letters, digits, «.», «_» and «-»: ${name}`);
  return join(dataFolder, 'runs', `${name}.json`);
}

/** The commit that is checked out, with `+` when files differ from it; null when git cannot tell. */
export async function currentCommit(folder: string): Promise<string | null> {
  const git = async (...command: string[]) =>
    (await promisify(execFile)('git', command, { cwd: folder })).stdout.trim();
  try {
    const commit = await git('rev-parse', '--short=12', 'HEAD');
    return (await git('status', '--porcelain')) === '' ? commit : `${commit}+`;
  } catch {
    return null;
  }
}
