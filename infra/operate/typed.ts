import { type ParseArgsConfig, parseArgs } from "node:util";

/**
 * Reads what was typed after a command's name. What the command doesn't take ends it; `--help` is answered by how it is
 * written.
 *
 * @param usage the command with all of its options
 */
export function typed<Config extends ParseArgsConfig>(usage: string, config: Config) {
  if (process.argv.includes("--help")) {
    console.log(usage);
    process.exit();
  }
  try {
    return parseArgs(config);
  } catch (error) {
    // Node goes on with advice for commands that take names of files.
    const [wrong] = String(error instanceof Error ? error.message : error).split(". ");
    return refuse(`${wrong}: write ${usage}`);
  }
}

/** Ends the command because there is nothing of the name that was typed. */
export function refuseName(what: string, name: string, there: readonly string[]): never {
  return refuse(`There is no ${what} "${name}": choose one of ${there.join(", ")}.`);
}

/** One sentence and exit code 1, before anything was begun that would have to be ended. */
function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
