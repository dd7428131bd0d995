// What is computed again after a change, and what is not.

import { describe, expect, test } from "vitest";
import { Memo } from "../../server/src/engine/memo.ts";

/** Words of lines of texts: three stages over one input. */
function chain(keep?: number) {
  const texts = new Map<string, string>();
  const memo = new Memo();
  const text = memo.input((key) => texts.get(key) ?? "");
  const first = memo.derived("first", (key) => text.get(key).split("\n")[0] ?? "", keep === undefined ? {} : { keep });
  const loud = memo.derived("loud", (key) => first(key).toUpperCase());
  const all = memo.derived("all", () => ["a", "b"].map((key) => loud(key)).join(" "));
  const set = (key: string, value: string) => {
    texts.set(key, value);
    text.reload(key);
  };
  return { memo, all: () => all(""), first, set, counts: () => Object.fromEntries(memo.counts) };
}

describe("a memo", () => {
  test("computes once what nothing has changed", () => {
    const { all, counts } = chain();
    expect([all(), all()]).toEqual([" ", " "]);
    expect(counts()).toEqual({ first: 2, loud: 2, all: 1 });
  });

  test("computes again only what read the change", () => {
    const { all, set, counts } = chain();
    set("a", "one");
    set("b", "two");
    expect(all()).toBe("ONE TWO");
    set("b", "three");
    expect(all()).toBe("ONE THREE");
    expect(counts()).toEqual({ first: 3, loud: 3, all: 2 });
  });

  test("stops where a value stays equal", () => {
    const { all, set, counts } = chain();
    set("a", "one\nrest");
    all();
    set("a", "one\nother rest");
    expect(all()).toBe("ONE ");
    expect(counts()).toEqual({ first: 3, loud: 2, all: 1 });
  });

  test("does not compute what depends on a value that was let go and has not changed", () => {
    const { all, first, set, counts } = chain(1);
    set("a", "one");
    set("b", "two");
    all();
    expect(first("a")).toBe("one");
    set("c", "three");
    expect(all()).toBe("ONE TWO");
    expect(counts()).toMatchObject({ loud: 2, all: 1 });
  });

  test("a value that was let go and then changed is seen", () => {
    const { all, set } = chain(1);
    set("a", "one");
    set("b", "two");
    all();
    set("a", "four");
    expect(all()).toBe("FOUR TWO");
  });

  test("reads only what the last computation read", () => {
    const memo = new Memo();
    const input = memo.input((key) => (key === "switch" ? "a" : key));
    const chosen = memo.derived("chosen", () => input.get(input.get("switch")));
    expect(chosen("")).toBe("a");
    input.set("switch", "b");
    expect(chosen("")).toBe("b");
    input.set("a", "changed, but no longer read");
    expect(chosen("")).toBe("b");
    expect(memo.counts.get("chosen")).toBe(2);
  });

  test("an error is not remembered", () => {
    const memo = new Memo();
    const input = memo.input(() => "bad");
    const checked = memo.derived("checked", () => {
      if (input.get("") === "bad") throw new Error("bad");
      return input.get("");
    });
    const outer = memo.derived("outer", () => checked(""));
    expect(() => outer("")).toThrow("bad");
    input.set("", "good");
    expect(outer("")).toBe("good");
    input.set("", "bad");
    expect(() => outer("")).toThrow("bad");
  });

  test("forgets what nobody asks for, and keeps what is in use", () => {
    const { memo, all, first, set } = chain();
    set("a", "one");
    all();
    first("old");
    for (const text of ["two", "three", "four"]) {
      set("a", text);
      all();
    }
    memo.sweep(2);
    const before = memo.counts.get("first") ?? 0;
    expect([all(), first("b")]).toEqual(["FOUR ", ""]);
    expect(memo.counts.get("first")).toBe(before);
    first("old");
    expect(memo.counts.get("first")).toBe(before + 1);
  });

  test("names what depends on itself", () => {
    const memo = new Memo();
    const round: (key: string) => string = memo.derived("round", (key): string => round(key));
    expect(() => round("x")).toThrow("round(x) depends on itself");
  });
});
