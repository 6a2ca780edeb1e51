import { expect, it } from "vitest";
import { loadDriver } from "../../../src/runtime/driver/load-driver.js";

it("says how to get a driver that is not installed", async () => {
  const name = "no-such-driver";
  const loading = loadDriver(name, () => import(/* @vite-ignore */ name) as Promise<unknown>);
  await expect(loading).rejects.toMatchObject({
    code: "connectionFailed",
    message: 'no-such-driver: the driver is not installed: run "npm install no-such-driver"',
  });
});

it("passes on whatever else goes wrong", async () => {
  const failure = new Error("broken");
  await expect(loadDriver("some-driver", () => Promise.reject(failure))).rejects.toBe(failure);
});
