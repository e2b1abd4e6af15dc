import type { Offering } from "#catalogue/ports/for-sale";
import { mintAccessKey } from "#kernel/id";
import { AllotmentId, TicketTypeId } from "#kernel/ids";
import { ZERO } from "#kernel/money";
import { systemRandom } from "#platform/random";
import { openLine } from "#test/line";
import { ORDINARY } from "#test/shop";
import { contenders } from "./contenders.ts";
import { IN_RACE, race } from "./race.ts";

const EMPLOYEES = TicketTypeId.parse("employees");
const refusals = ["offering-full"];

const COUNTERS = /^OFFERING#.* CAPACITY$/;
const inAll = { item: COUNTERS, condition: /^(free|open) >= / };
const ofOrdinary = { item: COUNTERS, condition: /^(free|open):ordinary >= / };
const ofEmployees = { item: COUNTERS, condition: /^(free|open):employees >= / };

/** A festival with tickets of two types and places set aside for a cohort. */
async function festival(limits: { readonly capacity: number; readonly quota?: number; readonly setAside?: number }) {
  const line = await openLine(IN_RACE);
  const [ordinary] = (await line.offering()).ticketTypes;
  if (!ordinary) throw new Error("The course has a ticket type.");
  const { capacity, quota = capacity, setAside = 0 } = limits;
  const key = mintAccessKey(systemRandom);
  const allotmentId = AllotmentId.parse("cohort-5");
  const allotments = [{ allotmentId, name: { nb: "Kull 5" }, ticketTypeId: EMPLOYEES, places: setAside, key }];
  const offering = await line.offering({
    kind: "festival",
    capacity,
    ticketTypes: [
      { ...ordinary, quota },
      { ...ordinary, ticketTypeId: EMPLOYEES },
    ],
    allotments: setAside > 0 ? allotments : [],
  });
  return { ...line, offering, allotmentKey: key };
}

race({
  limited: "a place",
  async start() {
    const { table, order, offering } = await festival({ capacity: 3 });
    return { table, contenders: contenders(30, () => order(offering)), room: 3, refusals };
  },
  controls: [
    {
      // A type without a quota may fill the offering, so each of the two conditions keeps what the other does.
      without: "the conditions on what is left in all and of the type",
      guards: [inAll, ofOrdinary],
      breaks: /places taken in all, and 3 to take/,
    },
  ],
});

race({
  limited: "a place of a ticket type's quota",
  async start() {
    const { table, order, offering } = await festival({ capacity: 100, quota: 3 });
    return { table, contenders: contenders(30, () => order(offering)), room: 3, refusals };
  },
  controls: [
    {
      without: "the condition on what is left of the type",
      guards: [ofOrdinary],
      breaks: /places taken of ordinary, and 3 to take/,
    },
  ],
});

race({
  limited: "a place of capacity and quota together",
  async start() {
    const { table, order, offering } = await festival({ capacity: 4, quota: 2 });
    const either = (number: number) => order(offering, { ticketTypeId: number % 4 === 0 ? EMPLOYEES : ORDINARY });
    return { table, contenders: contenders(40, either), room: 4, refusals };
  },
  controls: [
    {
      without: "the conditions on what is left in all and of the type without a quota",
      guards: [inAll, ofEmployees],
      breaks: /places taken in all, and 4 to take/,
    },
    {
      without: "the condition on what is left of the type with a quota",
      guards: [ofOrdinary],
      breaks: /places taken of ordinary, and 2 to take/,
    },
  ],
});

race({
  limited: "a place that is set aside",
  async start() {
    const { table, order, offering, allotmentKey } = await festival({ capacity: 30, setAside: 2 });
    const cohort = () => order(offering, { ticketTypeId: EMPLOYEES, allotmentKey });
    return { table, contenders: contenders(20, cohort), room: 2, refusals };
  },
  controls: [
    {
      without: "the condition on what is left of the allotment",
      guards: [{ item: COUNTERS, condition: /^allotted:cohort-5 >= / }],
      breaks: /places taken allotted to cohort-5, and 2 to take/,
    },
  ],
});

