/** What the JSON column `branch.opening_hours` holds: by weekday, when the house opens and closes. A closed day is missing. */
export type OpeningHours = Readonly<Partial<Record<Weekday, readonly [open: string, close: string]>>>;

type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
