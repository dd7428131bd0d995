// Flags a query that hands out entities with relationships and says of none how it is loaded.

import { fileRule, option } from "../rule.ts";

export const eagerLoading = fileRule({
  id: "eager-loading",
  scope: "workspace",
  summary: "A query that returns entities with relationships and has no loader option.",
  why: "Whoever gets the rows will read their relationships one query at a time, or fail to under an async session. Queries of columns, counts and single rows, entities without relationships, and relationships that are eager by class are left alone; where a read is known, n-plus-one reports that instead.",
  severity: "information",
  fix: "none",
  options: { loader: option.string("", "The loader that the team names.") },
  answers: ["All database queries should use eager loading.", "Always eager load in queries that return models."],
  means: [
    {
      stance: "want",
      says: ["query & eager load", "eager load & (query|always|default)", "use eager load"],
      unless: ["loop", "import", "n+1"],
    },
  ],
  examples: [
    {
      bad: "from sqlalchemy.orm import Session\n\nfrom shop.models import Order\n\n\ndef orders(db: Session) -> list[Order]:\n    return db.query(Order).all()\n",
      good: "from sqlalchemy.orm import Session, joinedload\n\nfrom shop.models import Order\n\n\ndef orders(db: Session) -> list[Order]:\n    return db.query(Order).options(joinedload(Order.customer)).all()\n",
      path: "shop/orders.py",
      files: {
        "shop/__init__.py": "",
        "shop/models.py":
          'from sqlalchemy import ForeignKey\nfrom sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship\n\n\nclass Base(DeclarativeBase):\n    pass\n\n\nclass Customer(Base):\n    __tablename__ = "customers"\n    id: Mapped[int] = mapped_column(primary_key=True)\n\n\nclass Order(Base):\n    __tablename__ = "orders"\n    id: Mapped[int] = mapped_column(primary_key=True)\n    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"))\n    customer: Mapped[Customer] = relationship()\n',
      },
    },
  ],
  *check(file, _options, { workspace }) {
    if (workspace.facts.registry.entities.length === 0) return;
    const known = new Set(
      workspace.facts.lazyReads(file.path).map((read) => `${read.query.place.path}:${read.query.place.start}`),
    );
    for (const { place, entity } of workspace.facts.flow(file.path).bareReturns) {
      if (place.path !== file.path || known.has(`${place.path}:${place.start}`)) continue;
      const lazy = [...entity.relationships.values()]
        .filter((relationship) => relationship.lazy === "select")
        .map((relationship) => `\`${relationship.name}\``);
      yield {
        span: place,
        message: `This query hands out \`${entity.name}\` rows and loads none of ${lazy.slice(0, 3).join(", ")} with them. Add the loader for what its callers read, such as \`.options(selectinload(…))\`.`,
      };
    }
  },
});
