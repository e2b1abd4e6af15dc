import { appendFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartFailure } from "#local/start-failure";

// `npm start`: the whole backend on this machine, from the CDK app's own template.

// Lambda's time zone is UTC, wherever this machine is.
process.env["TZ"] = "UTC";
const root = join(import.meta.dirname, "../..");
const folder = process.env["LOCAL_FOLDER"] ?? join(root, ".local");

/** Says what is done, with the seconds since the process started. */
function say(what: string): void {
  console.log(`${(performance.now() / 1000).toFixed(1).padStart(5)} s  ${what}`);
}

/** An environment variable naming a port; 0 is any free one. */
function portFrom(name: string, otherwise: number): number {
  const port = Number(process.env[name] ?? otherwise);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new StartFailure(`${name} is no port: give a number from 0 to 65535, where 0 is any free port.`);
}

/** Lines worth a look while working: errors, and what is no log entry of ours, such as a stack trace. */
function isRemarkable(line: string): boolean {
  return !line.startsWith("{") || /"level":"(ERROR|CRITICAL)"/.test(line);
}

async function run() {
  const ports = { port: portFrom("PORT", 3000), stripePort: portFrom("STRIPE_PORT", 3001) };
  mkdirSync(folder, { recursive: true });
  const logFile = join(folder, "functions.log");
  writeFileSync(logFile, "");

  const builtFolder = join(folder, "functions");
  rmSync(builtFolder, { recursive: true, force: true });

  say("Loading the CDK app");
  const { synthesise } = await import("../../infra/synthesise.ts");
  const { startRuntime } = await import("#local/start-runtime");
  const { seededPeople, seedRuntime } = await import("#local/seed/seed-runtime");
  say("Synthesising its template");
  const { directory } = synthesise({ stage: "dev", bundling: false, outdir: join(folder, "cdk.out") });
  const runtime = await startRuntime({
    assembly: directory,
    code: { from: "sources", root, builtFolder },
    mailFolder: join(folder, "mail"),
    people: seededPeople,
    seed: seedRuntime,
    ...ports,
    onProgress: say,
    onLog: ({ source, line }) => {
      appendFileSync(logFile, `${source} ${line}\n`);
      if (isRemarkable(line)) console.error(`${source}  ${line}`);
    },
  });
  say("Ready. Ctrl-C stops everything.");
  const { apiUrl, inboxUrl, issuer, stripe } = runtime;
  console.log(`
  API              ${apiUrl}
  API description  ${apiUrl}/docs
  Inbox            ${inboxUrl}
  Stripe           ${stripe === undefined ? "the real one, in test mode" : `${stripe.url} (stand-in)`}
  Sign-in (OIDC)   ${issuer}
  Mails            ${join(folder, "mail")}
  Functions' log   ${logFile}

Next, in a second window: npm run demo. How to sign in and order by hand: packages/local/README.md
`);
  return runtime;
}

try {
  const runtime = await run();
  let ending = false;
  // A second Ctrl-C would end this process before its database engine, which would stay behind.
  const end = () => {
    if (ending) return;
    ending = true;
    say("Stopping");
    runtime.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
} catch (error) {
  console.error(error instanceof StartFailure ? error.message : error);
  process.exit(1);
}
