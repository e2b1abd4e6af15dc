import { expect, test } from "vitest";
import { Activity } from "#local/activity";

test("idle waits for all work, also for work begun by other work", async () => {
  const activity = new Activity();
  const done: string[] = [];
  const second = Promise.withResolvers<void>();
  const first = activity.track("first", async () => {
    void activity.track("second", async () => {
      await second.promise;
      done.push("second");
    });
  });
  await first;
  const idle = activity.idle().then(() => done.push("idle"));
  second.resolve();
  await idle;
  expect(done).toEqual(["second", "idle"]);
  expect(activity.begun).toBe(2);
});

test("work that fails ends too", async () => {
  const activity = new Activity();
  await expect(activity.track("failing", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await activity.idle();
});

test("idle says what is still busy", async () => {
  const activity = new Activity();
  const ends = [activity.begin("queue orders"), activity.begin("queue orders")];
  activity.begin("HTTP request")();
  await expect(activity.idle(5)).rejects.toThrow("Still busy after 5 ms: queue orders (2)");
  ends[0]?.();
  ends[0]?.();
  await expect(activity.idle(5)).rejects.toThrow("Still busy after 5 ms: queue orders (1)");
  ends[1]?.();
  await activity.idle(5);
});
