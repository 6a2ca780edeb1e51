import type { EngineExtra } from "../../model/table-model.js";

/** Facts that PostgreSQL alone has: null, false and empty lists say that something is as usual, and are left out. */
export function toExtra(facts: EngineExtra): EngineExtra {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => !isUsual(value)));
}

function isUsual(value: EngineExtra[string]): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0);
}
