import type { Role } from "#kernel/caller";
import type { Route } from "#platform/http/route";
import type { Owned } from "./belongings.ts";
import type { Side } from "./world.ts";

/** Whose it is what a route's address names, and who else may ask for it. */
export interface Ownership {
  readonly of: (side: Side) => Owned;
  /** Roles that ask without the key. */
  readonly roles: readonly Role[];
  /** Roles that may know that it is there, and are told that this isn't theirs to do. */
  readonly told?: readonly Role[];
  /** Whether its holder may log in with the address that the key was sent to, instead of using the key. */
  readonly byLogin: boolean;
}

const administrator: readonly Role[] = ["administrator"];
const order: Ownership = { of: (side) => side.order, roles: administrator, byLogin: false };
const unpaid: Ownership = { ...order, of: (side) => side.unpaid };
const entry: Ownership = { ...order, of: (side) => side.entry };
const agreement: Ownership = { of: (side) => side.agreement, roles: administrator, byLogin: true };
/** Pages speak as the contact: for everybody else they aren't there. */
const agreementPage: Ownership = { ...agreement, roles: [] };
const workplaceCourse: Ownership = { of: (side) => side.workplaceCourse, roles: administrator, byLogin: true };
const listedCourse: Ownership = { ...workplaceCourse, of: (side) => side.listedCourse };
const workplaceOffer: Ownership = { ...workplaceCourse, roles: [], told: administrator };
const participation: Ownership = {
  of: (side) => side.participation,
  roles: ["administrator", "course-leader", "reviewer"],
  byLogin: true,
};
const portfolio: Ownership = { ...participation, roles: ["administrator", "reviewer"] };
const exported: Ownership = { of: (side) => side.exported, roles: administrator, byLogin: true };
const erasure: Ownership = { ...exported, of: (side) => side.erasure };
const ownPortfolio: Ownership = { ...participation, roles: [] };

/**
 * Each route that asks for a key or a login of one's own, by its name in the route table. Those that are for everybody, or
 * for roles whatever it is about, need no row.
 */
export const ownership: Readonly<Record<string, Ownership>> = {
  "get-order": order,
  "order-page": order,
  "naming-page": order,
  "name-participant": order,
  "name-participant-from-page": order,
  "cancel-place-page": order,
  "cancel-places": order,
  "cancel-place-from-page": order,
  "start-checkout": unpaid,
  "start-checkout-from-page": unpaid,
  "extend-hold": unpaid,
  "extend-hold-from-page": unpaid,
  "get-entry": entry,
  "entry-page": entry,
  "offer-page": entry,
  "accept-offer-from-page": entry,
  "leave-page": entry,
  "leave-from-page": entry,
  "leave-waiting-list": entry,
  "get-agreement": agreement,
  "get-meetings-kept": agreement,
  "find-cohorts": agreement,
  "agreement-page": agreementPage,
  "materials-page": agreementPage,
  "order-materials": agreement,
  "order-materials-from-page": agreementPage,
  "take-trainer-seat-page": agreementPage,
  "take-trainer-seat": agreement,
  "take-trainer-seat-from-page": agreementPage,
  "replace-participant-page": agreementPage,
  "replace-participant": agreement,
  "replace-participant-from-page": agreementPage,
  "move-seat-page": agreementPage,
  "give-back-seat-page": agreementPage,
  "move-trainer-seat": agreement,
  "move-seat-from-page": agreementPage,
  "give-back-trainer-seat": agreement,
  "give-back-seat-from-page": agreementPage,
  "get-workplace-course": workplaceCourse,
  "workplace-course-page": workplaceCourse,
  "order-workplace-course": workplaceOffer,
  "order-workplace-course-from-page": workplaceOffer,
  "turn-down-workplace-course": workplaceOffer,
  "turn-down-workplace-course-from-page": workplaceOffer,
  "list-workplace-participants": workplaceCourse,
  "list-workplace-participants-of-spreadsheet": workplaceCourse,
  "list-workplace-participants-from-page": workplaceCourse,
  "correct-workplace-participant": listedCourse,
  "remove-workplace-participant": listedCourse,
  "workplace-participant-page": listedCourse,
  "correct-workplace-participant-from-page": listedCourse,
  "remove-workplace-participant-from-page": listedCourse,
  "get-own-participation": participation,
  "participant-page": participation,
  "get-hand-ins": portfolio,
  "portfolio-page": portfolio,
  "open-document": portfolio,
  "read-export": exported,
  "export-page": exported,
  "read-erasure": erasure,
  "erasure-page": erasure,
  "confirm-erasure": erasure,
  "confirm-erasure-from-page": erasure,
  "add-document": ownPortfolio,
  "add-essay": ownPortfolio,
  "submit-hand-in": ownPortfolio,
  "withdraw-hand-in": ownPortfolio,
  "remove-document": ownPortfolio,
};

/** Whether what a route is about may be somebody's own: it takes a key, or lets in people who aren't the centre's. */
export function asksForOwn({ access }: Pick<Route<never>, "access">): boolean {
  if (typeof access === "string") return access === "key";
  return access.some((role) => role === "participant" || role === "organisation-contact");
}
