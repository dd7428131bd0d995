// Flags FastAPI's start and stop events where lifespan does.

import { argumentsOf, methodCall } from "../../python/call.ts";
import { calleeName, headOf, isFree } from "../../python/name-of.ts";
import type { PythonFile } from "../../python/python-file.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { lifespanFix } from "../lifespan.ts";
import { fileRule } from "../rule.ts";

export const lifespanEvents = fileRule({
  id: "lifespan-events",
  scope: "file",
  summary: '`@app.on_event("startup")` and `"shutdown"`.',
  why: "FastAPI has deprecated the events: a lifespan context manager keeps what starts and what stops in one place, and closes what it opened when starting fails.",
  severity: "warning",
  fix: "unsafe",
  options: {},
  tests: true,
  mentions: ["on_event", "add_event_handler"],
  answers: ["Use lifespan context managers for startup and shutdown.", "Never use `@app.on_event`."],
  means: [
    {
      stance: "want",
      says: [
        "lifespan (context manager|event|handler|function|manager)?",
        "(set up|use|define|implement|create|add|provide|write) ... lifespan (context manager|context|event|handler|function|manager)?",
        "`lifespan`",
        "(startup|shutdown|start up|shut down) ... `lifespan`",
        "(startup|shutdown|initialization) ... lifespan",
      ],
      unless: [
        "override ... lifespan",
        "lifespan ... (for|in) test",
        "lifespan calculation",
        "object lifespan",
        // What is made there is another matter than how the app is told of it.
        "(create|make|open|build|instantiate|construct) (one|single|shared)? ... in lifespan & !(event|startup|shutdown|`*on_event*`)",
      ],
      // "Lifespans (years)" are those of things.
      options: ({ clause }) =>
        /\blifespans\b/i.test(clause) && !/\b(?:app|application|fastapi|start-?up|shutdown)\b/i.test(clause)
          ? undefined
          : {},
    },
    {
      stance: "avoid",
      says: [
        "deprecated (startup|shutdown|start up|shut down|lifecycle) (event|hook|handler)",
        "`@app.on_event*`",
        "`app.on_event*`",
        "`on_event*`",
        "`@*.on_event*`",
        "`on_startup`",
      ],
    },
  ],
  examples: [
    {
      bad: 'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.on_event("startup")\nasync def warm_up():\n    pass\n',
      good: "from contextlib import asynccontextmanager\n\nfrom fastapi import FastAPI\n\n@asynccontextmanager\nasync def lifespan(app: FastAPI):\n    await warm_up()\n    yield\n\n\napp = FastAPI(lifespan=lifespan)\n\n\nasync def warm_up():\n    pass\n",
    },
  ],
  *check(file) {
    for (const call of file.nodes("call")) {
      const target = methodCall(call);
      if (
        target === undefined ||
        !/^(on_event|add_event_handler)$/.test(target.method) ||
        !isApp(file, target.receiver)
      )
        continue;
      const event = argumentsOf(call).positional[0]?.text.replaceAll(/["']/g, "") ?? "startup";
      const decorator = call.parent?.type === "decorator" ? call.parent : call;
      const fix = lifespanFix(file, target.receiver);
      yield {
        ...(fix && { fix }),
        span: decorator,
        message: `\`${target.method}("${event}")\` is deprecated, and what it opens is not closed when starting fails; move it into a lifespan context manager and pass that to FastAPI.`,
      };
    }
  },
});

function isApp(file: PythonFile, receiver: SyntaxNode): boolean {
  const type = file.typeOf(receiver);
  if (type !== undefined) return /^(fastapi|starlette)\b.*\.(FastAPI|APIRouter|Starlette|Router)$/.test(type);
  const head = headOf(receiver);
  if (head === undefined) return false;
  if (isFree(file, head)) return true;
  const made = file.scopes
    .bindingOf(head)
    ?.places.map((place) => place.value)
    .find((value) => value?.type === "call");
  return made !== undefined && /(^|\.)(FastAPI|APIRouter|Starlette)$/.test(calleeName(file, made));
}
