/** The payload of an answer of `ty`, under the first present name; older apps pass the payload itself. */
export const payloadOf = (answer: unknown, ...names: readonly string[]): unknown => {
  if (typeof answer !== 'object' || answer === null) return answer
  const fields = answer as Readonly<Record<string, unknown>>
  const name = names.find((candidate) => fields[candidate] !== undefined)
  return name === undefined ? answer : fields[name]
}
