import type { Measure } from "./practice-document.ts";

/** The essay is asked to be 2 to 3 pages. */
const LEAST_PAGES = 2;
const MOST_PAGES = 3;
/**
 * A page of 11 to 12 points and single to one and a half spacing holds 350 to 500 words. A DOCX has no pages of its own, so
 * its words are held against the fewest words of two pages and the most of three.
 */
const FEWEST_WORDS_A_PAGE = 350;
const MOST_WORDS_A_PAGE = 500;

export type EssayLength = "shorter" | "as-asked" | "longer";

/** Whether an essay is shorter or longer than asked for: a reviewer is told, and decides. */
export function essayLength({ unit, count }: Measure): EssayLength {
  const least = unit === "pages" ? LEAST_PAGES : LEAST_PAGES * FEWEST_WORDS_A_PAGE;
  const most = unit === "pages" ? MOST_PAGES : MOST_PAGES * MOST_WORDS_A_PAGE;
  if (count < least) return "shorter";
  return count > most ? "longer" : "as-asked";
}
