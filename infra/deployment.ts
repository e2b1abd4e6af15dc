import { parseArgs } from "node:util";
import { isStageName, type Stage, type StageName, stages } from "./stages.ts";

export interface Deployment {
  readonly stage: StageName;
  /** What to give the CDK's command line. */
  readonly cdkArguments: readonly string[];
}

const usage = "npm run deploy -- --stage dev";

/**
 * Reads `--stage <stage> [stack ...]`; without stacks, all of the stage's are deployed.
 *
 * @throws an error whose message is one sentence for whoever typed it
 */
export function deploymentOf(argv: readonly string[]): Deployment {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { stage: { type: "string" } },
    allowPositionals: true,
  });
  if (values.stage === undefined) throw new Error(`Say which stage to deploy: ${usage}`);
  if (!isStageName(values.stage)) {
    throw new Error(`There is no stage "${values.stage}": choose ${Object.keys(stages).join(" or ")}.`);
  }
  requireRealDomains(stages[values.stage]);
  const which = positionals.length > 0 ? positionals : ["--all"];
  return {
    stage: values.stage,
    cdkArguments: ["deploy", ...which, "--context", `stage=${values.stage}`, "--require-approval", "broadening"],
  };
}

/** People get links, mail and receipts from prod: it is not deployed with the domains and number this repository was made with. */
function requireRealDomains(stage: Stage): void {
  if (stage.name !== "prod") return;
  const values = [
    stage.publicDomain,
    stage.mailDomain,
    stage.mailSender,
    stage.alarmAddress,
    stage.firstAdministrator,
    stage.municipalityDomain,
  ];
  const { organisationNumber } = stage.seller;
  const invented = [...values, organisationNumber].find((value) => /example\.no$|^100000008$/.test(value ?? ""));
  if (invented !== undefined) {
    throw new Error(`${stage.name} still has ${invented}: put the centre's own into infra/stages.ts first.`);
  }
}
