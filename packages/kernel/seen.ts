/** Something read from a row, with the row's key: `pk / sk`. */
export interface Seen {
  readonly key: string;
}
