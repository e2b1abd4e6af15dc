import type { Origin } from "#kernel/origin";
import type { Visit } from "./link.ts";

/**
 * Mails the participant a new link to the same wave, for when the old one is bound to another device or has been shared.
 * Once somebody has saved, the new link takes over and the old one is refused; before that it is the same link again.
 * Also for a link that was replaced: whoever has it gets nothing but a mail to the participant's own address.
 *
 * @throws DomainError `survey-link-unknown`, `survey-wave-closed` (nothing to open), `survey-too-many-links`, `survey-mail-not-sent`
 */
export type RequestLink = (origin: Origin, visit: Pick<Visit, "link">) => Promise<void>;
