// heed/why: which guides apply to a file and why or why not, and which rules that brings.

import { applicationPage } from "../prose.ts";
import type { WhyParams, WhyResult } from "../protocol.ts";
import type { Session } from "../session.ts";

export async function why({ uri, line }: WhyParams, { workspaces }: Session): Promise<WhyResult> {
  const home = await workspaces.homeOf(uri);
  if (!home) return { markdown: "This file belongs to no folder that Heed knows, so no guide applies to it." };
  return { markdown: applicationPage(home.engine.why(home.path, line), home.folder) };
}
