// Flags functions without a decorator that the guide wants on every one of their kind.

import type { Workspace } from "../../models/workspace.ts";
import type { PythonFile } from "../../python/python-file.ts";
import { enclosingClass, indentOf, lineEnd } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import {
  classKindIn,
  decoratorNames,
  type FunctionKind,
  functionKindIn,
  isOfClassKind,
  isOfFunctionKind,
  resolvedDecorators,
} from "../definition-kind.ts";
import { importNamed } from "../import-named.ts";
import { namedCode } from "../named-code.ts";
import type { Reading } from "../reading.ts";
import { type Fix, fileRule, option } from "../rule.ts";

export const requiredDecorator = fileRule({
  id: "required-decorator",
  scope: "file",
  summary: "A function or class of a kind that the guide wants decorated, without that decorator.",
  why: "What a decorator does for all but one function is not done for that one. Only kinds that code can tell are looked at: tests, endpoints, async or public functions.",
  severity: "warning",
  fix: "unsafe",
  tests: true,
  additive: true,
  options: {
    decorator: option.string("", "The decorator, without `@`."),
    kind: option.string(
      "",
      "test, async test, fixture, endpoint, async endpoint, task, async function, public function, or `service class` and its like.",
    ),
  },
  answers: [
    "Every endpoint must be decorated with `@audited`.",
    "Mark all tests with `@pytest.mark.unit`.",
    "All service classes must be decorated with `@injectable`.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "(decorate|mark|annotate|wrap) ... (celery task|fixture) ... (with|by|using) {name}",
        "(celery task|fixture) ... (decorate|mark|annotate|wrap) ... (with|by|using) {name}",
        "(decorate|mark|annotate|wrap) ... (with|by|using) {name}",
        "(use|apply|add|put|need|require|have) ... {name} ... (decorator|on|to|for)",
        "(use|apply|add) (decorator)? {name}",
        "(endpoint|route|test|function|method|view|handler) ... (need|carry|use|require|have|get) ... {name}",
        "(endpoint|route|test|function|method|view|handler) without {name}",
        "(unit|integration|functional|e2e) test : ... {name}",
        "mark with {name}",
        "wrap ... (endpoint|route|handler) ... in {name}",
      ],
      options: (reading) => readDecorator(reading),
    },
  ],
  examples: [
    {
      path: "tests/test_orders.py",
      bad: "def test_total():\n    assert 1\n",
      good: "import pytest\n\n\n@pytest.mark.unit\ndef test_total():\n    assert 1\n",
      options: { decorator: "pytest.mark.unit", kind: "test" },
    },
  ],
  *check(file, { decorator, kind }, { workspace }) {
    if (decorator === "" || kind === "") return;
    const last = decorator.split(".").at(-1) ?? decorator;
    if (/\bpytestmark\b/.test(file.text) && decorator.startsWith("pytest.mark.")) return;
    const classKind = /^(.+) class$/.exec(kind)?.[1];
    for (const definition of file.nodes(classKind === undefined ? "function_definition" : "class_definition")) {
      const isMeant =
        classKind === undefined
          ? isOfFunctionKind(file, definition, kind as FunctionKind)
          : isOfClassKind(file, definition, classKind) &&
            !/^_|^(?:Base|Abstract)|Base$|Mixin$/.test(definition.field("name")?.text ?? "_");
      if (!isMeant) continue;
      const owner = enclosingClass(definition);
      // As written and as imported: under another name it is the same decorator.
      const names = [definition, ...(owner ? [owner] : [])].flatMap((one) => [
        ...decoratorNames(one),
        ...resolvedDecorators(file, one),
      ]);
      if (names.some((name) => name === decorator || name.endsWith(`.${last}`) || name === last)) continue;
      const name = definition.field("name") ?? definition;
      const fix = decorated(file, definition, decorator, workspace);
      yield {
        span: name,
        message: `\`${name.text}\` has no \`@${decorator}\`; the guide wants it on every ${kind}.`,
        ...(fix && { fix }),
      };
    }
  },
});

