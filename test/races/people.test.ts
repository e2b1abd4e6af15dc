import { DomainError } from "#kernel/domain-error";
import { openAccountUseCase } from "#people/app/open-account";
import { proveMailUseCase } from "#people/app/prove-mail";
import { requestMailCodeUseCase } from "#people/app/request-mail-code";
import { callerLimit } from "#people/store/caller-limit";
import { mailCodes } from "#people/store/mail-codes";
import { people } from "#people/store/people";
import { KARI, openShop } from "#test/shop";
import { contenders } from "./contenders.ts";
import { IN_RACE, race } from "./race.ts";

const { email } = KARI;

race({
  limited: "tries of a mail code",
  async start() {
    const shop = await openShop(undefined, undefined, IN_RACE);
    const { unitOfWork } = shop.ports;
    const store = mailCodes(shop.table);
    const ports = { unitOfWork, mailCodes: store, callerLimit: callerLimit(shop.table) };
    await requestMailCodeUseCase(ports)(shop.origin(), { email }, { locale: "nb", sourceIp: "192.0.2.1" });
    const right = (await store.address(email))?.current?.code;
    const prove = proveMailUseCase(ports);
    /** Has had a try when the code was looked at. */
    const guess = async (number: number) => {
      const code = String(number).padStart(6, "0");
      try {
        return await prove(shop.origin(), { email, code: code === right ? "999999" : code });
      } catch (error) {
        if (error instanceof DomainError && error.code === "mail-code-wrong") return "wrong";
        throw error;
      }
    };
    return { table: shop.table, contenders: contenders(50, guess), room: 5, refusals: ["mail-code-ended"] };
  },
  controls: [
    {
      without: "the condition that the tries are as they were read",
      guards: [{ item: /^MAIL-ADDRESS#/, condition: /^version = / }],
      breaks: /got it, and there was room for 5/,
    },
  ],
});

race({
  limited: "an account of whoever signs in",
  async start() {
    const shop = await openShop(undefined, undefined, IN_RACE);
    const open = openAccountUseCase({ ...shop.ports, people: people(shop.table), firstAdministrator: "" });
    const mailProof = await shop.mailProof(email);
    const signIn = () => open(shop.origin(), { email, mailProof }, { kind: "guest", subject: "kari" });
    return {
      table: shop.table,
      contenders: contenders(10, signIn),
      room: 10,
      recount(_rows, answers) {
        const persons = new Set(answers.map((answer) => JSON.stringify(answer)));
        return persons.size === 1 ? [] : [`One who signed in has been told of ${persons.size} accounts.`];
      },
    };
  },
  controls: [
    {
      // Who signs in and the address are two rows, and each is made once.
      without: "the conditions that there is neither person nor account",
      guards: [{ item: /^(PERSON|ACCOUNT)#/, condition: /^(attribute_not_exists|version = )/ }],
      breaks: /has been told of \d+ accounts/,
    },
  ],
});
