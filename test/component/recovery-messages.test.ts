import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { on } from "#platform/events/consumer";
import { openMessageLine, seatTaken, seatTakenV2 } from "#test/message-line";
import { deadLetterCounts, deadLetterMessages, redrive } from "../../infra/operate/dead-letters.ts";
import { replayDay } from "../../infra/operate/replay-day.ts";

let line: Awaited<ReturnType<typeof openMessageLine>>;
beforeEach(async () => {
  line = await openMessageLine();
});
afterEach(() => line.close());

/** The first version of the context, and the one that understands both versions of its event. */
const one = () => [on(seatTaken, (origin, { seat }) => line.takeSeat(origin, seat))];
const both = () => [...one(), on(seatTakenV2, (origin, { row, seat }) => line.takeSeat(origin, `${row}${seat}`))];

const seats = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `A${from + index}`);
const once = (...taken: readonly string[]) => Object.fromEntries(taken.map((seat) => [seat, 1]));
const redriven = async () => {
  for (const queue of line.deadLetters()) await redrive(line.sqs, queue);
  await line.idle();
};

describe("a message that can't be handled", () => {
  test("stops none of its batch nor of those after it, and is set aside after five tries", async () => {
    line.deploy(one());
    line.broken.add("A3");
    await line.happen(...seats(1, 12).map((seat) => seatTaken.of({ seat })));
    await line.publish();
    const fine = seats(1, 12).filter((seat) => seat !== "A3");
    expect(await line.seats()).toEqual(once(...fine));
    await line.again(4);
    expect([line.waiting(), line.dead()]).toEqual([1, 0]);
    await line.happen(seatTaken.of({ seat: "A13" }));
    await line.publish();
    await line.again(1);
    expect([line.waiting(), line.dead()]).toEqual([0, 1]);
    expect(await line.seats()).toEqual(once(...fine, "A13"));
  });

  test("is shown by what users lose and by its ids, and redriven when its cause is mended has its effect once", async () => {
    line.deploy(one());
    line.broken.add("A1");
    await line.happen(seatTaken.of({ seat: "A1" }));
    await line.publish();
    await line.again(5);
    const [queue] = line.deadLetters();
    if (!queue) throw new Error("The context has a dead-letter queue.");
    expect(await deadLetterCounts(line.sqs, [queue])).toEqual(["sample: 1 waiting. Nobody gets a seat."]);
    const shown = [expect.stringMatching(/^sample\.seat-taken\.v1 evt_\w{22} of \d{4}-.+Z, received \d times$/)];
    expect(await deadLetterMessages(line.sqs, queue)).toEqual(shown);
    expect(await deadLetterMessages(line.sqs, queue), "looking takes nothing away").toEqual(shown);

    await redriven();
    expect(await line.seats(), "its cause is not mended yet").toEqual({});
    await line.again(5);
    expect(line.dead()).toBe(1);

    line.broken.clear();
    expect(await redrive(line.sqs, queue)).toEqual([expect.stringMatching(/^1 messages go back to sample\./)]);
    await line.idle();
    expect(await line.seats()).toEqual(once("A1"));
    expect(await deadLetterCounts(line.sqs, [queue])).toEqual(["Nothing waits in any of 1 dead-letter queues."]);
    expect(await redrive(line.sqs, queue)).toEqual(["Nothing waits in the dead-letter queue of sample."]);
  });

  test("of the publisher is no queue's: the command says what to do instead", async () => {
    const publisher = {
      name: "publisher",
      usersLose: "Nothing follows.",
      prefix: "smart-dev-sample-EventsDeadLetters",
    } as const;
    await expect(redrive(line.sqs, publisher)).rejects.toThrow("npm run replay -- --day");
  });

  test("is never one that a person could be named in", async () => {
    line.deploy(one());
    const [queue] = line.deadLetters();
    if (!queue) throw new Error("The context has a dead-letter queue.");
    await line.send({
      id: "4f1d",
      time: "2026-11-02T09:00:00Z",
      "detail-type": "Email Bounced",
      detail: { to: "kari@example.no" },
    });
    await line.send({ requestContext: { condition: "RetryAttemptsExhausted" }, DDBStreamBatchInfo: { batchSize: 1 } });
    await line.send("kari@example.no");
    await line.again(5);
    expect(await deadLetterMessages(line.sqs, queue)).toEqual([
      expect.stringMatching(/^Email Bounced 4f1d of 2026-11-02T09:00:00Z, /),
      expect.stringMatching(/^Records of the table's stream \(RetryAttemptsExhausted\), /),
      expect.stringMatching(/^A message of no kind we know, /),
    ]);
  });
});

describe("a day that is replayed", () => {
  test("changes nothing, however often", async () => {
    line.deploy(one());
    await line.happen(...seats(1, 3).map((seat) => seatTaken.of({ seat })));
    await line.publish();
    const everything = await line.rows();
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await replayDay(line.place(), [line.context()], { day: line.today() })).toEqual(["sample: 3 of 3 events"]);
      await line.idle();
    }
    expect(await line.rows()).toEqual(everything);
    expect([line.waiting(), line.dead()]).toEqual([0, 0]);
  });

  test("brings what never came to the queue", async () => {
    line.deploy(one());
    await line.happen(seatTaken.of({ seat: "A1" }));
    await replayDay(line.place(), [line.context()], { day: line.today(), context: "sample" });
    await line.idle();
    expect(await line.seats()).toEqual(once("A1"));
  });

  test.each([
    { day: "2026-1-2", context: undefined, says: '"2026-1-2" is no day: write it as 2026-11-02.' },
    { day: "2020-11-02", context: undefined, says: "2020-11-02 is over 34 days ago" },
    { day: undefined, context: "nobody", says: "nobody consumes no events." },
  ])("is refused with a sentence: $says", async ({ day, context, says }) => {
    line.deploy(one());
    const asked = { day: day ?? line.today(), context };
    await expect(replayDay(line.place(), [line.context()], asked)).rejects.toThrow(says);
  });

  test("after the inbox has forgotten has no effect again: its messages are set aside, whoever sent them", async () => {
    line.deploy(one());
    const day = line.today();
    await line.happen(seatTaken.of({ seat: "A1" }));
    const bare = await line.place();
    line.pass(33 * 86_400);
    await line.publish();
    line.pass(86_400);
    // As EventBridge's own archive would, which knows nothing of the inbox.
    await replayDay({ ...line.place(), now: bare.now }, [line.context()], { day });
    await line.idle();
    expect(await line.seats()).toEqual(once("A1"));
    expect(line.waiting()).toBe(1);
  });
});