/** "Use `@traced` on routes", "`@safe` at the route boundary": what is said of endpoints in the plural is said of all. */
const ofEndpoints =
  /\b(?:on|to|at|for)\s+(?:the\s+|our\s+)?(?:(?:api|http|fastapi)\s+)?(?:endpoints|routes|route handlers|path operations|(?:route|endpoint|api) boundar(?:y|ies))\W*$/i;

const KINDS = "(?:tests?|endpoints?|routes?|operations?|handlers?|functions?|methods?|fixtures?|tasks?|class(?:es)?)";

/** "All tests", "every async endpoint", "endpoints must …", "always mark tests": not some that a condition picks out. */
function isOfAll(clause: string, sentence: string): boolean {
  if (
    /\b(?:tests?|endpoints?|routes?|functions?|methods?|fixtures?|tasks?|classes|class) (?:(?:that|which|whose|where|when|if)\b|(?:with|using|for)\s+\w)/i.test(
      clause,
    )
  )
    return false;
  return (
    (ofEndpoints.test(clause) && /^\W*(?:(?:always|please|only)\s+)*(?:use|apply|add|put)\b/i.test(clause)) ||
    // "Mark slow tests with …": plural, and all of them.
    new RegExp(String.raw`^\W*(?:mark|decorate|annotate)\s+(?:[\w-]+\s+){0,2}${KINDS}\s+(?:with|by|using)\b`, "i").test(
      clause,
    ) ||
    new RegExp(String.raw`\b(?:all|every|each|any)\s+(?:[\w-]+\s+){0,2}${KINDS}\b`, "i").test(clause) ||
    new RegExp(String.raw`\b${KINDS}\s+(?:[\w-]+\s+){0,2}(?:must|needs?|should|requires?|without|always)\b`, "i").test(
      clause,
    ) ||
    isMarkedKind(clause, sentence) ||
    (/\b(?:always|must|never)\b/i.test(clause) && new RegExp(String.raw`\b${KINDS}\b`, "i").test(clause))
  );
}

/** "Integration tests use `@pytest.mark.integration`": a mark says of which tests it is told. */
function isMarkedKind(clause: string, sentence: string): boolean {
  return (
    /@pytest\.mark\.(?!parametrize|skip|xfail|usefixtures|asyncio|anyio)/.test(sentence) &&
    /^\W*(?:[\w-]+\s+){0,2}tests(?:\s*:\s*(?:use|mark(?:ed)? with|with)?|\s+(?:use|carry|get|have|take|bear|are\s+(?:always\s+)?(?:marked|decorated|tagged|annotated))\b)/i.test(
      clause,
    )
  );
}

function readDecorator(reading: Reading): { decorator: string; kind: string } | undefined {
  const written = reading.codes.filter((code) => code.startsWith("@"));
  const [code] = written;
  if (code === undefined || written.length > 1 || !isOfAll(reading.clause.replace(code, ""), reading.sentence))
    return undefined;
  const decorator = code.slice(1).replace(/\(.*\)$|\.$/s, "");
  const named = namedCode(decorator, reading.guideExamples);
  if (named === undefined && !/^[a-z_][\w.]*$/.test(decorator)) return undefined;
  const text = reading.clause.replace(code, "");
  const ofClasses = /\b\w+ class(?:es)?\b/i.exec(text)?.[0];
  const classKind = ofClasses === undefined ? "" : classKindIn(ofClasses);
  const kind = classKind === "" ? functionKindIn(text) : `${classKind} class`;
  return kind === "" ? undefined : { decorator, kind };
}

/** Nearest to the definition, below what registers it. */
function decorated(file: PythonFile, definition: SyntaxNode, decorator: string, workspace: Workspace): Fix | undefined {
  const name = /^[\w.]+/.exec(decorator)?.[0] ?? decorator;
  const usable = importNamed(file, name, workspace);
  if (usable === undefined) return undefined;
  const line = `@${usable.text}${decorator.slice(name.length)}${lineEnd(file)}${indentOf(file, definition)}`;
  return {
    title: `Add \`@${usable.text}\`; look at its order among the others`,
    safe: false,
    edits: [...usable.edits, { span: { start: definition.start, end: definition.start }, text: line }],
  };
}
