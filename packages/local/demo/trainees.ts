import type { Person, Walk } from "./walk.ts";

/** Who signs up, and what learning groups are mixed by. */
export interface Trainee extends Person {
  readonly answers: Readonly<Record<"profession" | "service" | "municipality" | "workplace", string>>;
}

/** Invented people, three to a workplace and six to a municipality. */
export function trainees(walk: Walk, count = 36): Trainee[] {
  const professions = ["Lærer", "Barnehagelærer", "Vernepleier", "Helsesykepleier", "Rektor", "Barnevernspedagog"];
  const services = ["Skole", "Barnehage", "SFO", "Helsestasjon"];
  return Array.from({ length: count }, (_none, index) => {
    const letter = String.fromCharCode(97 + (index % 26));
    const surname = `${index < 26 ? "Fjellvik" : "Sjøholm"}${letter}`;
    return {
      ...walk.person(`Deltaker ${surname}`),
      answers: {
        profession: professions[index % 6] ?? "",
        service: services[index % 4] ?? "",
        municipality: `Eksempel ${Math.floor(index / 6) + 1}`,
        workplace: `Arbeidsplass ${Math.floor(index / 3) + 1}`,
      },
    };
  });
}
