import type { Import } from "./sources.ts";

/** Where a file stands: its part of the repository, and for a context's package the context and layer. */
interface Standing {
  readonly part: "kernel" | "platform" | "local" | "context" | "functions" | "infra" | "test" | "root" | "package";
  readonly context: string;
  readonly layer: string;
}

function standingOf(path: string): Standing {
  const [top = "", context = "", layer = ""] = path.split("/");
  if (top === "packages" && (context === "kernel" || context === "platform" || context === "local")) {
    return { part: context, context, layer };
  }
  if (top === "packages") return { part: "context", context, layer };
  if (top === "functions" || top === "infra" || top === "test") return { part: top, context, layer };
  return { part: /\.(ts|json)$/.test(path) && !path.includes("/") ? "root" : "package", context: path, layer: "" };
}

/** Each layer of a context: which layers of its own and of other contexts it may know, and which of the rest. */
const LAYERS: Readonly<Record<string, { own: string[]; others: string[]; platform: boolean; packages: string[] }>> = {
  domain: { own: ["domain"], others: [], platform: false, packages: ["zod"] },
  events: { own: ["domain", "events"], others: [], platform: false, packages: ["zod"] },
  // A port may re-export its own domain: what others' decisions need of it.
  ports: { own: ["domain", "ports"], others: [], platform: false, packages: ["zod"] },
  app: { own: ["domain", "events", "ports", "app"], others: ["events", "ports"], platform: false, packages: ["zod"] },
  // A part's facts are written with its writes, so a store that offers parts knows its own events; secrets that are
  // looked up by are kept as hashes.
  store: { own: ["domain", "events", "ports", "store"], others: [], platform: true, packages: ["zod", "node:crypto"] },
  // Answers go through views made of the domain's schemas.
  http: { own: ["domain", "ports", "app", "http"], others: [], platform: true, packages: ["zod"] },
};

/** What is wrong with an import, as a sentence; undefined when it may be. */
export function wrongImport({ from, to }: Import): string | undefined {
  return mayImport(standingOf(from), standingOf(to), to) ? undefined : `${from} may not import ${to}.`;
}

function mayImport(from: Standing, to: Standing, target: string): boolean {
  switch (from.part) {
    case "kernel":
      return to.part === "kernel" || target === "zod";
    case "platform":
      // The SDKs, zod and Node's own modules; never a context.
      return to.part === "kernel" || to.part === "platform" || to.part === "package";
    case "context":
      return mayContext(from, to, target);
    case "functions":
      return mayFunction(from, to, target);
    case "infra":
      return mayInfra(to, target);
    case "local":
      // The runtime interprets what infra synthesises, and seeds by the use cases of the contexts.
      return to.part !== "test" && !(to.part === "functions" && to.context !== "");
    case "test":
      return true;
    default:
      return to.part === "package";
  }
}

function mayContext(from: Standing, to: Standing, target: string): boolean {
  const rule = LAYERS[from.layer];
  if (!rule) return false;
  if (to.part === "kernel") return true;
  if (to.part === "platform") return rule.platform;
  if (to.part === "package") return rule.packages.includes(target);
  if (to.part !== "context") return false;
  return to.context === from.context ? rule.own.includes(to.layer) : rule.others.includes(to.layer);
}

function mayFunction(from: Standing, to: Standing, target: string): boolean {
  if (to.part === "kernel" || to.part === "platform" || to.part === "package" || to.part === "root") return true;
  // What several functions are wired of is said once, in a context's wire.ts.
  if (to.part === "functions") {
    return to.layer === "" || to.context === from.context || from.layer === "" || target.endsWith("/wire.ts");
  }
  if (to.part !== "context") return false;
  // Beside its own context a function knows what it wires behind ports (store, app) and what it consumes (events); the
  // files above the contexts describe all routes, by the schemas they are made of.
  if (from.layer === "") return ["http", "domain"].includes(to.layer);
  // A context that takes two functions, so that one has fewer permissions, names the other `<context>-<what it does>`.
  const own = to.context === from.context || from.context.startsWith(`${to.context}-`);
  return own || ["store", "app", "events", "ports"].includes(to.layer);
}

/** Names of events, tables of routes, and the shape of the table: what the stacks, and the commands for operating them, are made from. */
function mayInfra(to: Standing, target: string): boolean {
  if (to.part === "infra" || to.part === "package" || to.part === "kernel") return true;
  if (to.part === "context") return to.layer === "events" || /\/http\/(pages\/)?routes\.ts$/.test(target);
  return (
    /^packages\/platform\/dynamo\/(table-definition|outbox|inbox)\.ts$/.test(target) ||
    target === "functions/site/routes.ts"
  );
}

/** Every ring of files that import each other, as its files in order. */
export function cyclesIn(imports: readonly Import[]): string[][] {
  const next = Map.groupBy(imports, ({ from }) => from);
  const state = new Map<string, "open" | "done">();
  const path: string[] = [];
  const cycles: string[][] = [];
  function visit(file: string): void {
    if (state.get(file) === "done") return;
    if (state.get(file) === "open") {
      cycles.push([...path.slice(path.indexOf(file)), file]);
      return;
    }
    state.set(file, "open");
    path.push(file);
    for (const { to } of next.get(file) ?? []) visit(to);
    path.pop();
    state.set(file, "done");
  }
  for (const file of next.keys()) visit(file);
  return cycles;
}

/** Files with more lines than somebody wants to read at once. */
export function tooLong(path: string, text: string): string | undefined {
  const lines = text.split("\n").length - 1;
  return lines > 400 ? `${path} has ${lines} lines; 400 need a reason.` : undefined;
}

const READS_ENVIRONMENT = /^(functions\/|infra\/|test\/|packages\/local\/|vitest\.config\.ts$)/;

/** The environment is read where a process begins, and handed in. */
export function readsEnvironment(path: string, text: string): string | undefined {
  if (READS_ENVIRONMENT.test(path) || !/\bprocess\s*\.\s*env\b|\bprocess\[/.test(text)) return undefined;
  return `${path} reads process.env; take it as a parameter.`;
}

/** Text becomes HTML in one place, where it is escaped; a value of an attribute ends only with its quotes. */
export function unsafeHtml(path: string, text: string): string | undefined {
  if (path.startsWith("test/")) return undefined;
  if (path !== "packages/platform/html/html.ts" && /\bnew Html\(/.test(text))
    return `${path} makes HTML of text without escaping it; write html\`…\`.`;
  const [unquoted] = /<[a-z][^<>`$]*\s[a-z-]+=\$\{/.exec(text) ?? [];
  return unquoted === undefined ? undefined : `${path} has an attribute without quotes: ${unquoted}`;
}

/** What the owner has fixed for the top level, and what tools want there. */
const TOP_LEVEL = new Set([
  ...["package.json", "tsconfig.json", "cdk.json", "infra", "functions", "packages", "test", "README.md"],
  ...["package-lock.json", "LICENSE", "biome.json", "knip.json", "vitest.config.ts"],
]);

export function outOfPlace(path: string): string | undefined {
  const [top = ""] = path.split("/");
  return top.startsWith(".") || TOP_LEVEL.has(top) ? undefined : `${top} doesn't belong at the top level.`;
}
