// The editor tests run one after another: each starts a whole editor, and two cores carry one of them.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/editor/*.test.ts"],
    globalSetup: "test/editor/prepare.ts",
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
