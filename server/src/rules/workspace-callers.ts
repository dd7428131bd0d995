// The calls of a module's function in the workspace's code, without its tests.

import { functionsIn } from "../models/code/functions.ts";
import type { ClassCode, Expr, FunctionCode } from "../models/code/syntax.ts";
import { walkCode } from "../models/code/walk.ts";
import type { Facts } from "../models/facts.ts";
import type { ClassFacts } from "../models/program.ts";
import { lastName } from "../models/web/answers.ts";
import { calledFunction, classOf } from "../models/web/called-function.ts";
import { isTestPath } from "../python/source-file.ts";

export interface WorkspaceCall {
  readonly path: string;
  /** The function that calls. */
  readonly by: FunctionCode;
  readonly call: Expr & { readonly kind: "call" };
  /** The class that it is a method of, where that was asked for. */
  readonly owner?: ClassFacts | undefined;
}

export function callsInWorkspace(facts: Facts, path: string, name: string): readonly WorkspaceCall[] {
  return facts
    .filesCalling(name)
    .filter((other) => !isTestPath(other))
    .flatMap((other) =>
      [...functionsIn(facts.program.module(other)?.code.body ?? [])].flatMap(({ code }) =>
        walkCode(code.body).flatMap((one): readonly WorkspaceCall[] => {
          if (one.kind !== "call" || lastName(one.callee) !== name) return [];
          const meant = facts.program.expression(other, one.callee);
          return meant?.kind === "function" && meant.path === path ? [{ path: other, by: code, call: one }] : [];
        }),
      ),
    );
}

/** The calls of a method of a module's classes; undefined where one may be among those whose object is not known. */
export function methodCallsInWorkspace(facts: Facts, path: string, name: string): readonly WorkspaceCall[] | undefined {
  const { program } = facts;
  const found: WorkspaceCall[] = [];
  for (const other of facts.filesCalling(name)) {
    if (isTestPath(other)) continue;
    for (const { code, class: own } of functionsIn(program.module(other)?.code.body ?? [])) {
      const place = { path: other, code, owner: ownerOf(facts, other, own) };
      for (const call of walkCode(code.body)) {
        if (call.kind !== "call" || call.callee.kind !== "attribute" || call.callee.name !== name) continue;
        const called = calledFunction(program, place, call.callee);
        if (called === undefined && classOf(program, place, call.callee.of) === undefined) return undefined;
        if (called?.path === path) found.push({ path: other, by: code, call, owner: place.owner });
      }
    }
  }
  return found;
}

function ownerOf({ program }: Facts, path: string, own: ClassCode | undefined): ClassFacts | undefined {
  return own && [...(program.module(path)?.classes.values() ?? [])].find(({ code }) => code === own);
}
