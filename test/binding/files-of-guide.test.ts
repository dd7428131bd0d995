// Guides for files beside the code: what they say of code is said of pipelines and containers.

import { expect, test } from "vitest";
import { bindGuide } from "../../server/src/binding/bind.ts";
import { boundTo, contextFor, readGuideText } from "../support/bind.ts";

const lines = [
  "Protect the secrets of each environment with environment variables.",
  "Remove temporary files in the same step.",
  "Never hardcode secrets.",
  "CI must run ruff.",
];
const guideFor = (globs: string, title = "House rules") =>
  `---\napplyTo: "${globs}"\n---\n# ${title}\n\n${lines.map((line) => `- ${line}`).join("\n")}\n`;
const boundBy = (globs: string, title?: string) =>
  boundTo(
    bindGuide(
      readGuideText(guideFor(globs, title), ".github/instructions/a.instructions.md", "copilot"),
      contextFor({}),
    ),
  ).map((rule) => rule.split(" ")[0]);

test.each([
  ".github/workflows/*.yml",
  ".github/workflows/*.yml,.github/workflows/*.yaml",
  "**/Dockerfile,**/Dockerfile.*,**/docker-compose*.yml",
  "**/*.{yml,yaml,toml}",
])("a guide for %s holds the project's files alone", (globs) => {
  expect(boundBy(globs)).toEqual(["missing-ci-check"]);
});

test.each(["**/*.vue", "web/**/*.{ts,tsx}"])("a guide for %s holds nothing", (globs) => {
  expect(boundBy(globs)).toEqual([]);
});

test.each(["**/*.py", "**/*.py, **/*.yml", "**", "app/**"])("a guide for %s holds the code", (globs) => {
  expect(boundBy(globs)).toContain("hardcoded-secret");
});

test.each(["GitHub Actions best practices", "Docker & Kubernetes: guidelines", "CI/CD Workflows"])(
  "a guide called %s holds the project's files alone",
  (title) => {
    expect(boundBy("**", title)).toEqual(["missing-ci-check"]);
  },
);

test.each(["Workflow", "Best practices", "Docker image of a Python service"])(
  "a guide called %s holds the code",
  (title) => {
    expect(boundBy("**", title)).toContain("hardcoded-secret");
  },
);
