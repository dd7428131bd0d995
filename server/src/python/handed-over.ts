// Which parameters of a file's functions are given a certain kind of value by the calls in the same file.

import { argumentsOf } from "./call.ts";
import { parametersOf } from "./parameters.ts";
import type { PythonFile } from "./python-file.ts";
import type { Place } from "./scopes.ts";
import { enclosingClass } from "./surroundings.ts";
import type { SyntaxNode } from "./syntax.ts";

const rounds = 3;

/** `carries` is told what is known of the parameters so far, since one helper calls another. */
export function parametersGiven(
  file: PythonFile,
  carries: (argument: SyntaxNode, isGiven: (place: Place) => boolean) => boolean,
): (place: Place) => boolean {
  const given = new Set<SyntaxNode>();
  const isGiven = ({ name }: Place) => given.has(name);
  const calls = file.nodes("call").flatMap((call) => {
    const called = calledFunction(file, call);
    return called === undefined ? [] : [{ call, called }];
  });
  for (let round = 0; round < rounds; round++) {
    const before = given.size;
    for (const { call, called } of calls) {
      for (const [parameter, value] of matched(call, called))
        if (!given.has(parameter) && carries(value, isGiven)) given.add(parameter);
    }
    if (given.size === before) break;
  }
  return isGiven;
}

/** The definition in this file that a call runs: a function by name, a method of the same class on `self`. */
export function calledFunction(file: PythonFile, call: SyntaxNode): SyntaxNode | undefined {
  const callee = call.field("function");
  if (callee === undefined) return undefined;
  if (callee.type === "attribute" && /^(self|cls)$/.test(callee.field("object")?.text ?? "")) {
    const owner = enclosingClass(call);
    const name = callee.field("attribute")?.text;
    return file
      .nodes("function_definition")
      .find((one) => one.field("name")?.text === name && enclosingClass(one) === owner);
  }
  const binding = callee.type === "identifier" ? file.scopes.bindingOf(callee) : undefined;
  const place = binding?.places.length === 1 ? binding.places[0] : undefined;
  return place?.kind === "function" ? functionAt(place.node) : undefined;
}

function functionAt(node: SyntaxNode): SyntaxNode | undefined {
  return node.type === "function_definition" ? node : node.children.find(({ type }) => type === "function_definition");
}

/** A call's arguments with the names of the parameters that take them. */
export function matched(call: SyntaxNode, definition: SyntaxNode): readonly (readonly [SyntaxNode, SyntaxNode])[] {
  const { positional, keywords } = argumentsOf(call);
  const parameters = parametersOf(definition).filter(({ isReceiver, kind }) => !isReceiver && !kind.startsWith("*"));
  return parameters.flatMap((parameter, at) => {
    const byPlace = parameter.kind === "keyword only" ? undefined : positional[at];
    const value = byPlace ?? keywords.get(parameter.name);
    return value === undefined ? [] : [[parameter.nameNode, value] as const];
  });
}
