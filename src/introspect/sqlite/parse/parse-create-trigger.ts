import type { TriggerModel } from "../../../model/table-model.js";
import { TokenReader } from "./token-reader.js";

type TriggerSyntax = Pick<TriggerModel, "timing" | "events">;

/** Reads when a trigger fires (https://sqlite.org/lang_createtrigger.html): before, where the text does not say. */
export function parseCreateTrigger(sql: string): TriggerSyntax {
  const reader = new TokenReader(sql);
  while (!reader.atEnd() && !reader.takeKeywords("TRIGGER")) reader.take();
  reader.takeName();
  if (reader.takeSymbol(".")) reader.takeName();
  return { timing: readTiming(reader), events: readEvent(reader) };
}

function readTiming(reader: TokenReader): TriggerSyntax["timing"] {
  if (reader.takeKeywords("AFTER")) return "after";
  if (reader.takeKeywords("INSTEAD", "OF")) return "insteadOf";
  reader.takeKeywords("BEFORE");
  return "before";
}

function readEvent(reader: TokenReader): TriggerSyntax["events"] {
  if (reader.takeKeywords("INSERT")) return ["insert"];
  if (reader.takeKeywords("UPDATE")) return ["update"];
  return reader.takeKeywords("DELETE") ? ["delete"] : [];
}
