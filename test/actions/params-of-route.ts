/**
 * The parameters of a sample request: a line with the method and the URL, then the lines of the body. The name of the
 * operation defines the path parameters; a sample of another route throws.
 */
export const paramsOfRoute = (
  operation: string,
  [head = '', ...body]: readonly string[],
): Readonly<Record<string, unknown>> => {
  const [route = '', query = ''] = head.replace(/\s+/, ' ').split('?')
  const names = [...operation.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  const values = new RegExp(`^${operation.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(route)
  if (values === null) throw new Error(`${head} is not ${operation}`)
  return {
    ...Object.fromEntries(names.map((name, index) => [name, values[index + 1]])),
    ...Object.fromEntries(new URLSearchParams(query)),
    ...(body.length > 0 && (JSON.parse(body.join('\n')) as object)),
  }
}
