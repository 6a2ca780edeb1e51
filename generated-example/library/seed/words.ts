/** The words that names and titles are made of. */
export const givenNames: readonly string[] = list(
  "Ada, Amara, Anton, Bea, Bruno, Chloé, Dalia, Emil, Esra, Farid, Greta, Hana, Ines, Ivo, Jonas",
  "Juno, Kaito, Lea, Liv, Malik, Mira, Nils, Noor, Olga, Pia, Quentin, Rosa, Samir, Tove, Zoë",
);

export const familyNames: readonly string[] = list(
  "Abbott, Almeida, Berg, Castillo, D'Angelo, Demir, Ekström, Farkas, Grün, Haddad, Ivanova, Jansen",
  "Kimura, Lindqvist, Moreau, Nakata, O'Neill, Okafor, Petrov, Quist, Rossi, Sørensen, Tanaka, Ueda",
  "Varga, Weiß, Xu, Yılmaz, Zamora, van der Meer",
);

export const adjectives: readonly string[] = list(
  "Quiet, Broken, Northern, Invisible, Last, Paper, Silver, Borrowed, Hidden, Slow, Salt, Winter",
  "Seventh, Distant, Narrow, Burning, Green, Unwritten",
);

export const nouns: readonly string[] = list(
  "Lighthouse, Garden, Atlas, Bridge, Library, Harbour, Orchard, Clock, River, Letter, Archive, Mountain",
  "Station, Kitchen, Forest, Mirror, Island, Alphabet, Machine, Century",
);

export const subjectNames: Readonly<Record<string, readonly string[]>> = {
  Fiction: list("Crime, Fantasy, Historical, Short stories, Poetry"),
  Science: list("Astronomy, Biology, Chemistry, Mathematics, Physics"),
  Arts: list("Architecture, Film, Music, Painting"),
  Society: list("Economics, Education, History, Law, Politics"),
  Practical: list("Cooking, Gardening, Sailing, Sewing, Travel"),
};

export const publisherNames: readonly string[] = list(
  "Alder & Ash, Blue Door Press, Cormorant, Dovetail Books, Editions du Quai, Fathom, Gable House, Half Moon",
  "Inkwell & Sons, Juniper, Kestrel Academic, Lamplight",
);

export const branches = [
  { code: "CEN", name: "Central Library", openedOn: "1911-10-02", hasParking: false },
  { code: "HAR", name: "Harbour Branch", openedOn: "1954-04-20", hasParking: true },
  { code: "HIL", name: "Hill Street", openedOn: "1968-09-01", hasParking: false },
  { code: "MIL", name: "Old Mill", openedOn: "1987-03-14", hasParking: true },
  { code: "STA", name: "Station Square", openedOn: "2006-06-30", hasParking: true },
] as const;

function list(...lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(", "));
}
