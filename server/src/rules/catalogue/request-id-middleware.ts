// Flags an app that gives its requests no ids.

import { addToApp } from "../app-additions.ts";
import { appWithout, atApp } from "../project-app.ts";
import { projectRule } from "../rule.ts";

const ID =
  /(request|correlation|trace|transaction)[-_ ]?ids?\b|requestid|correlationid|traceid|asgi_correlation_id|starlette_context|opentelemetry|logfire|ddtrace|elasticapm|tracing/i;

export const requestIdMiddleware = projectRule({
  id: "request-id-middleware",
  scope: "project",
  summary: "An app where nothing gives requests an id.",
  why: "Without an id the log lines of one request cannot be told from those of others. Middleware of the team's own under any name, libraries such as asgi-correlation-id and OpenTelemetry, and dependencies of the whole app count once they are registered. An app that is handed to a set-up function from elsewhere is left alone.",
  severity: "warning",
  fix: "unsafe",
  ofApp: true,
  isPraised: true,
  options: {},
  answers: [
    "Enable request ID middleware.",
    "Log every API request with a request ID.",
    "Attach a correlation ID to each request.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "(request|correlation|trace) id ... middleware",
        "middleware ... (request|correlation|trace) id",
        "(request|call|log) ... (with|include|carry|have|attach|assign|get|propagate|generate) ... (request|correlation) id",
        "(attach|assign|add|include|propagate|generate|inject|log) ... (request|correlation) id",
        "(`X-Request-ID`|`x-request-id`|`X-Correlation-ID`) ... (middleware|header|request|response|every|each)",
        // In a response it may be a field of the body.
        "(`request_id`|`correlation_id`) ... (middleware|header|request|log)",
        "(correlation|request) id ... (log|request|response|tracing)",
        "log ... (with|using) (correlation|request) id",
        "request (carry|have|get|receive) ... id & (log|middleware|header)",
        "(each|every) request (carry|has|have|get|receive) (own|unique)? id",
        "(tag|mark|label|stamp|give) ... request ... id & (log|trace|middleware|header|correlate|every|each)",
      ],
      unless: ["(frontend|front end|client side|task id|job id)", "test"],
    },
  ],
  examples: [
    {
      bad: "from fastapi import FastAPI\n\napp = FastAPI()\n",
      good: 'import uuid\n\nfrom fastapi import FastAPI, Request\n\napp = FastAPI()\n\n\n@app.middleware("http")\nasync def add_request_id(request: Request, call_next):\n    request_id = request.headers.get("X-Request-ID") or uuid.uuid4().hex\n    request.state.request_id = request_id\n    response = await call_next(request)\n    response.headers["X-Request-ID"] = request_id\n    return response\n',
      path: "app/main.py",
    },
  ],
  *check(_options, context) {
    const setup = appWithout(context, ID);
    if (setup)
      yield atApp(
        setup,
        "No middleware of this app gives requests an id, so their log lines cannot be told apart. Add one that takes `X-Request-ID` or makes an id, and answers with it.",
        addToApp(
          setup,
          context.workspace,
          "Add a middleware that gives requests an id; look that logs carry it",
          [
            '@app.middleware("http")',
            "async def add_request_id(request: Request, call_next):",
            '    request_id = request.headers.get("X-Request-ID") or uuid.uuid4().hex',
            "    request.state.request_id = request_id",
            "    response = await call_next(request)",
            '    response.headers["X-Request-ID"] = request_id',
            "    return response",
          ],
          [["uuid"], ["fastapi", "Request"]],
        ),
      );
  },
});
