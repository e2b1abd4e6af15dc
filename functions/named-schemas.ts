import { Prices } from "#agreements/domain/agreement";
import { Meeting } from "#agreements/domain/meeting";
import { Promised } from "#agreements/domain/promised";
import { IncludedGoods, Offering, Question, TicketType } from "#catalogue/domain/offering";
import { Product } from "#catalogue/domain/product";
import { StaffText } from "#kernel/locale";
import { InvoicedOrganisation, PostalAddress } from "#kernel/organisation";
import { VatAllocation, VatPart } from "#kernel/vat";
import { Buyer } from "#ordering/domain/buyer";
import { OrderLine } from "#ordering/domain/order";
import type { NamedSchemas } from "#platform/openapi/components";
import { Participant } from "#registration/domain/place";

/** Schemas that many routes use: each stands once in the OpenAPI document, by its name. */
export const namedSchemas: NamedSchemas = {
  Buyer,
  IncludedGoods,
  InvoicedOrganisation,
  Meeting,
  Offering,
  OrderLine,
  Participant,
  PostalAddress,
  Prices,
  Product,
  Promised,
  Question,
  StaffText,
  TicketType,
  VatAllocation,
  VatPart,
};
