/** `own-transport.js:12:5`, as V8 and JavaScriptCore write it; a message is not matched, because of the extension. */
const position = /([\w-]{1,60}(?:\.[\w-]{1,20}){0,2}\.[cm]?[jt]sx?:\d{1,7}(?::\d{1,7})?)\)?$/m

/**
 * Describes an error of the app's own code by its class and the place in the code. Its message is left out, because it may
 * quote a body or a header.
 */
export const describeThrown = (error: unknown): string => {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`
  const { message, stack } = error
  const name = /^[A-Z]\w{0,39}$/.test(error.name) ? error.name : 'Error'
  const place = position.exec(String(stack).split(String(message)).join(''))?.[1]
  return `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name}${place === undefined ? '' : ` at ${place}`}`
}
