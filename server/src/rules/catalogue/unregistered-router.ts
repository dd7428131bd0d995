// Flags routers that no app includes, so that nothing answers at their paths.

import { projectRule } from "../rule.ts";
import { isTestPath } from "../../python/source-file.ts";
import { Project } from "../../models/project/project.ts";

export const unregisteredRouter = projectRule({
  id: "unregistered-router",
  scope: "project",
  summary: "A router with routes that no app includes.",
  why: "Its routes are written and tested, and answer 404. Routers of tests, of packages without an app, and workspaces that include routers by names made at run time are left alone.",
  severity: "warning",
  fix: "none",
  options: {},
  answers: [
    "Register every router in `app/main.py`.",
    "New routers must be included in the app.",
    "Register all routers in `main.py`.",
    "Include new routers in `api/router.py`.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "(register|include|add|mount|wire|wire up) ... (router|api router|`APIRouter`|`router`|blueprint) ... (in|to|into|on|with|from|via)",
        "(router|`APIRouter`|blueprint) ... (registered|included|mounted|added to|register) ... (in|to|into|on|by|with)?",
        "(register|include) ... (new|every|each|all) (router|route|endpoint) ... (in|to|with) ... (`*main.py`|`*router.py`|`*__init__.py`|`*app.py`|app|`*api.py`)",
        "`include_router*` ... (`*main.py`|`*.py`|app|new router|every router)",
      ],
      unless: [
        "(test client|react|frontend|vue|prefix|tag|dependency|middleware|exception handler|network|docker|agent)",
        "(auth|authentication) ... router",
        "`/*`",
      ],
    },
  ],
  examples: [
    {
      path: "app/main.py",
      bad: "from fastapi import FastAPI\n\napp = FastAPI()\n",
      good: "from fastapi import FastAPI\n\nfrom app.orders import router\n\napp = FastAPI()\napp.include_router(router)\n",
      files: {
        "app/orders.py":
          'from fastapi import APIRouter\n\nrouter = APIRouter()\n\n\n@router.get("/orders")\ndef orders():\n    return []\n',
      },
    },
  ],
  *check(_options, { workspace, covers }) {
    const project = new Project(workspace, covers);
    const { routeMap } = workspace.facts;
    const apps = routeMap.apps.filter(({ path }) => !isTestPath(path));
    if (apps.length === 0) return;
    // What is included by a name that cannot be followed may be any of them.
    const written = workspace.pythonFiles.reduce(
      (sum, path) => sum + ((workspace.text(path) ?? "").match(/\.include_router\(/g)?.length ?? 0),
      0,
    );
    const followed = workspace.pythonFiles.reduce(
      (sum, path) =>
        sum + (/include_router/.test(workspace.text(path) ?? "") ? workspace.facts.routes(path).inclusions.length : 0),
      0,
    );
    if (written > followed) return;
    const covered = new Set(project.covered);
    const told = new Set<string>();
    for (const { route, ways } of routeMap.routes) {
      const { router } = route;
      const key = `${router.path} ${router.call.start}`;
      if (ways.length > 0 || router.isApp || router.isGiven || told.has(key)) continue;
      if (!covered.has(router.path) || isTestPath(router.path)) continue;
      told.add(key);
      yield {
        path: router.path,
        span: { start: router.call.start, end: router.call.end },
        message: `No app includes \`${router.name}\`, so nothing answers at its paths. Register it with \`include_router\`.`,
      };
    }
  },
});
