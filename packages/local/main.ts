import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { errorText } from "#local/error-text";
import { type Runtime, startRuntime } from "#local/runtime";
import { StartFailure } from "#local/start-failure";
import { synthesise } from "../../infra/synthesise.ts";

// `npm start`: the whole backend on this machine, from the CDK app's own template.

const root = join(import.meta.dirname, "../..");
const folder = join(root, ".local");
const started = performance.now();

function say(what: string): void {
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s  ${what}`);
}

async function run(): Promise<Runtime> {
  say("Synthesising the CDK app");
  const { directory } = synthesise({ stage: "dev", bundling: false, outdir: join(folder, "cdk.out") });
  say("Starting the database, the functions and what stands in for Stripe, mail and sign-in");
  const logFile = join(folder, "functions.log");
  writeFileSync(logFile, "");
  const runtime = await startRuntime({
    assembly: directory,
    code: { from: "sources", root },
    mailFolder: join(folder, "mail"),
    port: portFrom("PORT", 3000),
    stripePort: portFrom("STRIPE_PORT", 3001),
    onLog: ({ source, line }) => writeFileSync(logFile, `${source} ${line}\n`, { flag: "a" }),
  });
  say("Ready. Ctrl-C stops everything.");
  const { apiUrl, inboxUrl, issuer, stripe } = runtime;
  console.log(`
  API              ${apiUrl}
  API description  ${apiUrl}/docs
  Inbox            ${inboxUrl}
  Stripe stand-in  ${stripe === undefined ? "the real Stripe, in test mode" : stripe.url}
  Sign-in (OIDC)   ${issuer}
  Mails, logs      ${join(folder, "mail")}, ${logFile}
`);
  return runtime;
}

function portFrom(name: string, otherwise: number): number {
  const port = Number(process.env[name] ?? otherwise);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new StartFailure(`${name} is no port: give a number from 0 to 65535, where 0 is any free port.`);
}

try {
  mkdirSync(folder, { recursive: true });
  const runtime = await run();
  const end = () => {
    say("Stopping");
    runtime.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(errorText(error));
        process.exit(1);
      },
    );
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
} catch (error) {
  console.error(error instanceof StartFailure ? error.message : errorText(error));
  process.exit(1);
}
