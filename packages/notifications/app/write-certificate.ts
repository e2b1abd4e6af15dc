import { certificateIssued } from "../domain/templates/certificate-issued.ts";
import { certificateRevoked } from "../domain/templates/certificate-revoked.ts";
import type { Writer } from "./writer.ts";

export const writeCertificateIssued: Writer<"certificate-issued"> = async ({ certificateId }, desk) => {
  const { readings, links, drawCertificate } = desk;
  const certificate = await readings.certificate(certificateId);
  const participation = certificate && (await readings.participation(certificate));
  if (!certificate || !participation) return "nobody-to-write-to";
  if (certificate.status !== "valid") return "out-of-date";
  const { snapshot, replaces } = certificate;
  const address = links.certificate(certificateId);
  const pdf = await drawCertificate({ snapshot, issued: { certificateId, address } });
  const letter = certificateIssued(
    { name: snapshot.name, replaces: replaces !== undefined, certificateLink: address },
    snapshot.locale,
  );
  return {
    to: participation.email,
    locale: snapshot.locale,
    letter,
    file: { fileName: "kompetansebevis.pdf", contentType: "application/pdf", content: pdf },
  };
};

export const writeCertificateRevoked: Writer<"certificate-revoked"> = async (
  { certificateId },
  { readings, links },
) => {
  const certificate = await readings.certificate(certificateId);
  const participation = certificate && (await readings.participation(certificate));
  if (!certificate || !participation) return "nobody-to-write-to";
  const { name, locale } = certificate.snapshot;
  const letter = certificateRevoked({ name, certificateLink: links.certificate(certificateId) }, locale);
  return { to: participation.email, locale, letter };
};
