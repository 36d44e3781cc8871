/** Bytes by what they are the bytes of. */
export type Bytes = Readonly<Record<string, number>>

/** What is wrong with the sizes, a sentence each: too large, or measured without a budget, or the other way round. */
export const faultsOf = (measured: Bytes, budgets: Bytes): readonly string[] => [
  ...Object.entries(measured).flatMap(([name, bytes]) => {
    const budget = budgets[name]
    if (budget === undefined) return [`${name} has no budget`]
    return bytes > budget ? [`${name} is ${bytes - budget} bytes over its budget of ${budget}`] : []
  }),
  ...Object.keys(budgets)
    .filter((name) => measured[name] === undefined)
    .map((name) => `${name} has a budget, and is not measured`),
]
