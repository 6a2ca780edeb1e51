import type { EngineExtra } from "../../model/table-model.js";

/** Facts that these servers alone have: null and false say that something is as usual, and are left out. */
export function toExtra(facts: EngineExtra): EngineExtra {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== false));
}
