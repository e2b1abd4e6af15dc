import { noCertificate } from "#certificates/store/no-certificate";
import { addDocumentUseCase } from "#education/app/add-document";
import { changeHandInUseCase } from "#education/app/change-hand-in";
import { readHandInsUseCase } from "#education/app/read-hand-ins";
import { type ReviewHandIn, reviewHandInUseCase } from "#education/app/review-hand-in";
import { settleDueHandInUseCase } from "#education/app/settle-due-hand-in";
import { type ScanFound, settleUploadUseCase } from "#education/app/settle-upload";
import type { AddDocumentRequest } from "#education/domain/add-document";
import type { Participation } from "#education/domain/participation";
import { ReviewRequest } from "#education/domain/review";
import type { HandInKind, HandInRef } from "#education/ports/hand-ins";
import { cohorts } from "#education/store/cohorts";
import { keptFiles, quarantine } from "#education/store/files";
import { handIns } from "#education/store/hand-ins";
import { inspectFile } from "#education/store/inspect-file";
import { participations } from "#education/store/participations";
import { type Caller, PersonId, type Role } from "#kernel/caller";
import { plusSeconds, toInstant } from "#kernel/clock";
import { mint, mintAccessKey } from "#kernel/id";
import { DocumentId, OfferingId, PlaceId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { announce, PDF } from "#local/demo/sample-files";
import { systemRandom } from "#platform/random";
import type { Bucket, StoredFile } from "#platform/s3/bucket";
import { openShop, type Working } from "./shop.ts";

const DAY = 86_400;

/** A bucket in memory, whose next calls can be made to fail, before or after they are done. */
function memoryBucket(broken: { in: number; when: "before" | "after" }) {
  const objects = new Map<string, StoredFile>();
  const call = <Answer>(act: () => Answer): Promise<Answer> => {
    broken.in -= 1;
    if (broken.in === 0 && broken.when === "before") return Promise.reject(new Error("broken on purpose"));
    const answer = act();
    if (broken.in === 0) return Promise.reject(new Error("broken on purpose"));
    return Promise.resolve(answer);
  };
  const bucket: Bucket = {
    put: (key, file) => call(() => void objects.set(key, file)),
    get: (key) => call(() => objects.get(key)),
    delete: (key) => call(() => void objects.delete(key)),
  };
  return { bucket, objects };
}

/** One participant of a cohort in the middle of its year, and the use cases of portfolios on a table of their own. */
export async function openPortfolio(working?: Working) {
  const shop = await openShop(toInstant(Date.UTC(2023, 0, 12, 9)), undefined, working);
  const { table, clock } = shop;
  const broken = { in: 0, when: "before" as "before" | "after" };
  const waiting = memoryBucket(broken);
  const kept = memoryBucket(broken);
  const ports = {
    unitOfWork: shop.ports.unitOfWork,
    handIns: handIns(table),
    participations: participations(table),
    noCertificate: noCertificate(table),
    quarantine: quarantine(waiting.bucket),
    keptFiles: keptFiles(kept.bucket),
    inspectFile,
    uploads: { request: async () => ({ url: "https://upload.example.no", headers: {} }) },
    fileAddresses: { address: async () => "https://file.example.no" },
  };
  const who = { cohortId: mint(OfferingId, systemRandom), placeId: mint(PlaceId, systemRandom) };
  const participation: Participation = {
    ...who,
    key: mintAccessKey(systemRandom),
    locale: "nb",
    name: "Kari Eksempel",
    email: "kari@example.no",
    background: {},
    told: {},
    status: "active",
    processLeader: false,
    attendance: {},
    portfolio: { status: "draft", documents: [] },
    essay: { status: "draft" },
    version: 1,
  };
  const at = (days: number) => ({
    startsAt: plusSeconds(clock(), days * DAY),
    endsAt: plusSeconds(clock(), days * DAY + 3600),
  });
  const cohort = {
    cohortId: who.cohortId,
    title: { nb: "Kull 5" },
    gatherings: [
      {
        title: { nb: "Samling" },
        venue: { name: "Eksempel kulturhus", address: "Eksempelveien 3, 5003 Bergen" },
        days: [
          { dayId: "d1", ...at(-30), calledOff: false },
          { dayId: "d2", ...at(30), calledOff: false },
        ],
        overnightStay: false,
      },
    ],
    groups: { count: 6, size: 6 },
    markedDays: [],
    version: 1,
  };
  await shop.ports.unitOfWork.handle(shop.origin(), async () => [
    cohorts(table).create(cohort),
    ports.participations.create(participation),
  ]);

  const own: Caller = { kind: "guest", key: participation.key };
  const addDocument = addDocumentUseCase(ports);
  const settleUpload = settleUploadUseCase(ports);
  const reviewHandIn = reviewHandInUseCase(ports);
  let deliveries = 0;

  return {
    ...shop,
    ports,
    who,
    own,
    broken,
    waiting: waiting.objects,
    kept: kept.objects,
    addDocument,
    changeHandIn: changeHandInUseCase(ports),
    /** A reviewer has read what waits, and decides. */
    async review(
      origin: Origin,
      ref: HandInRef,
      decision: { decision: ReviewRequest["decision"]; comments?: string },
      reviewer: Parameters<ReviewHandIn>[3],
    ) {
      const { submittedAt } = (await ports.handIns.get(ref)) ?? {};
      return reviewHandIn(origin, ref, ReviewRequest.parse({ submittedAt, ...decision }), reviewer);
    },
    reviewHandIn,
    read: readHandInsUseCase(ports),
    settleDue: settleDueHandInUseCase(ports),
    person: (email: string, ...roles: Role[]): Extract<Caller, { kind: "person" }> => ({
      kind: "person",
      personId: mint(PersonId, systemRandom),
      email,
      roles,
    }),
    participation: () => ports.participations.get(who),
    handIn: async (kind: HandInKind) => ports.handIns.get({ ...who, kind }),
    addText: (title = "Sirkeltid", text = TEXT.text) =>
      addDocument.toPortfolio(shop.origin(), who, { ...TEXT, title, text }, own),
    /** Announces a file and puts it into quarantine, or something else in its place. */
    async upload(kind: HandInKind, bytes: Uint8Array, contentType = PDF, instead = bytes) {
      const file = announce("fil.pdf", contentType, bytes);
      const { documentId } =
        kind === "essay"
          ? await addDocument.asEssay(shop.origin(), who, { file, noChildRecognisable: true }, own)
          : await addDocument.toPortfolio(shop.origin(), who, { ...TEXT, file }, own);
      const key = `portfolio/${who.cohortId}/${who.placeId}/${kind}/${documentId}`;
      waiting.objects.set(key, { bytes: instead, contentType });
      return { documentId: DocumentId.parse(documentId), key };
    },
    /** One delivery of a scan's result, or the same delivery again. */
    scanned(key: string, found: ScanFound = "nothing", delivery = `scan-${++deliveries}`) {
      return settleUpload({ ...shop.origin(), delivery: { context: "education", eventId: delivery } }, key, found);
    },
  };
}

export type Portfolio = Awaited<ReturnType<typeof openPortfolio>>;

const TEXT: AddDocumentRequest = {
  kind: "text",
  title: "Sirkeltid",
  datedOn: "2023-01-10",
  text: "Vi prøvde sirkeltid i to uker.",
  noChildRecognisable: true,
};
