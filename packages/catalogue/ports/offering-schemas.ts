/** What other contexts' requests and answers have of an offering. */
export { IncludedGoods, Offering, OfferingDetails, Question, TicketType } from "../domain/offering.ts";
