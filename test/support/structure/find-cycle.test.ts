import { describe, expect, it } from "vitest";
import { findCycle } from "./find-cycle.js";

describe("findCycle", () => {
  it("finds none where every way ends", () => {
    const graph = new Map([
      ["a", ["b", "c"]],
      ["b", ["c"]],
      ["c", ["elsewhere"]],
    ]);
    expect(findCycle(graph)).toBeNull();
  });

  it("names the way round", () => {
    const graph = new Map([
      ["a", ["b"]],
      ["b", ["c"]],
      ["c", ["d", "b"]],
    ]);
    expect(findCycle(graph)).toEqual(["b", "c", "b"]);
  });
});
