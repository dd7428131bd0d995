// Ends the program with one clear line on stderr and exit status 2: it could not do what it was asked to.

export class UsageError extends Error {}
