// Tells whether a key can be the name of a field of a Pydantic model.

export function isFieldName(key: string): boolean {
  return /^[a-zA-Z]\w*$/.test(key) && !pythonWords.test(key) && !ownMembers.test(key);
}

const pythonWords =
  /^(False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield)$/;

/** What a model has itself: a field of such a name is an error, or hides it. */
const ownMembers =
  /^(model_\w+|Config|construct|copy|dict|fields|from_orm|json|parse_(obj|raw|file)|schema|schema_json|update_forward_refs|validate)$/;
