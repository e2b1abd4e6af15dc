import { letterMessage } from "#platform/ses/letter-message";
import type { SendMessage } from "#platform/ses/send-message";
import type { Post } from "#survey/ports/post";

/** What bounces are counted by, and told by nothing else: the same on every mail. */
const TAGS = { sender: "survey" };

/** The survey's post by SES: by a configuration set that tells nobody what became of a mail. */
export function post(sendMessage: SendMessage): Post {
  return async ({ to, locale, letter }) => {
    const { kind } = await sendMessage({ ...letterMessage(letter, locale), to, tags: TAGS, attachments: [] });
    return kind === "sent" || kind === "refused" ? kind : "unsure";
  };
}
