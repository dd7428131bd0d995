// What a line of the stack asks the project to have: all of its members, or the words that are left unchecked.

import { expect, test } from "vitest";
import { bindMarkdown } from "../support/bind.ts";

const needsOf = (sentence: string) => {
  const [binding] = bindMarkdown(`- ${sentence}\n`);
  const needs = binding?.rules.filter(({ rule }) => rule.id === "tech-stack").flatMap(({ given }) => given["needs"]);
  return { status: binding?.status, needs };
};

test.each([
  [
    "Backend: Python 3.13+, Django, Celery, APScheduler 3.x, structlog.",
    ["python>=3.13", "apscheduler", "Django", "Celery", "structlog"],
  ],
  ["Litestar + Granian (ASGI) + Python 3.12+", ["python>=3.12", "granian", "Litestar"]],
  ["SQLAlchemy 2.0 + Alembic + asyncpg", ["sqlalchemy>=2", "SQLAlchemy", "Alembic", "asyncpg"]],
  ["Harbour service built with Python 3.12, FastAPI and asyncpg.", ["python>=3.12", "FastAPI", "asyncpg"]],
  ["Dev tools: uv, black, flake8, mypy", ["manager:uv", "Black", "Flake8", "mypy"]],
  ["Testing: pytest, pytest-httpx and Hypothesis", ["pytest-httpx", "pytest", "Hypothesis"]],
  [
    "Python 3.12 + tide-tables>=2.1, structlog>=25.1",
    ["python>=3.12", "tide-tables>=2.1", "structlog>=25.1", "structlog"],
  ],
  ["Event loop: uvloop for speed", ["uvloop"]],
  ["Auth: `PyJWT` + `bcrypt`", ["PyJWT", "bcrypt"]],
  ["Use bcrypt + PyJWT for authentication", ["PyJWT", "bcrypt"]],
  ["Passwords must use `bcrypt` hashing.", ["bcrypt"]],
  ["Password hashing must use `argon2`.", ["Argon2"]],
  ["Access tokens must use `PyJWT` and expire.", ["PyJWT"]],
  ["Use ruff for linting and mypy for type checking.", ["Ruff", "mypy"]],
])("%s", (sentence, needs) => {
  const { status, needs: found = [] } = needsOf(sentence);
  expect(status).toBe("enforced");
  expect(found.map(String).toSorted()).toEqual(needs.toSorted());
});

test.each([
  // What there is to choose from, what others may use, what an assistant knows
  "Integrations: FastAPI, Flask, Django, Celery",
  "Supported: Python 3.11, FastAPI and SQLAlchemy 2.0",
  "Skills: Python, FastAPI, SQLAlchemy",
  "Use `uv` or the existing package manager.",
])("asks for nothing to be there: %s", (sentence) => {
  expect(needsOf(sentence).needs?.filter((need) => !String(need).startsWith("python")) ?? []).toEqual([]);
});

test.each([
  ["Dev tools: uv, black, mypy, tidy-markdown2", "tidy-markdown2"],
  ["Web: Django 5.0, Redis 7, Celery", "Redis 7"],
])("says which member is not looked for: %s", (sentence, rest) => {
  const [binding] = bindMarkdown(`- ${sentence}\n`);
  expect(binding?.status).toBe("partial");
  expect(binding?.reason).toContain(rest);
});
