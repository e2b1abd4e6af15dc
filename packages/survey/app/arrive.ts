import type { Participation, ParticipationReads } from "#education/ports/participations";
import { refusal } from "#kernel/domain-error";
import { CorrelationId } from "#kernel/event";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { type Consent, type ConsentStatus, standingOf } from "../domain/consent.ts";
import type { StudyForms } from "../domain/form.ts";
import type { Device } from "../domain/link.ts";
import type { Study, Wave } from "../domain/study.ts";
import type { Answers, KeptSheet, Membership, ReadLink, StudyAnswers } from "../ports/answers.ts";
import type { Consents } from "../ports/consents.ts";
import type { Forms } from "../ports/forms.ts";
import type { Studies } from "../ports/studies.ts";
import type { Visit } from "./link.ts";
import { studyForms } from "./study-forms.ts";

/** What a participant's pages are made of. */
export interface ParticipantPorts {
  readonly unitOfWork: UnitOfWork;
  readonly answers: Answers;
  readonly studies: Studies;
  readonly forms: Pick<Forms, "get">;
  readonly consents: Consents;
  readonly participations: Pick<ParticipationReads, "get">;
}

/** Somebody at their page: who they are, for as long as the request takes. */
export interface Arrival {
  readonly study: Study;
  readonly forms: StudyForms;
  readonly wave: Wave;
  readonly opened: StudyAnswers;
  readonly participation: Participation;
  readonly consent: Consent | undefined;
  /** What their word is worth now. */
  readonly standing: ConsentStatus;
  /** Only while consent stands. */
  readonly membership: Membership | undefined;
  /** Of a yes that doesn't stand any more, where only who has the key to the answers can remove them: after an erasure, for a day. */
  readonly left: Membership | undefined;
  readonly kept: KeptSheet | undefined;
  readonly read: ReadLink;
  readonly device: Device;
}

/** What a visitor shows of their link and device, for `assertMayUse`. */
export function bearingOf({ opened, read, device }: Pick<Arrival, "opened" | "read" | "device">) {
  return { issue: read.issue, device: opened.mark(device) };
}

/** Nothing a participant's page does leaves a trace of its request: its transactions write neither facts nor idempotency rows. */
export const UNRECORDED: Origin = { correlationId: CorrelationId.parse("unrecorded") };

/**
 * Tells who holds a link, and loads all there is of them and the link's wave. Whether this device may use it isn't asked yet.
 *
 * @throws DomainError `survey-link-unknown`
 */
export async function arrive(ports: ParticipantPorts, { link, device }: Visit): Promise<Arrival> {
  const { answers, studies, consents, participations } = ports;
  const unknown = () => refusal("survey-link-unknown", {});
  const studyId = answers.studyOf(link);
  const [study, opened] = await Promise.all([studies.get(studyId), answers.open(studyId)]);
  const read = opened?.read(link);
  if (study?.status !== "open" || !opened || !read) throw unknown();
  const { placeId } = read;
  const [participation, wave, forms] = await Promise.all([
    participations.get({ cohortId: study.cohortId, placeId }),
    studies.wave(studyId, read.wave),
    studyForms(ports.forms, study),
  ]);
  if (!participation || !wave || !read.isOf(participation)) throw unknown();
  const [consent, member] = await Promise.all([consents.get(studyId, participation), opened.membership(participation)]);
  const standing = standingOf(consent, member !== undefined);
  const membership = standing === "given" ? member : undefined;
  const kept = membership && (await opened.sheet(wave.number, membership.candidate, forms));
  const left = membership ? undefined : member;
  const known = { study, forms, wave, opened, participation, consent, standing, membership, left, kept, read };
  return { ...known, device: device ?? answers.newDevice() };
}
