import { spawnSync } from "node:child_process";
import { expect, test, vi } from "vitest";
import { contexts } from "../../infra/contexts.ts";
import { deadLetterQueuesOf } from "../../infra/operate/dead-letter-queues.ts";
import { openPlace } from "../../infra/operate/place.ts";
import { kinds } from "../faults/points.ts";
import { scenarios } from "../faults/scenarios.ts";
import { realApp } from "../support/infra/real-app.ts";
import { resourcesOf } from "../support/infra/resources.ts";

// Each command is a program of its own, of 1 s of computing.
vi.setConfig({ testTimeout: 120_000 });

const queues = deadLetterQueuesOf(contexts, "dev");
const assembly = realApp("dev").synth();
const alarms = resourcesOf(assembly, "AWS::CloudWatch::Alarm");
// CloudFormation names a queue by its stack and logical id, with something random after it.
const names = resourcesOf(assembly, "AWS::SQS::Queue").map(({ id }) => id.replace("/", "-"));
const commandsIn = (text: string) =>
  [...text.matchAll(/npm run ([^.:,]+?)(?= shows| puts)/g)].map(([, typed]) => typed ?? "");
const named = (prefix: string) => names.filter((name) => name.startsWith(prefix));

test("every dead-letter queue is known to the command, each by one name, and its messages have a way home", () => {
  const dead = names.filter((name) => name.includes("DeadLetters"));
  expect(queues.flatMap(({ prefix }) => named(prefix)).toSorted()).toEqual(dead.toSorted());
  for (const { prefix, homePrefix = prefix } of queues) {
    expect(named(prefix), prefix).toHaveLength(1);
    expect(named(homePrefix), homePrefix).toHaveLength(1);
  }
});

test.each(queues)("the alarm of $name's dead letters names what brings them back", ({ name, homePrefix }) => {
  const alarm = alarms.find(({ Properties }) => Properties["AlarmName"] === `smart-dev-${name}-dead-letters`);
  const commands = commandsIn(`${alarm?.Properties["AlarmDescription"]}`);
  const show = `dead-letters -- --stage dev --context ${name}`;
  const back = homePrefix === undefined ? "replay -- --stage dev --day 2026-11-02" : `${show} --redrive`;
  expect(commands).toEqual([show, back]);
});

test.each(["publisher", "payment"])("and %s's commands are understood as they are written", (name) => {
  const alarm = alarms.find(({ Properties }) => Properties["AlarmName"] === `smart-dev-${name}-dead-letters`);
  for (const command of commandsIn(`${alarm?.Properties["AlarmDescription"]}`)) {
    const [script, , ...typed] = command.replace("--stage dev", "--stage nowhere").split(" ");
    const { stderr } = spawnSync(process.execPath, [`infra/${script}.ts`, ...typed], { encoding: "utf8" });
    expect(stderr).toMatch(/^There is no stage "nowhere"/);
  }
});

test.each([
  { place: "test", says: 'There is no stage "test": choose local, dev or prod.' },
  {
    place: "local",
    says: "Nothing runs at http://localhost:1: start it with npm start, or say which stage (--stage dev).",
  },
])("$place is refused with a sentence: $says", async ({ place, says }) => {
  await expect(openPlace(place, "http://localhost:1")).rejects.toThrow(says);
});

const replay = "npm run replay -- --day 2026-11-02 [--context notifications] [--stage dev]";

test.each([
  { typed: "infra/replay.ts", says: "Say which day to replay, in UTC: npm run replay -- --day 2026-11-02" },
  { typed: "infra/replay.ts 2026-11-22", says: `Unexpected argument '2026-11-22': write ${replay}` },
  { typed: "infra/replay.ts --nonsense", says: `Unknown option '--nonsense': write ${replay}` },
  {
    typed: "test/supply-chain/list-licences.ts --nonsense",
    says: "Unknown option '--nonsense': write npm run licences -- [--texts]",
  },
  {
    typed: "test/faults/main.ts --scenario materials",
    says: `There is no scenario "materials": choose one of ${Object.keys(scenarios).join(", ")}.`,
  },
  {
    typed: "test/faults/main.ts --fault nonsense",
    says: `There is no fault "nonsense": choose one of ${kinds.join(", ")}.`,
  },
])("what is typed wrongly is answered by one sentence and exit code 1: $typed", ({ typed, says }) => {
  // Whatever is begun nevertheless, such as all faults, must not go on.
  const { status, stdout, stderr } = spawnSync(process.execPath, typed.split(" "), {
    encoding: "utf8",
    timeout: 20_000,
  });
  expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: "", stderr: `${says}\n` });
});

test("--help is answered by how a command is written, and exit code 0", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["infra/replay.ts", "--help"], { encoding: "utf8" });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `${replay}\n`, stderr: "" });
});
