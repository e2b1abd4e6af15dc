import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { deploymentOf } from "../../infra/deployment.ts";

test("a stage's stacks are deployed all together, or those that are named", () => {
  expect(deploymentOf(["--stage", "dev"]).cdkArguments.join(" ")).toBe(
    "deploy --all --context stage=dev --require-approval broadening",
  );
  expect(deploymentOf(["--stage", "dev", "smart-dev-mail"]).cdkArguments).toContain("smart-dev-mail");
});

test.each([
  { argv: [], says: "Say which stage to deploy: npm run deploy -- --stage dev" },
  { argv: ["--stage", "test"], says: 'There is no stage "test": choose dev or prod.' },
  { argv: ["--stage", "prod"], says: "put the centre's own into infra/stages.ts first." },
])("$argv is refused with a sentence", ({ argv, says }) => {
  expect(() => deploymentOf(argv)).toThrow(says);
});

test("without AWS credentials one sentence says what to do, and nothing is tried", () => {
  const { status, stderr, stdout } = spawnSync(process.execPath, ["infra/deploy.ts", "--stage", "dev"], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"], HOME: "/nonexistent", AWS_EC2_METADATA_DISABLED: "true" },
  });
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: "",
    stderr: "There are no AWS credentials here: run `aws sso login`, or set AWS_PROFILE, and try again.\n",
  });
});
