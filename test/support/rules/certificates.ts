import { gunzipSync } from "node:zlib";
import * as z from "zod";
import type { Certificate } from "#certificates/domain/certificate";
import type { Stored } from "./stored.ts";

/** Rule 5: certificates stand on their grounds, one is valid at most, and whatever counts or revokes them says the same. */
export function brokenCertificates(stored: Stored): string[] {
  return [
    ...stored.certificates.flatMap((certificate) => withoutGrounds(certificate, stored)),
    ...wrongHeld(stored),
    ...wrongTrainers(stored),
    ...stored.statusLists.flatMap((list) => wrongList(list, stored)),
  ];
}

/** What was certified, and for one that is valid also what the rows say now: counted here, not by the product. */
function withoutGrounds({ certificateId, status, snapshot, cohortId, placeId }: Certificate, stored: Stored): string[] {
  const { attendance, documents } = snapshot;
  const faults = [
    ...(attendance.halves * 10 < attendance.held * 16
      ? [`attested ${attendance.halves} halves of ${attendance.held}`]
      : []),
    ...(documents < 3 || documents > 5 ? [`attested ${documents} documents`] : []),
  ];
  const participation = stored.participations.find((each) => each.placeId === placeId && each.cohortId === cohortId);
  const cohort = stored.cohorts.find((each) => each.cohortId === cohortId);
  if (status === "valid" && participation && cohort) {
    const days = cohort.gatherings.flatMap((gathering) => gathering.days).filter(({ calledOff }) => !calledOff);
    const marks = days.map(({ dayId }) => participation.attendance[dayId]?.mark);
    const halves =
      marks.filter((mark) => mark === "present").length * 2 + marks.filter((mark) => mark === "half").length;
    if (marks.includes(undefined)) faults.push("a day without a mark");
    if (halves * 10 < days.length * 16) faults.push(`${halves} halves of ${days.length} days`);
    if (participation.portfolio.status !== "approved")
      faults.push(`a portfolio that is ${participation.portfolio.status}`);
    if (participation.essay.status !== "approved") faults.push(`an essay that is ${participation.essay.status}`);
  }
  return faults.map((fault) => `${certificateId} is ${status} with ${fault}`);
}

function wrongHeld({ certificates, held }: Stored): string[] {
  const valid = certificates.filter(({ status }) => status === "valid");
  const byHolder = Map.groupBy(valid, ({ cohortId, placeId }) => `${cohortId} ${placeId}`);
  return [
    ...[...byHolder].flatMap(([who, { length }]) => (length > 1 ? [`${who} has ${length} valid certificates`] : [])),
    ...held.flatMap(({ cohortId, placeId, certificateId, valid: isValid }) => {
      const [only] = byHolder.get(`${cohortId} ${placeId}`) ?? [];
      const says = isValid ? certificateId : undefined;
      return only?.certificateId === says
        ? []
        : [`${placeId} holds ${says}, and its valid one is ${only?.certificateId}`];
    }),
    ...valid
      .filter(({ certificateId }) => !held.some((each) => each.certificateId === certificateId))
      .map(({ certificateId }) => `${certificateId} is valid, and nobody holds it`),
  ];
}

function wrongTrainers({ certificates, trainers }: Stored): string[] {
  const holders = new Set([...trainers.keys(), ...certificates.map(({ holder }) => holder)]);
  return [...holders].flatMap((holder) => {
    const valid = certificates.filter((each) => each.holder === holder && each.status === "valid").length;
    const counted = trainers.get(holder) ?? 0;
    return counted === valid ? [] : [`a trainer is counted ${counted} times, and has ${valid} valid certificates`];
  });
}

const SignedList = z.object({ credentialSubject: z.object({ encodedList: z.string() }) });

function wrongList({ list, revoked, handedOut, credential }: Stored["statusLists"][number], stored: Stored): string[] {
  const inList = stored.certificates.filter(({ statusEntry }) => statusEntry.list === list);
  const ended = inList.filter(({ status }) => status !== "valid").map(({ statusEntry }) => statusEntry.index);
  const { encodedList } = SignedList.parse(JSON.parse(credential)).credentialSubject;
  const signed = bitsSetIn(encodedList);
  const same = (a: readonly number[], b: readonly number[]) => a.toSorted().join() === b.toSorted().join();
  const indexes = stored.statusIndexes.filter((each) => each.list === list).map(({ index }) => index);
  return [
    ...(same(ended, revoked) ? [] : [`list ${list} revokes ${revoked}, and ended are ${ended}`]),
    ...(same(ended, signed) ? [] : [`list ${list} is signed with ${signed}, and ended are ${ended}`]),
    ...(same(
      indexes,
      inList.map(({ statusEntry }) => statusEntry.index),
    )
      ? []
      : [`list ${list} has given other indexes than its certificates have`]),
    ...(handedOut === inList.length ? [] : [`list ${list} counts ${handedOut}, and has ${inList.length} certificates`]),
  ];
}

function bitsSetIn(encodedList: string): number[] {
  const bytes = gunzipSync(Buffer.from(encodedList.slice(1), "base64url"));
  return [...bytes].flatMap((byte, position) =>
    byte === 0
      ? []
      : [...byte.toString(2).padStart(8, "0")].flatMap((bit, at) => (bit === "1" ? [position * 8 + at] : [])),
  );
}
