import fc from "fast-check";
import { expect, it } from "vitest";
import { type Address, onPage, readAddress, writeAddress } from "../../renderer/address.ts";

it("reads page, programme, cut-off, selection and the page's own parameters", () => {
  expect(readAddress("#/views?programme=p&cutoff=2022-10-01&where.sex=F&where.sex=M&view=inflow")).toEqual({
    page: "views",
    programme: "p",
    cutoff: "2022-10-01",
    selection: { sex: ["F", "M"] },
    params: { view: "inflow" },
  });
});

it("leaves out what it cannot read", () => {
  expect(readAddress("")).toEqual({ page: "", selection: {}, params: {} });
  expect(readAddress("#/overview?cutoff=yesterday")).toEqual({ page: "overview", selection: {}, params: {} });
  expect(readAddress("#/%E0%A4%A")).toEqual({ page: "%E0%A4%A", selection: {}, params: {} });
});

it("gives equal addresses equal hashes", () => {
  const one: Address = { page: "p", selection: { b: ["2", "1", "1"], a: ["3"] }, params: { y: "1", x: "2" } };
  const other: Address = { page: "p", selection: { a: ["3"], b: ["1", "2"] }, params: { x: "2", y: "1" } };
  expect(writeAddress(one)).toBe(writeAddress(other));
});

it("keeps the scope and drops the page's own parameters on another page", () => {
  const address: Address = { page: "views", cutoff: "2022-10-01", selection: { sex: ["F"] }, params: { view: "x" } };
  expect(onPage(address, "overview")).toEqual({ ...address, page: "overview", params: {} });
});

const name = fc.stringMatching(/^[a-zåäö_]+$/).filter((text) => !["programme", "cutoff", "__proto__"].includes(text));
const addresses: fc.Arbitrary<Address> = fc.record(
  {
    page: fc.string(),
    programme: fc.string(),
    cutoff: fc
      .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10)),
    selection: fc.dictionary(
      name,
      fc.uniqueArray(fc.string(), { minLength: 1 }).map((codes) => codes.sort()),
      { noNullPrototype: true },
    ),
    params: fc.dictionary(name, fc.string(), { noNullPrototype: true }),
  },
  { requiredKeys: ["page", "selection", "params"], noNullPrototype: true },
);

it("comes back from the hash as it was", () => {
  fc.assert(
    fc.property(addresses, (address) => {
      expect(readAddress(writeAddress(address))).toEqual(address);
    }),
  );
});
