import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import * as z from "zod";
import { Offering } from "#catalogue/domain/offering";
import { Product } from "#catalogue/domain/product";
import { CohortAnswer } from "#education/app/change-cohort";
import type { Instant } from "#kernel/clock";
import { OfferingId, PlaceId } from "#kernel/ids";
import { norwegianDay } from "#kernel/norwegian-time";
import { addTexts } from "#local/demo/hand-ins";
import { prove } from "#local/demo/proving";
import type { Walk } from "#local/demo/walk";
import { SurveyForm } from "#survey/domain/form";
import {
  agreementOf,
  enquiryAndProduct,
  entryOf,
  listedCourseOf,
  type Owned,
  paidOrder,
  personalData,
  workplaceCourseOf,
} from "./belongings.ts";
import { recipes } from "./recipes.ts";
import { FORM, studyRequest } from "./surveyed.ts";
import type { Side } from "./world.ts";

/** What an occasion is made with. */
interface Stage {
  readonly walk: Walk;
  readonly side: Side;
  readonly now: Instant;
  /** Anything that differs each time. */
  readonly fresh: string;
  /** Logs in as whoever this is. */
  readonly tokenFor: (sub: string) => Promise<string>;
}

/** What one request is to be, that it may be done: left out is as it would be without an occasion. */
export interface Occasion {
  readonly ids?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** By which its caller is known. */
  readonly headers?: Readonly<Record<string, string>>;
}

type Make = (stage: Stage) => Promise<Occasion>;

const administrator = { as: "administrator" } as const;

const of = ({ ids, key }: Owned): Occasion => ({ ids, headers: { "order-key": key } });
const stranger = ({ walk }: Pick<Stage, "walk">) => walk.person("Hilde Holmhegg");
const body = (name: string, { side, now, fresh }: Stage): object => recipes[name]?.({ side, now, fresh }) ?? {};

const order: Make = async (stage) => of(await paidOrder(stage.walk, stranger(stage)));
const agreement: Make = async (stage) => of(await agreementOf(stage.walk, stranger(stage)));
const course: Make = async (stage) => of(await workplaceCourseOf(stage.walk, stranger(stage)));
/** For who is known by a role. */
const staffs =
  (make: Make): Make =>
  async (stage) => {
    const { ids } = await make(stage);
    return ids ? { ids } : {};
  };

const cancelling: Make = async (stage) => {
  const made = await paidOrder(stage.walk, stranger(stage));
  return { ...of(made), body: { placeIds: [made.ids["placeId"]] } };
};

const orderedCourse: Make = async (stage) => {
  const made = await workplaceCourseOf(stage.walk, stranger(stage));
  await stage.walk.post(z.unknown(), `/workplace-courses/${made.ids["courseId"]}/order`, {
    key: made.key,
    body: { quote: 1 },
  });
  return of(made);
};

const listedParticipant: Make = async (stage) => of(await listedCourseOf(stage.walk, stranger(stage)));

const requestedCourse: Make = async (stage) => {
  const answer = await stage.walk.post(z.looseObject({ courseId: z.string() }), "/workplace-courses", {
    body: body("request-workplace-course", stage),
  });
  return { ids: { courseId: answer.courseId } };
};

const draft: Make = async (stage) => {
  const { productId } = await stage.walk.post(Product, "/products", {
    ...administrator,
    body: body("create-product", stage),
  });
  return { ids: { productId } };
};

const draftOffering: Make = async (stage) => {
  const made = await stage.walk.post(Offering, "/offerings", {
    ...administrator,
    body: body("create-offering", stage),
  });
  return { ids: { offeringId: made.offeringId } };
};

const cohort: Make = async (stage) => {
  const { cohortId } = await stage.walk.post(CohortAnswer, "/cohorts", {
    ...administrator,
    body: body("create-cohort", stage),
  });
  return { ids: { cohortId } };
};

/** What was published, at its second version. */
const published =
  (make: Make, path: (ids: Readonly<Record<string, string>>) => string): Make =>
  async (stage) => {
    const made = await make(stage);
    await stage.walk.post(z.unknown(), path(made.ids ?? {}), { ...administrator, body: { version: 1 } });
    return made;
  };

