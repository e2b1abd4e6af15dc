import * as z from "zod";
import { AgreementId, SeatId } from "./ids.ts";

/** The trainer seat that covers a place, kept on the place. */
export const SeatOfPlace = z.object({ agreementId: AgreementId, seatId: SeatId });
export type SeatOfPlace = z.infer<typeof SeatOfPlace>;
