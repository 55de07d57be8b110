import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { sha256 } from './catalog.ts';

const MANIFEST = 'manifest.json';
/** A folder being written is left alone this long (ms): another process may be at work in it. */
const ABANDONED_AFTER = 10 * 60 * 1000;

interface Manifest {
  key: string;
  files: Record<string, string>;
}

/**
 * Keeps one index at a time in a folder, under a key of all it was made from. The index is written to a folder of
 * its own and renamed into place, so it is there whole or not at all; every file is checked by its hash when read.
 */
export class IndexStore {
  readonly #folder: string;
  readonly #key: string;

  constructor(folder: string, key: string) {
    this.#folder = folder;
    this.#key = key;
  }

  /** Folder of this key's index. */
  get path(): string {
    return join(this.#folder, this.#key);
  }

  /** The checked files of the index by name; undefined when there is none, or it is partial or damaged. */
  async read(): Promise<Map<string, Buffer> | undefined> {
    try {
      const manifest: Manifest = JSON.parse(await readFile(join(this.path, MANIFEST), 'utf8'));
      if (manifest.key !== this.#key) return undefined;
      const files = new Map<string, Buffer>();
      for (const [name, hash] of Object.entries(manifest.files)) {
        const content = await readFile(join(this.path, basename(name)));
        if (sha256(content) !== hash) return undefined;
        files.set(name, content);
      }
      return files;
    } catch {
      return undefined;
    }
  }

  /**
   * Has `write` fill a new folder, then puts it in place of whatever was kept. When another process put the same
   * index there meanwhile, that one stays.
   */
  async replace(write: (folder: string) => Promise<void>): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const fresh = await mkdtemp(join(this.#folder, '.new-'));
    try {
      await write(fresh);
      const files: Record<string, string> = {};
      for (const name of await readdir(fresh)) files[name] = sha256(await readFile(join(fresh, name)));
      await writeFile(join(fresh, MANIFEST), JSON.stringify({ key: this.#key, files } satisfies Manifest));
      await rm(this.path, { recursive: true, force: true });
      await rename(fresh, this.path);
    } catch (error) {
      await rm(fresh, { recursive: true, force: true });
      if (!isTaken(error)) throw error;
    }
    await this.#dropOthers();
  }

  /** Indexes of other keys, and folders that a killed process left half-written, are of no more use. */
  async #dropOthers(): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      const path = join(this.#folder, name);
      const isOther = /^[0-9a-f]{16}$/.test(name) && name !== this.#key;
      if (isOther || (name.startsWith('.new-') && (await isAbandoned(path)))) {
        await rm(path, { recursive: true, force: true });
      }
    }
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  const { mtimeMs } = await stat(path);
  return Date.now() - mtimeMs > ABANDONED_AFTER;
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST');
}
