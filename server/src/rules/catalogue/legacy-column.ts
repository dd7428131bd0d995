// Flags attributes of SQLAlchemy models that are declared without their type.

import { calleeName } from "../../python/name-of.ts";
import { fileRule } from "../rule.ts";

export const legacyColumn = fileRule({
  id: "legacy-column",
  scope: "file",
  summary: "`name = Column(...)` in a model instead of `name: Mapped[...] = mapped_column(...)`.",
  why: "A type checker knows nothing of what `Column` gives. Tables, mixins' `declared_attr` and columns inside of calls are left alone.",
  severity: "information",
  fix: "none",
  options: {},
  mentions: ["Column("],
  answers: [
    "Use `Mapped` and `mapped_column` for model attributes.",
    "Use `mapped_column()` instead of `Column()`.",
    "Never use legacy `Column()` declarations.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "`mapped_column*`",
        "`Mapped[*`",
        "`Mapped`",
        "`Mapped*` & `mapped_column*`",
        "`sqlalchemy.orm.mapped_column*`",
      ],
    },
    { stance: "avoid", says: ["`Column(*)`", "(legacy|old style|old) `Column*`", "`sqlalchemy.Column*`"] },
  ],
  examples: [
    {
      bad: "from sqlalchemy import Column, Integer\n\nfrom app.base import Base\n\n\nclass Boat(Base):\n    id = Column(Integer, primary_key=True)\n",
      good: "from sqlalchemy.orm import Mapped, mapped_column\n\nfrom app.base import Base\n\n\nclass Boat(Base):\n    id: Mapped[int] = mapped_column(primary_key=True)\n",
    },
  ],
  *check(file) {
    for (const call of file.nodes("call")) {
      const assignment = call.parent;
      if (assignment?.type !== "assignment" || assignment.field("right") !== call) continue;
      const holder = assignment.parent?.parent?.parent;
      if (holder?.type !== "class_definition") continue;
      if (!/^sqlalchemy(\.\w+)*\.Column$/.test(calleeName(file, call))) continue;
      const name = assignment.field("left");
      if (!name) continue;
      yield {
        span: call.field("function") ?? call,
        message: `\`${name.text}\` has no type that a checker can see; declare it as \`${name.text}: Mapped[…] = mapped_column(…)\`.`,
      };
    }
  },
});
