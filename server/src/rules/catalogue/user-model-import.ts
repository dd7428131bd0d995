// Flags Django's own user model imported where a project may have another.

import { fileRule } from "../rule.ts";

export const userModelImport = fileRule({
  id: "user-model-import",
  scope: "file",
  summary: "`from django.contrib.auth.models import User`.",
  why: "A project that sets `AUTH_USER_MODEL` has another user model, and this one is then not even installed. Modules that derive their own user from it import `AbstractUser`.",
  severity: "warning",
  fix: "none",
  options: {},
  mentions: ["django.contrib.auth.models"],
  answers: [
    "Use `get_user_model()` instead of importing `User` directly.",
    "Reference the user model as `settings.AUTH_USER_MODEL`.",
    "Never import Django's `User` model directly.",
  ],
  means: [
    { stance: "want", says: ["`get_user_model*`", "`settings.AUTH_USER_MODEL`", "`AUTH_USER_MODEL`"] },
    {
      stance: "avoid",
      says: [
        "import ... django ... `User`",
        "`django.contrib.auth.models.User`",
        "`from django.contrib.auth.models import User`",
      ],
      unless: ["circular"],
    },
  ],
  examples: [
    {
      bad: "from django.contrib.auth.models import User\n\nusers = User.objects.all()\n",
      good: "from django.contrib.auth import get_user_model\n\nusers = get_user_model().objects.all()\n",
    },
  ],
  *check(file) {
    for (const statement of file.nodes("import_from_statement")) {
      if (statement.field("module_name")?.text !== "django.contrib.auth.models") continue;
      for (const name of statement.fields("name")) {
        const imported = name.type === "aliased_import" ? name.field("name") : name;
        if (imported?.text === "User")
          yield {
            span: imported,
            message:
              "The project may have another user model; call `get_user_model()`, or name `settings.AUTH_USER_MODEL` in a relation.",
          };
      }
    }
  },
});