/** Two places come back to an offering that ten stand in line for; as many newcomers want them as rounds of offers are made. */
async function twoComeBack() {
  const line = await openLine(IN_RACE);
  const offering: Offering = await line.offering({ capacity: 2 });
  const { orderNumber } = await line.order(offering, { places: 2 });
  const offered = await line.join(offering);
  const first = [offered.entryId];
  for (let joined = 1; joined < 10; joined++) first.push((await line.join(offering)).entryId);
  await line.cancelPlaces(offering, orderNumber);
  return { ...line, offering, offered, first: first.slice(0, 2) };
}

race({
  limited: "the head of a waiting list",
  async start() {
    const { table, offering, makeOffers, order, origin, first } = await twoComeBack();
    return {
      table,
      contenders: contenders(20, (number) =>
        number % 2 === 0 ? makeOffers(origin(), offering.offeringId) : order(offering),
      ),
      room: 10,
      refusals,
      recount(rows) {
        const offered = rows.filter(({ sk, status }) => String(sk).startsWith("ENTRY#") && status === "offered");
        const whom = offered.map(({ entryId }) => String(entryId)).toSorted();
        return whom.join() === first.toSorted().join()
          ? []
          : [`${whom.length} are offered a place, not the first two.`];
      },
    };
  },
  controls: [
    {
      without: "the condition on what is open to newcomers",
      guards: [{ item: COUNTERS, condition: /^open(:ordinary)? >= / }],
      breaks: /are offered a place, not the first two/,
    },
    {
      // Each of the three alone keeps a second round from offering what the first has offered: to the same entries, which the
      // counters then count twice, or to others, for whom there is no place.
      without: "the conditions that somebody stands in line, is as they were read, and that places are free",
      guards: [
        { item: COUNTERS, condition: /^free(:ordinary)? >= / },
        { item: / LINE#/, condition: /^attribute_exists/ },
        { item: / ENTRY#/, condition: /^version = / },
      ],
      breaks: /counts -\d+ free, and its rows|places taken in all, and 2 to take/,
    },
  ],
});

race({
  limited: "an offered place",
  async start() {
    const { table, offering, makeOffers, order, origin, offered } = await twoComeBack();
    await makeOffers(origin(), offering.offeringId);
    const take = () => order(offering, { offer: offered });
    return { table, contenders: contenders(10, take), room: 1, refusals: ["offer-ended"] };
  },
  controls: [
    {
      without: "the condition that the offer is as it was read",
      guards: [{ item: / ENTRY#/, condition: /^version = / }],
      breaks: /places taken in all, and 2 to take/,
    },
  ],
});

race({
  limited: "an employee's one free ticket",
  async start() {
    const line = await openLine(IN_RACE);
    const [ordinary] = (await line.offering()).ticketTypes;
    if (!ordinary) throw new Error("The course has a ticket type.");
    const offering = await line.offering({
      kind: "festival",
      capacity: 20,
      ticketTypes: [{ ...ordinary, ticketTypeId: EMPLOYEES, price: ZERO, who: "municipal-employees" }],
    });
    const participant = { name: "Ola Eksempel", email: "ola@kommune.example.no" };
    const ola = { ticketTypeId: EMPLOYEES, participant, mailProof: await line.mailProof(participant.email) };
    return {
      table: line.table,
      contenders: contenders(10, () => line.order(offering, ola)),
      room: 1,
      refusals: ["participant-has-place"],
    };
  },
  controls: [
    {
      without: "the condition that the address has no ticket yet",
      guards: [{ item: / TICKET#/, condition: /^attribute_not_exists/ }],
      breaks: /got it, and there was room for 1/,
    },
  ],
});
