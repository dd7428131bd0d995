// What FastAPI injects: `Depends(…)` in parameters, annotations and lists.

import { flatStatements } from "../code/statements.ts";
import type { Expr, FunctionCode, Param } from "../code/syntax.ts";
import type { Program } from "../program.ts";
import { keyword } from "./keyword.ts";

const LIBRARY = /^(builtins|typing|typing_extensions|fastapi|starlette|pydantic|uuid|datetime|decimal|enum)\b/;
const DEPENDS = /^fastapi(\.\w+)*\.(Depends|Security)$/;

/** What `Depends(…)` or `Security(…)` asks for, and the module in which it says so. */
export interface Dependency {
  readonly target: Expr | undefined;
  readonly path: string;
  /** True for an annotation from outside the workspace that may or may not be an alias of `Annotated[T, Depends(…)]`. */
  readonly isGuess?: boolean;
}

/** `dependencies=[Depends(f)]` */
export function listed(program: Program, path: string, expr: Expr | undefined): readonly Dependency[] {
  if (!expr) return [];
  if (expr.kind !== "sequence") return [{ target: undefined, path }];
  return expr.items.flatMap((item) => {
    const made = madeDependencies(program, path, item);
    return made.length > 0 ? made : [{ target: dependencyIn(program, path, item), path }];
  });
}

/** What a function's parameters ask for: `x = Depends(f)`, `x: Annotated[T, Depends(f)]`, also through an alias. */
export function parameterDependencies(program: Program, path: string, code: FunctionCode): readonly Dependency[] {
  return code.params.flatMap((param) => dependenciesOf(program, path, param));
}

export function dependenciesOf(program: Program, path: string, { fallback, annotation }: Param): readonly Dependency[] {
  if (fallback && isDepends(program, path, fallback)) {
    // `x: Service = Depends()` asks for the annotated class itself.
    return [{ target: dependencyIn(program, path, fallback) ?? annotation, path }];
  }
  const made = fallback ? madeDependencies(program, path, fallback) : [];
  if (made.length > 0) return made;
  return annotation ? annotatedDependencies(program, path, annotation, 0) : [];
}

/** `allow(admins=True)`, where that function of the workspace answers with `Depends(…)`. */
function madeDependencies(program: Program, path: string, expr: Expr): Dependency[] {
  if (expr.kind !== "call") return [];
  const meant = program.expression(path, expr.callee);
  if (meant?.kind !== "function") return [];
  return flatStatements(meant.function.body).flatMap((statement) =>
    statement.kind === "return" && statement.value && isDepends(program, meant.path, statement.value)
      ? [{ target: dependencyIn(program, meant.path, statement.value), path: meant.path }]
      : [],
  );
}

function annotatedDependencies(program: Program, path: string, annotation: Expr, depth: number): Dependency[] {
  if (annotation.kind === "subscript") {
    return annotation.index.flatMap((item) =>
      isDepends(program, path, item)
        ? [{ target: dependencyIn(program, path, item) ?? annotation.index[0], path }]
        : madeDependencies(program, path, item),
    );
  }
  const meant = program.expression(path, annotation);
  if (meant?.kind === "value" && meant.value.value && depth < 3)
    return annotatedDependencies(program, meant.path, meant.value.value, depth + 1);
  return meant?.kind === "external" && !LIBRARY.test(meant.name) ? [{ target: annotation, path, isGuess: true }] : [];
}

function isDepends(program: Program, path: string, expr: Expr): boolean {
  if (expr.kind !== "call") return false;
  const meant = program.expression(path, expr.callee);
  return meant?.kind === "external" && DEPENDS.test(meant.name);
}

function dependencyIn(program: Program, path: string, expr: Expr): Expr | undefined {
  return expr.kind === "call" && isDepends(program, path, expr)
    ? (keyword(expr.args, "dependency") ?? expr.args.find((argument) => argument.name === "")?.value)
    : undefined;
}
