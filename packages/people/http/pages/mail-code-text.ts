import type { Locale } from "#kernel/locale";

const nb = {
  title: "Bekreft e-postadressen",
  why: "Vi sender deg en kode på seks sifre. Slik vet vi at adressen er din.",
  email: "E-postadressen din",
  emailWrong: "Skriv en hel e-postadresse, som navn@example.no",
  send: "Send meg en kode",
  codeTitle: "Skriv inn koden",
  sent: (email: string) =>
    `Koden er sendt til ${email}. Den gjelder i 15 minutter. Finner du den ikke, så se i søppelposten.`,
  code: "Kode på seks sifre",
  codeWrong: "Skriv de seks sifrene fra e-posten",
  prove: "Bekreft",
  again: "Send en ny kode",
  proved: "E-postadressen er bekreftet",
  provedBody: "Du kan lukke denne siden. Bekreftelsen gjelder i ett døgn.",
};

type MailCodeText = typeof nb;

const nn: MailCodeText = {
  title: "Stadfest e-postadressa",
  why: "Vi sender deg ein kode på seks siffer. Slik veit vi at adressa er di.",
  email: "E-postadressa di",
  emailWrong: "Skriv ei heil e-postadresse, som namn@example.no",
  send: "Send meg ein kode",
  codeTitle: "Skriv inn koden",
  sent: (email) => `Koden er send til ${email}. Han gjeld i 15 minutt. Finn du han ikkje, så sjå i søppelposten.`,
  code: "Kode på seks siffer",
  codeWrong: "Skriv dei seks sifra frå e-posten",
  prove: "Stadfest",
  again: "Send ein ny kode",
  proved: "E-postadressa er stadfesta",
  provedBody: "Du kan lukke denne sida. Stadfestinga gjeld i eitt døgn.",
};

const en: MailCodeText = {
  title: "Confirm your e-mail address",
  why: "We send you a code of six digits. That is how we know that the address is yours.",
  email: "Your e-mail address",
  emailWrong: "Write a whole e-mail address, such as name@example.no",
  send: "Send me a code",
  codeTitle: "Enter the code",
  sent: (email) =>
    `The code has been sent to ${email}. It is valid for 15 minutes. If you can't find it, look in your spam folder.`,
  code: "Code of six digits",
  codeWrong: "Write the six digits from the e-mail",
  prove: "Confirm",
  again: "Send a new code",
  proved: "Your e-mail address is confirmed",
  provedBody: "You can close this page. The confirmation is valid for a day.",
};

export const MAIL_CODE_TEXT: Readonly<Record<Locale, MailCodeText>> = { nb, nn, en };
