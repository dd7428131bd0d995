// Flags tasks that a route starts for work after its response.

import type { Workspace } from "../../models/workspace.ts";
import { argumentNodes, argumentsOf } from "../../python/call.ts";
import { nameOf } from "../../python/name-of.ts";
import type { PythonFile } from "../../python/python-file.ts";
import { enclosingFunction } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { insertImport } from "../insert-import.ts";
import { isTaskStart } from "../lifecycle-calls.ts";
import { type Fix, fileRule } from "../rule.ts";
import { isAwaited } from "../spawned-work.ts";

export const backgroundTasks = fileRule({
  id: "background-tasks",
  scope: "workspace",
  summary: "A route starts a task by hand for work after its response.",
  why: "Nobody holds such a task: it can vanish half-way, and its errors are seen by no one. `BackgroundTasks` run it after the response. Tasks that the route waits for, and websockets, are left alone.",
  severity: "warning",
  fix: "unsafe",
  isPraised: true,
  options: {},
  mentions: ["create_task", "ensure_future"],
  tests: false,
  answers: [
    "Use BackgroundTasks for work after the response.",
    "Use FastAPI's `BackgroundTasks` instead of `asyncio.create_task` in routes.",
    "Never call `asyncio.create_task` in a route.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "`BackgroundTasks`",
        "`BackgroundTasks` ... (not|instead of|rather than|over) ... (`asyncio.create_task*`|`create_task*`)",
        "(post response|after response|after the response) (processing|work|task|job)",
        "fastapi background task",
      ],
      unless: ["avoid", "celery instead"],
    },
    {
      stance: "avoid",
      says: [
        "(`asyncio.create_task`|`create_task`) ... (route|endpoint|handler|@route)",
        "fire and forget & (route|endpoint|task|request)",
      ],
    },
  ],
  examples: [
    {
      bad: "import asyncio\n\nfrom fastapi import APIRouter\n\nfrom app.mail import send\n\nrouter = APIRouter()\n\n\n@router.post('/orders')\nasync def order(name: str) -> dict:\n    asyncio.create_task(send(name))\n    return {'name': name}\n",
      good: "import asyncio\n\nfrom fastapi import APIRouter, BackgroundTasks\n\nfrom app.mail import send\n\nrouter = APIRouter()\n\n\n@router.post('/orders')\nasync def order(name: str, background_tasks: BackgroundTasks) -> dict:\n    background_tasks.add_task(send, name)\n    return {'name': name}\n",
      path: "app/routes/orders.py",
    },
  ],
  *check(file, _options, { workspace }) {
    const routes = new Map(
      workspace.facts
        .routes(file.path)
        .routes.filter((route) => route.functionPath === file.path && !route.methods.includes("WEBSOCKET"))
        .map((route) => [route.function.nameSpan.start, route]),
    );
    if (routes.size === 0) return;
    for (const call of file.nodes("call")) {
      const around = enclosingFunction(call);
      const name = around?.field("name");
      if (!around || !name || !routes.has(name.start) || !isTaskStart(file, call) || isAwaited(file, call)) continue;
      const fix = addFix(file, around, call, workspace);
      yield {
        span: call,
        message: `Nobody holds this task once \`${name.text}\` has answered, so it can vanish half-way. Hand the work to \`BackgroundTasks\`.`,
        ...(fix ? { fix } : {}),
      };
    }
  },
});

/** `create_task(work(a))` as a statement of its own becomes `background_tasks.add_task(work, a)`. */
function addFix(file: PythonFile, around: SyntaxNode, call: SyntaxNode, workspace: Workspace): Fix | undefined {
  const [work] = argumentsOf(call).positional;
  const parameters = around.field("parameters");
  if (call.parent?.type !== "expression_statement" || work?.type !== "call" || !parameters) return undefined;
  const callee = work.field("function");
  const list = work.field("arguments");
  if (!callee || !list) return undefined;
  const given = parameters.children.filter((child) => child.isNamed && child.type !== "comment");
  const known = given.find((child) => {
    const type = child.field("type");
    return type !== undefined && /(^|\.)BackgroundTasks$/.test(nameOf(file, type.children[0] ?? type));
  });
  const holder = known ? (known.children[0]?.text ?? "background_tasks") : "background_tasks";
  const edits = [];
  if (!known) {
    const { name, edits: added } = insertImport(file, "fastapi", "BackgroundTasks", workspace);
    edits.push(...added);
    // Before the first parameter with a default, so that the signature stays one.
    const next = given.find((child) => /default_parameter|splat|separator/.test(child.type));
    const text = `${holder}: ${name}`;
    if (next) edits.push({ span: { start: next.start, end: next.start }, text: `${text}, ` });
    else {
      const last = given.at(-1);
      const at = last?.end ?? parameters.start + 1;
      edits.push({ span: { start: at, end: at }, text: last ? `, ${text}` : text });
    }
  }
  const rest = argumentNodes(work).map((one) => one.text);
  edits.push({
    span: { start: call.start, end: call.end },
    text: `${holder}.add_task(${[callee.text, ...rest].join(", ")})`,
  });
  return { title: "Hand it to BackgroundTasks; look whether it must outlive a restart", safe: false, edits };
}