/** Somebody whose mail has the code that they are to send in. */
const code: Make = async (stage) => {
  const { email } = stranger(stage);
  await stage.walk.post(z.unknown(), "/mail-codes", { body: { email } });
  const mail = await stage.walk.newestMailTo(email, /^Koden din/);
  const [digits] = /\b\d{6}\b/.exec(mail.text) ?? [];
  assert.ok(digits);
  return { body: { email, code: digits } };
};

const proved = async (stage: Stage) => {
  const person = stranger(stage);
  return { email: person.email, mailProof: await prove(stage.walk, person) };
};

/** The first in line has been offered the place that somebody gave back. */
const offered: Make = async (stage) => {
  const { walk } = stage;
  const holder = stranger(stage);
  const { full, ...entry } = await entryOf(walk, holder);
  await walk.post(z.unknown(), `/orders/${full.orderNumber}/cancellations`, {
    key: full.key,
    body: { placeIds: [full.placeId] },
  });
  await walk.settle();
  return {
    ...of(entry),
    body: { ...body("accept-offer-from-page", stage), "buyer-name": holder.name, "buyer-email": holder.email },
  };
};

const Incomplete = z.object({ ready: z.int(), least: z.int() });

/** The portfolio of a side, handed in, and when. */
const handedIn: Make = async ({ walk, side, now }) => {
  const { ids, key } = side.participation;
  const path = `/cohorts/${ids["cohortId"]}/participants/${ids["placeId"]}`;
  const Seen = z.object({ portfolio: z.looseObject({ status: z.string(), submittedAt: z.string().optional() }) });
  const seen = async () => (await walk.get(Seen, `${path}/hand-ins`, { as: "reviewer" })).portfolio;
  const { status, submittedAt } = await seen();
  if (status === "approved") {
    await walk.post(z.unknown(), `${path}/hand-ins/portfolio/review`, {
      as: "reviewer",
      body: { decision: "reopen", submittedAt, comments: "Se gjerne på det en gang til." },
    });
  }
  const submit = () => walk.ask("POST", `${path}/hand-ins/portfolio/submission`, { key });
  const incomplete = status === "submitted" ? undefined : Incomplete.safeParse((await submit()).body).data;
  if (incomplete) {
    const who = { cohortId: OfferingId.parse(ids["cohortId"]), placeId: PlaceId.parse(ids["placeId"]) };
    const today = norwegianDay(now);
    await addTexts(walk, { ...who, name: side.holder.name, key }, incomplete.least - incomplete.ready, today);
    await submit();
  }
  return { ids: { ...ids, kind: "portfolio" }, body: { decision: "approve", submittedAt: (await seen()).submittedAt } };
};

/** A participant's form as it is shown to them now. */
const shownStep: Make = async ({ walk, side: { survey } }) => {
  const page = await walk.ask("GET", `/survey/${survey.link}/steps/1`, { cookie: survey.cookie });
  const [, revision = "new"] = /name="revision" value="([^"]+)"/.exec(page.text) ?? [];
  return { ...asParticipant(survey), body: { revision, steps: "1", "score-strengths-own-used": "5" } };
};

const asParticipant = ({ link, cookie }: Side["survey"]): Occasion => ({
  ids: { link, step: "1" },
  headers: { cookie },
});
const participant: Make = async ({ side }) => asParticipant(side.survey);

const newForm: Make = async ({ walk }) => {
  const { kind, version, revision } = await walk.post(SurveyForm, "/survey-forms/A", { ...administrator, body: FORM });
  return { ids: { kind, version: `${version}` }, body: { ...FORM, revision } };
};

/** An event of a session that isn't ours, signed by whoever knows the secret. */
const signed: Make = async ({ now, fresh }) => {
  const session = { object: "checkout.session", id: `cs_${fresh}` };
  const event = { id: `evt_${fresh}`, object: "event", type: "payment_intent.created", data: { object: session } };
  const timestamp = Math.floor(Date.parse(now) / 1000);
  const signature = createHmac("sha256", "whsec_local")
    .update(`${timestamp}.${JSON.stringify(event)}`)
    .digest("hex");
  return { body: event, headers: { "stripe-signature": `t=${timestamp},v1=${signature}` } };
};

/**
 * Operations that only a certain state lets one do, or that can be done once: what is made for each, by its route's name.
 * Every other one is done often enough with what a side has.
 */
