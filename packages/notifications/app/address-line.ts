import type { Order } from "#ordering/ports/orders";

/** `Kari Eksempel, Eksempelveien 1, 5003 Bergen`. */
export function addressLine({ name, street, postalCode, city }: NonNullable<Order["deliveryAddress"]>): string {
  return `${name}, ${street}, ${postalCode} ${city}`;
}
