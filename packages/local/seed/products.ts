import type * as z from "zod";
import type { ProductDetails } from "#catalogue/domain/product";
import { kroner } from "#kernel/money";

interface ProductSeed {
  readonly details: z.input<typeof ProductDetails>;
  /** Pieces on the shelf. */
  readonly pieces: number;
}

/** What the centre sells, by a short name. Titles are the centre's own; prices and weights are invented. */
export const productSeeds = {
  "book-kindergarten": {
    details: {
      kind: "book",
      title: {
        nb: "SMART oppvekst i barnehagen",
        nn: "SMART oppvekst i barnehagen",
        en: "SMART upbringing: kindergarten",
      },
      description: { nb: "Samtaler og leker som setter ord på barns styrker." },
      ageGroup: "kindergarten",
      price: kroner(200),
      vatCategory: "Z",
      weightGrams: 420,
    },
    pieces: 200,
  },
  "book-primary": {
    details: {
      kind: "book",
      title: { nb: "SMART oppvekst 1–4", nn: "SMART oppvekst 1–4", en: "SMART upbringing: years 1–4" },
      description: { nb: "Undervisningsopplegg for småskolen og SFO." },
      ageGroup: "primary",
      price: kroner(200),
      vatCategory: "Z",
      weightGrams: 460,
    },
    pieces: 250,
  },
  "book-smart-3": {
    details: {
      kind: "book",
      title: { nb: "SMART oppvekst 3", nn: "SMART oppvekst 3", en: "SMART upbringing 3" },
      description: { nb: "Styrker, verdier og moralsk resonnering på mellomtrinnet." },
      ageGroup: "primary",
      price: kroner(220),
      vatCategory: "Z",
      weightGrams: 510,
    },
    pieces: 180,
  },
  "book-youth": {
    details: {
      kind: "book",
      title: { nb: "SMART ungdom", nn: "SMART ungdom", en: "SMART youth" },
      description: { nb: "For ungdomsskole, videregående og fritidsklubb." },
      ageGroup: "youth",
      price: kroner(220),
      vatCategory: "Z",
      weightGrams: 480,
    },
    pieces: 150,
  },
  "booklet-method": {
    details: {
      kind: "book",
      title: { nb: "Metodehefte", nn: "Metodehefte", en: "Method booklet" },
      description: { nb: "Øvelser for personalgruppen, trinn for trinn." },
      ageGroup: "adults",
      price: kroner(120),
      vatCategory: "Z",
      weightGrams: 180,
    },
    pieces: 300,
  },
  "smart-relasjon": {
    details: {
      kind: "book",
      title: { nb: "SMART relasjon", nn: "SMART relasjon", en: "SMART relations" },
      description: { nb: "Seks temaer for foreldremøter, med opplegg og utdelingsark." },
      ageGroup: "adults",
      price: kroner(350),
      vatCategory: "Z",
      weightGrams: 620,
    },
    pieces: 60,
  },
  "deck-children": {
    details: {
      kind: "card-deck",
      title: { nb: "Styrkekort for barn", nn: "Styrkekort for barn", en: "Strength cards for children" },
      description: { nb: "24 kort med tegninger, ett for hver styrke." },
      ageGroup: "kindergarten",
      price: kroner(100),
      vatCategory: "S",
      weightGrams: 160,
    },
    pieces: 400,
  },
  "deck-youth": {
    details: {
      kind: "card-deck",
      title: { nb: "Styrkekort for ungdom og voksne", nn: "Styrkekort for ungdom og vaksne", en: "Strength cards" },
      description: { nb: "24 kort med styrker og spørsmål til samtale." },
      ageGroup: "youth",
      price: kroner(100),
      vatCategory: "S",
      weightGrams: 160,
    },
    pieces: 400,
  },
  "poster-strengths": {
    details: {
      kind: "poster",
      title: { nb: "Plakat med styrkene", nn: "Plakat med styrkane", en: "Poster of the strengths" },
      description: { nb: "50 × 70 cm, på bokmål." },
      ageGroup: "all",
      price: kroner(75),
      vatCategory: "S",
      weightGrams: 120,
    },
    pieces: 120,
  },
} as const satisfies Readonly<Record<string, ProductSeed>>;

export type ProductName = keyof typeof productSeeds;
