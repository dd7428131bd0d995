// The calls of a module's function in the workspace's code, without its tests.

import { functionsIn } from "../models/code/functions.ts";
import type { Expr, FunctionCode } from "../models/code/syntax.ts";
import { walkCode } from "../models/code/walk.ts";
import type { Facts } from "../models/facts.ts";
import { lastName } from "../models/web/answers.ts";
import { isTestPath } from "../python/source-file.ts";

export interface WorkspaceCall {
  readonly path: string;
  /** The function that calls. */
  readonly by: FunctionCode;
  readonly call: Expr & { readonly kind: "call" };
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
