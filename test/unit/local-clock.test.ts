import { expect, test } from "vitest";
import { LocalClock } from "#local/clock";

test("a jump runs once, in order of time, what came due on the way, and leaves the rest", () => {
  const clock = new LocalClock();
  const start = clock.now();
  const ran: string[] = [];
  clock.at(start + 7_200_000, () => ran.push("second"));
  clock.at(start + 3_600_000, () => ran.push("first"));
  clock.at(start + 90_000_000, () => ran.push("not yet"));
  const cancel = clock.at(start + 60_000, () => ran.push("called off"));
  cancel();
  clock.moveTo(start + 86_400_000);
  expect(ran).toEqual(["first", "second"]);
  expect(clock.now()).toBeGreaterThanOrEqual(start + 86_400_000);
  clock.stop();
});

test("a timer comes due by itself in real time", async () => {
  const clock = new LocalClock();
  const start = clock.now();
  await new Promise<void>((resolve) => clock.at(start + 20, resolve));
  expect(clock.now()).toBeGreaterThanOrEqual(start + 20);
  clock.stop();
});

test("the clock never goes back", () => {
  const clock = new LocalClock();
  expect(() => clock.moveTo(clock.now() - 1000)).toThrow("only goes forward");
  expect(() => clock.moveTo(Number.NaN)).toThrow("only goes forward");
});
