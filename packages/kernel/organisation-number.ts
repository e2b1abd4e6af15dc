const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2] as const;

/** Whether nine digits are a Norwegian organisation number: weights 3 2 7 6 5 4 3 2, modulo 11; remainder 10 is none. */
export function isOrganisationNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false;
  const total = WEIGHTS.reduce<number>((sum, weight, index) => sum + weight * Number(text.charAt(index)), 0);
  const check = (11 - (total % 11)) % 11;
  return check === Number(text.charAt(8));
}

/** `200 000 005`, as Norwegians read it. The spaces don't break. */
export function inGroupsOfThree(organisationNumber: string): string {
  return organisationNumber.replace(/(\d{3})(?=\d)/g, "$1\u00a0");
}
