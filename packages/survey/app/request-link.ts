import type { CallerLimit } from "#kernel/caller-limit";
import { refusal } from "#kernel/domain-error";
import { writeLetter } from "../domain/letters/write-letter.ts";
import { linkAddress } from "../domain/link.ts";
import type { Post } from "../ports/post.ts";
import { type Arrival, arrive, type ParticipantPorts, UNRECORDED } from "./arrive.ts";
import type { Visit } from "./link.ts";

/**
 * Mails the participant a new link to the same wave, for when the old one is bound to another device or has been shared.
 * Once somebody has saved, the new link takes over and the old one is refused; before that it is the same link again.
 * Also for a link that was replaced: whoever has it gets nothing but a mail to the participant's own address.
 *
 * @throws DomainError `survey-link-unknown`, `survey-too-many-links`, `survey-mail-not-sent`
 */
export type RequestLink = (visit: Pick<Visit, "link">) => Promise<void>;

export interface RequestLinkPorts extends ParticipantPorts {
  /** How often a link may be asked for. */
  readonly limit: CallerLimit;
  readonly post: Post;
  readonly publicUrl: string;
}

/** A link has one byte for it, and nobody needs so many. */
const MOST_ISSUES = 200;

export function requestLinkUseCase(ports: RequestLinkPorts): RequestLink {
  const { unitOfWork, limit } = ports;
  return async ({ link }) => {
    let settled: { readonly arrival: Arrival; readonly issue: number } | undefined;
    await unitOfWork.handle(UNRECORDED, async () => {
      const arrival = await arrive(ports, { link });
      const { wave, membership, kept, opened, read, forms } = arrival;
      const counted = await limit.count(link, unitOfWork.clock());
      if (!membership || !kept) {
        settled = { arrival, issue: read.issue };
        return [counted];
      }
      const issue = Math.max(kept.sheet.issue, read.issue) + 1;
      if (issue > MOST_ISSUES) throw refusal("survey-too-many-links", { retryAfterSeconds: 86_400 });
      settled = { arrival, issue };
      const sheet = { ...kept.sheet, issue, device: undefined };
      return [counted, opened.write(wave.number, membership.candidate, forms, kept, sheet).part];
    });
    if (settled) await mail(ports, settled.arrival, settled.issue);
  };
}

async function mail(
  { post, publicUrl }: Pick<RequestLinkPorts, "post" | "publicUrl">,
  { study, wave, opened, participation, consent }: Arrival,
  issue: number,
): Promise<void> {
  const { name, email, locale } = participation;
  const letter = writeLetter({
    kind: "new-link",
    locale,
    name,
    study: study.title,
    gathering: wave.title,
    closesAt: wave.closesAt,
    firstTime: consent === undefined,
    url: linkAddress(publicUrl, opened.link(participation, wave.number, issue)),
  });
  if ((await post({ to: email, locale, letter })) !== "sent") throw refusal("survey-mail-not-sent", {});
}
