import { contexts } from "./contexts.ts";
import { openPlace } from "./operate/place.ts";
import { replayDay } from "./operate/replay-day.ts";
import { localUrl, runCommand } from "./operate/run-command.ts";
import { typed } from "./operate/typed.ts";

// See infra/RECOVERY.md.

const { values } = typed("npm run replay -- --day 2026-11-02 [--context notifications] [--stage dev]", {
  options: { stage: { type: "string", default: "local" }, context: { type: "string" }, day: { type: "string" } },
});

await runCommand(async () => {
  const { day, context } = values;
  if (day === undefined) throw new Error("Say which day to replay, in UTC: npm run replay -- --day 2026-11-02");
  return replayDay(await openPlace(values.stage, localUrl), contexts, { day, context });
});
