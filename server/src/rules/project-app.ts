// What the rules about an app as a whole share: its setup, its place, and what stands before it on the way to a client.

import { Project } from "../models/project/project.ts";
import { type AppSetup, appSetup, mayBeDoneElsewhere } from "../models/web/app-setup.ts";
import type { CheckContext, Fix, Problem } from "./rule.ts";

/** The app, unless something around its requests speaks of what is looked for. */
export function appWithout({ workspace, covers }: CheckContext, wanted: RegExp): AppSetup | undefined {
  const setup = appSetup(workspace, covers);
  if (!setup || mayBeDoneElsewhere(setup, wanted)) return undefined;
  return setup.around.some((part) => setup.words(part).some((word) => wanted.test(word))) ? undefined : setup;
}

/** True where a proxy before the app is configured in the workspace to do it. */
export function isDoneByProxy({ workspace, covers }: CheckContext, wanted: RegExp): boolean {
  const project = new Project(workspace, covers);
  return project
    .matching(
      /(^|\/)(Caddyfile|docker-compose[\w.-]*\.ya?ml|compose\.ya?ml)$|nginx|traefik|envoy|kong|haproxy|ingress|\.conf(\.template)?$/i,
    )
    .some((path) => wanted.test(project.text(path)));
}

/** On the creation of the app. */
export function atApp({ app }: AppSetup, message: string, fix?: Fix): Problem {
  return { path: app.path, span: { start: app.call.start, end: app.call.end }, message, ...(fix && { fix }) };
}