export const occasions: Readonly<Record<string, Make>> = {
  "edit-product": draft,
  "publish-product": draft,
  "withdraw-product": published(draft, ({ productId }) => `/products/${productId}/publication`),
  "edit-offering": draftOffering,
  "publish-offering": draftOffering,
  "cancel-offering": published(draftOffering, ({ offeringId }) => `/offerings/${offeringId}/publication`),
  "edit-cohort": cohort,
  "decline-agreement-enquiry": async (stage) => ({ ids: await enquiryAndProduct(stage.walk, stranger(stage)) }),
  "change-agreement": staffs(agreement),
  "end-agreement": staffs(agreement),
  "move-meeting": staffs(agreement),
  "settle-meeting": staffs(agreement),
  "take-trainer-seat": async (stage) => {
    const { ids, headers } = await agreement(stage);
    const participant = stage.walk.person("Mia Mostrand");
    return { ...(ids && { ids }), ...(headers && { headers }), body: { cohortId: ids?.["cohortId"], participant } };
  },
  "replace-participant": agreement,
  "give-back-trainer-seat": agreement,
  "replace-participant-page": agreement,
  "replace-participant-from-page": agreement,
  "give-back-seat-page": agreement,
  "give-back-seat-from-page": agreement,
  "move-seat-page": agreement,
  "move-trainer-seat": async (stage) => {
    const made = await agreement(stage);
    return { ...made, body: { cohortId: made.ids?.["cohortId"] } };
  },
  "move-seat-from-page": async (stage) => {
    const made = await agreement(stage);
    return { ...made, body: { cohort: made.ids?.["cohortId"] } };
  },
  "quote-workplace-course": requestedCourse,
  "decline-workplace-course": requestedCourse,
  "order-workplace-course": course,
  "order-workplace-course-from-page": course,
  "turn-down-workplace-course": course,
  "turn-down-workplace-course-from-page": course,
  "list-workplace-participants": orderedCourse,
  "list-workplace-participants-of-spreadsheet": orderedCourse,
  "list-workplace-participants-from-page": orderedCourse,
  "correct-workplace-participant": listedParticipant,
  "remove-workplace-participant": listedParticipant,
  "correct-workplace-participant-from-page": listedParticipant,
  "remove-workplace-participant-from-page": listedParticipant,
  "cancel-places": cancelling,
  "cancel-place-from-page": order,
  "cancel-goods": staffs(order),
  "send-shipment": staffs(order),
  "name-participant": order,
  "name-participant-from-page": order,
  "offer-page": offered,
  "accept-offer-from-page": offered,
  "review-hand-in": handedIn,
  "hand-out": async ({ side }) => ({ ids: { offeringId: side.eligible["cohortId"] ?? "" } }),
  "preview-certificate": async ({ side }) => ({ ids: side.eligible }),
  "handle-stripe-event": signed,
  "prove-mail": code,
  "prove-mail-from-page": code,
  "open-account": async (stage) => ({
    body: await proved(stage),
    headers: { authorization: `Bearer ${await stage.tokenFor(`new-${stage.fresh}`)}` },
  }),
  "request-export": async (stage) => ({ body: await proved(stage) }),
  "request-erasure": async (stage) => ({ body: await proved(stage) }),
  "request-personal-data-from-page": async (stage) => {
    const { email, mailProof } = await proved(stage);
    return { query: { proof: mailProof }, body: { email, kind: "export" } };
  },
  "read-export": async (stage) => of(await personalData(stage.walk, "exports", await proved(stage))),
  "confirm-erasure": async (stage) => of(await personalData(stage.walk, "erasures", await proved(stage))),
  "confirm-erasure-from-page": async (stage) => of(await personalData(stage.walk, "erasures", await proved(stage))),
  "open-survey-study": async (stage) => ({ body: studyRequest((await cohort(stage)).ids?.["cohortId"] ?? "") }),
  "change-survey-form": newForm,
  "survey-page": participant,
  "survey-step-page": participant,
  "survey-withdrawal-page": participant,
  "request-survey-link": participant,
  "answer-survey-consent": participant,
  "withdraw-survey-consent": participant,
  "save-survey-step": shownStep,
};

/** Operations that the fuzzer never gets done, each with why: none of them may stand here that it does. */
export const NEVER_DONE: Readonly<Record<string, string>> = {};