describe("an event's second version", () => {
  test("goes out while the first is in the queue and among dead letters: each fact has its effect once", async () => {
    line.deploy(one());
    line.broken.add("A1").add("A2");
    await line.happen(seatTaken.of({ seat: "A1" }), seatTaken.of({ seat: "A2" }));
    await line.publish();
    await line.again(4);
    await line.happen(seatTaken.of({ seat: "A3" }));
    line.broken.add("A3");
    await line.publish();
    await line.again(1);
    expect([line.dead(), line.waiting(), await line.seats()]).toEqual([2, 1, {}]);

    line.broken.clear();
    line.deploy(both());
    // The producer is deployed later, and for a while two of it run.
    await line.happen(
      seatTaken.of({ seat: "A4" }),
      seatTakenV2.of({ row: "A", seat: "5" }),
      seatTaken.of({ seat: "A6" }),
    );
    await line.publish();
    await line.again(1);
    await redriven();
    expect(await line.seats()).toEqual(once(...seats(1, 6)));
    await replayDay(line.place(), [line.context()], { day: line.today() });
    await line.idle();
    expect(await line.seats()).toEqual(once(...seats(1, 6)));
    expect([line.dead(), line.waiting()]).toEqual([0, 0]);
  });

  test("that goes out before its consumer knows it is lost on the way, and brought by a replay once it does", async () => {
    line.deploy(one());
    await line.happen(seatTakenV2.of({ row: "A", seat: "1" }));
    await line.publish();
    expect([line.dead(), line.waiting(), await line.seats()]).toEqual([0, 0, {}]);
    line.deploy(both());
    await replayDay(line.place(), [line.context()], { day: line.today() });
    await line.idle();
    expect(await line.seats()).toEqual(once("A1"));
  });

  test("that comes to a consumer which doesn't know it fails there, and waits for one that does", async () => {
    line.deploy(one());
    await line.send({
      id: "1",
      "detail-type": seatTakenV2.type,
      detail: line.envelope(seatTakenV2.of({ row: "A", seat: "1" })),
    });
    await line.again(5);
    expect(line.dead()).toBe(1);
    line.deploy(both());
    await redriven();
    expect(await line.seats()).toEqual(once("A1"));
  });
});
