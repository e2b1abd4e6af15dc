import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const NAME = "smart-dynamodb-";
/** More than a long run of the fuzzer writes. */
const ROOM_BYTES = 1024 ** 3;

/** The SQLite file of one engine, which nobody else sees once the engine has opened it. */
export interface EngineFile {
  readonly path: string;
  /**
   * Gives the stream's records an index: the engine looks for the last of them at every write, and for the new ones at
   * every read, and went through all of them for it (15 ms for a transaction of 4 items at 16,000 records, 1.4 ms with it).
   * @throws Error when the engine keeps its stream otherwise than the version that is locked does
   */
  indexStream(): void;
  /** Takes the name from the file, so that nothing is left of it once the engine ends, however that comes about. */
  unlink(): void;
}

/** A file that isn't there yet, in memory where the system offers room for files there. */
export function engineFile(): EngineFile {
  const folder = newFolder();
  const path = join(folder, "engine.sqlite");
  return {
    path,
    indexStream() {
      const database = new DatabaseSync(path);
      try {
        database.exec(
          "CREATE INDEX stream_by_sequence_number ON _stream_records (table_name, CAST(sequence_number AS INTEGER))",
        );
      } finally {
        database.close();
      }
    },
    unlink: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A folder in memory, where the system has one with room that we may write to; else a temporary one on disk. */
function newFolder(): string {
  const inMemory = "/dev/shm";
  try {
    const { bavail, bsize } = statfsSync(inMemory);
    if (bavail * bsize > ROOM_BYTES) return mkdtempSync(join(inMemory, NAME));
  } catch {
    // Not there, or not ours to write to.
  }
  return mkdtempSync(join(tmpdir(), NAME));
}
