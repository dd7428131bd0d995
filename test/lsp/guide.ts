// The guide and the code that the protocol tests share.

export const guidePath = ".github/instructions/python.instructions.md";

export const guide = `---
applyTo: "**/*.py"
---
# Python

- Never use a bare \`except:\`.
- Never use \`print()\`.
- Keep the tone friendly.
- Use \`X | None\` instead of \`Optional[X]\`.

\`\`\`python
# ✅ Good
def width(name: str | None) -> int: ...
\`\`\`
`;

export const files = { [guidePath]: guide };

export const breach = `def port(text):
    try:
        return int(text)
    except:
        return 0
`;

export const optionals = `from typing import Optional


def name(of: Optional[int]) -> Optional[str]:
    return None if of is None else str(of)
`;
